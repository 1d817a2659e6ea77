"""A row that is filled at once makes the record that it makes cell by cell, and plain rows are filled at once."""

from random import Random

import pytest

from shishi.layouts import extract
from shishi.layouts.recording import filling
from shishi.readers import read
from shishi.rulebook import load_rulebook
from tests.layouts.invented import TITLE, page_of

HEADERS = [
    ["序号", "类别", "项目名称", "牵头单位", "配合单位", "进展情况", "进度状态"],
    ["序号", "项目名称", "责任单位", "完成时限", "甲乙丙", "甲乙丙", "备注"],
    ["序号", "项目名称", "项目名称", "责任★及配合单位", "区领导", "总投资(万元)"],
    ["序号", "项目名称", "牵头单位及责任人", "进展情况"],
]
WORDS = {
    "序号": ["", "1", "2.", "三", "/", "—", "合计"],
    "类别": ["便民出行", "宜居环境", ""],
    "项目名称": [
        "新建停车位300个",
        "改造道路3条(市级)",
        "【区级】种树",
        "内容:修路;牵头单位:区住建局",
        "合计",
    ],
    "牵头单位": [
        "区住建局",
        "★区住建局、区民政局",
        "区教育局、区财政局等部门",
        "牵头单位:区住建局 配合单位:区民政局",
        "",
    ],
    "牵头单位及责任人": ["区住建局方朔", "区住建局 欧阳岚", "区教育局、方朔", ""],
    "配合单位": ["区财政局", "各街道", "/", ""],
    "区领导": ["副区长甲", "欧阳岚、方朔", ""],
    "进度状态": ["正常", "滞后", ""],
}
ANY = ["已建成120个。", "进展:已完成(1条)", "2031年12月", "无", "", "★", "35"]


def random_table(random):
    header = random.choice(HEADERS)
    lines, reaching = [], [0] * len(header)
    plain = random.random() < 0.3
    for number in range(random.randint(1, 12)):
        cells = []
        for at, word in enumerate(header):
            if reaching[at]:
                reaching[at] -= 1
                continue
            span = random.choice([1, 1, 1, 1, 2, 3])
            reaching[at] = span - 1
            told = WORDS.get(word, ANY)
            said = told[0] or str(number + 1) if plain else random.choice(told)
            cells.append(f"<td rowspan={span}>{said}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    words = "".join(f"<th>{word}</th>" for word in header)
    return f"<h1>{TITLE}</h1><table><tr>{words}</tr>{''.join(lines)}</table>"


def pages_of(tables):
    """Read each table, of every third one two columns as a person says who gives both one field."""
    rulebook = load_rulebook("default")
    said = {4: "progress", 6: "progress"}
    return [
        repr(extract(read(table.encode(), "a.html"), rulebook=rulebook, meanings=meanings))
        for number, table in enumerate(tables)
        for meanings in [said if number % 3 == 0 else {}]
    ]


def test_rows_filled_at_once_make_the_pages_that_rows_filled_cell_by_cell_make(monkeypatch):
    tables = [random_table(Random(seed)) for seed in range(400)]
    at_once = pages_of(tables)
    monkeypatch.setattr(filling, "_fill_at_once", lambda *_: False)
    assert pages_of(tables) == at_once


def filled_at_once(monkeypatch, header, *rows):
    """Say of each row of a table whether it is filled at once."""
    answers = []
    fill = filling._fill_at_once

    def noted(*told):
        answers.append(fill(*told))
        return answers[-1]

    monkeypatch.setattr(filling, "_fill_at_once", noted)
    lines = [f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in (header, *rows)]
    page_of(f"<h1>{TITLE}</h1><table>{''.join(lines)}</table>", "a.html")
    return answers


HEADER = ["序号", "项目名称", "牵头单位", "完成时限", "进展情况"]
PLAIN = ["1", "新建停车位300个", "区住建局", "年底", "已建成120个。"]


@pytest.mark.parametrize("row", [PLAIN, [*PLAIN[:3], "", PLAIN[4]], ["一、", *PLAIN[1:]]])
def test_row_of_plain_cells_is_filled_at_once(monkeypatch, row):
    assert filled_at_once(monkeypatch, HEADER, PLAIN, row)[1]


@pytest.mark.parametrize(
    "row",
    [
        [*PLAIN[:4], "进展:已建成120个。"],
        [*PLAIN[:2], "★区住建局、区民政局", *PLAIN[3:]],
        ["/", *PLAIN[1:]],
    ],
    ids=["label", "star", "no number"],
)
def test_row_with_a_cell_that_says_what_it_is_is_filled_cell_by_cell(monkeypatch, row):
    assert filled_at_once(monkeypatch, HEADER, PLAIN, row) == [True, False]


def test_row_under_a_header_that_stars_its_leads_is_filled_cell_by_cell(monkeypatch):
    header = [*HEADER[:2], "责任★及配合单位", *HEADER[3:]]
    assert filled_at_once(monkeypatch, header, PLAIN) == [False]
