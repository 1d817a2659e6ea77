"""A table that is recorded column by column makes the page that it makes row by row."""

import gc
import pickle
from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier
from time import sleep

import pytest

from shishi.layouts import extract
from shishi.layouts.grids import certain, rows
from shishi.layouts.words.crossed import is_value, likely_values
from shishi.readers import read
from shishi.records import Columns, Field, Later, Records, print_rows
from shishi.rulebook import load_rulebook
from tests.layouts.invented import TITLE

WORDS = {
    "序号": [""],
    "类别": ["便民出行", "宜居环境", ""],
    "项目名称": ["新建停车位{}00个", "改造道路3条", "种树{}棵(二期)", "内容:修路", "35"],
    "牵头单位": ["区住建局", "区教育局、区财政局等部门", "区民政局<br>区财政局", "甲乙丙", ""],
    "责任单位": ["区住建局", "区教育局、区财政局等部门"],
    "配合单位": ["区财政局", "各街道", "区文化广电<br>旅游局<br>区城投公司", ""],
    "区领导": ["副区长甲", "欧阳岚、方朔"],
    "总投资(万元)": ["35", "", "120"],
    "进展情况": ["已建成120个。", "进展顺利", "2031年12月", ""],
    "进度状态": ["正常", "滞后"],
    "甲乙丙": ["子", "丑", ""],
    "备注": ["无", "", "见说明"],
}


def random_table(random):
    """Print rows with merged and blank cells, numbered through, anew, several times or by sections."""
    header = ["序号", *random.sample([*WORDS][1:], random.randint(3, 7))]
    if random.random() < 0.3:
        random.shuffle(header)
    merged = random.sample(range(len(header)), random.randint(0, len(header)))
    often, blank = random.choice([0, 0.1, 0.4]), random.choice([0, 0, 0.1])
    codes = random.choice(["{}", "{}.", "1.{}", "again", "restart"])
    reaching, number, lines = [0] * len(header), 0, []
    for _ in range(random.randint(1, 14)):
        number += not (codes == "again" and random.random() < 0.3)
        number = 1 if codes == "restart" and random.random() < 0.2 else number
        line = ""
        for at, word in enumerate(header):
            if reaching[at]:
                reaching[at] -= 1
                continue
            span = random.choice([2, 3]) if at in merged and random.random() < often else 1
            reaching[at] = span - 1
            said = random.choice(WORDS[word]).format(number)
            if word == "序号":
                said = codes.format(number) if "{" in codes else str(number)
            elif word == "项目名称" and codes == "again" and random.random() < 0.5:
                said = "同一项目"
            line += f"<td rowspan={span}>{'' if random.random() < blank else said}</td>"
        lines.append(f"<tr>{line}</tr>")
    return (
        f"<table><tr>{''.join(f'<th>{word}</th>' for word in header)}</tr>{''.join(lines)}</table>"
    )


def random_page(seed):
    random = Random(seed)
    page = f"<h1>{TITLE}</h1>{random_table(random)}"
    again = random_table(Random(seed + random.randint(0, 1)))
    return page + random.choice(["", again, f"<p>一、工程类</p>{again}"])


def page_of(source):
    return extract(read(source.encode(), "a.html"), rulebook=load_rulebook("default"))


def is_held(page):
    """Say whether a table of a page is held column by column."""
    return isinstance(page.records, Records)


@pytest.fixture
def however_short(monkeypatch):
    monkeypatch.setattr(certain, "_FEWEST", 1)


def test_tables_recorded_by_columns_make_the_pages_they_make_row_by_row(however_short, monkeypatch):
    sources = [random_page(seed) for seed in range(500)]
    by_columns = [page_of(source) for source in sources]
    monkeypatch.setattr(rows, "find_certain", lambda *_: None)
    by_rows = [page_of(source) for source in sources]
    assert sum(map(is_held, by_columns)) > 200
    assert not any(map(is_held, by_rows))
    for one, other in zip(by_columns, by_rows, strict=True):
        assert [*print_rows(one.records)] == [*print_rows(other.records)]
        assert [in_order(r) for r in one.records] == [in_order(r) for r in other.records]
        assert one == other
        assert one.stretches == other.stretches


def in_order(record):
    """Give what a record holds with the order of its keys, for which dicts that are equal need not care."""
    return [list(held.items()) for held in (record.texts, record.names, record.other)]


HEADER = ["序号", "类别", "项目名称", "牵头单位", "进展情况"]
PLAIN = [[str(n), "便民出行", f"新建停车位{n}00个", "区住建局", "已建成。"] for n in range(1, 13)]


def printed(*lines, header=HEADER):
    table = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in line)}</tr>" for line in lines)
    return (
        f"<h1>{TITLE}</h1><table><tr>{''.join(f'<th>{w}</th>' for w in header)}</tr>{table}</table>"
    )


def with_cell(at, said):
    """Print the plain rows, the sixth with another cell."""
    changed = [*PLAIN[5][:at], said, *PLAIN[5][at + 1 :]]
    return printed(*PLAIN[:5], changed, *PLAIN[6:])


@pytest.mark.parametrize(
    "source",
    [
        printed(*PLAIN),
        with_cell(2, "新建停车位300个(二期)"),
        with_cell(4, "进展:已建成。"),
        with_cell(1, ""),
        with_cell(3, ""),
    ],
    ids=["plain", "brackets", "a colon", "a theme printed once", "no lead"],
)
def test_table_of_usual_rows_is_held_by_columns(source):
    assert is_held(page_of(source))


@pytest.mark.parametrize(
    "source",
    [
        with_cell(0, "/"),
        with_cell(0, "合计"),
        with_cell(2, "新建停车位300个(市级)"),
        with_cell(3, "★区住建局、区民政局"),
        with_cell(3, "牵头单位:区住建局;配合单位:区民政局"),
        printed(*PLAIN[:6], ["", "", "", "区民政局", "已完工。"], *PLAIN[6:]),
        printed(*PLAIN[:6], ["", "一、工程类", "", "", ""], *PLAIN[6:]),
        printed(*PLAIN, ["注:数据截至9月底。", "见附件", "", "", ""]),
        printed(*PLAIN[:3]),
    ],
    ids=[
        "no number",
        "sum",
        "levels",
        "star",
        "labels",
        "part of an item",
        "heading",
        "note",
        "few rows",
    ],
)
def test_table_with_a_row_that_is_special_is_recorded_row_by_row(source):
    assert not is_held(page_of(source))


def test_doubt_about_one_cell_of_a_table_held_by_columns_is_found():
    page = page_of(with_cell(2, "35"))
    assert is_held(page)
    assert [(f.code, f.facts["order"]) for f in page.findings if "item" in f.code] == [
        ("item-unsure", 6)
    ]


def test_records_of_columns_are_made_when_they_are_asked_for_and_then_kept():
    page = page_of(printed(*PLAIN))
    (table,) = page.records.tables
    assert isinstance(table, Columns)
    assert len(page.records) == len(PLAIN)
    assert table.printed[Field.CODE] == [line[0] for line in PLAIN]
    assert table._find is not None
    assert page.records[2].texts[Field.ITEM].place.row == 3
    assert table._find is None
    assert page.records[2] is page.records[2]


def test_column_that_nobody_knows_is_printed_beside_the_fields_even_under_the_name_of_one():
    header = ["序号", "甲乙丙", "项目名称", "牵头单位", "code"]
    lines = [
        [str(n), "子", f"种树{n}棵", "区园林局", "" if n == 3 else f"丑{n}"] for n in range(1, 13)
    ]
    page = page_of(printed(*lines, header=header))
    assert is_held(page)
    told = [*print_rows(page.records)]
    assert told == [*print_rows(tuple(page.records))]
    assert told[2] == (
        {Field.CODE: "3", Field.ITEM: "种树3棵", Field.LEAD_UNITS: "区园林局"},
        {"甲乙丙": "子"},
    )
    assert told[3][1] == {"甲乙丙": "子", "code": "丑4"}


def test_threads_that_ask_at_once_get_the_same_records():
    records = page_of(printed(*PLAIN)).records
    barrier = Barrier(6)

    def ask(_):
        barrier.wait()
        return records[5]

    with ThreadPoolExecutor(6) as threads:
        assert len({id(record) for record in threads.map(ask, range(6))}) == 1


def test_what_several_threads_ask_for_is_found_once():
    barrier, found = Barrier(4), []

    def find():
        found.append("once")
        sleep(0.05)
        return ("修路",)

    def ask(_):
        barrier.wait()
        return later[0]

    later = Later(find)
    with ThreadPoolExecutor(4) as threads:
        assert [*threads.map(ask, range(4))] == ["修路"] * 4
    assert found == ["once"]


def test_what_could_not_be_found_is_looked_for_again():
    def find():
        tries.append("try")
        if len(tries) == 1:
            raise OSError("busy")
        return ("修路",)

    tries, later = [], Later(find)
    with pytest.raises(OSError, match="busy"):
        later[0]
    assert later == ("修路",)


def test_records_compare_add_and_pickle_as_the_tuple_they_stand_for():
    records = page_of(printed(*PLAIN)).records
    told = tuple(records)
    assert records == told
    assert told == records
    assert records == page_of(printed(*PLAIN)).records
    assert records != told[:-1]
    assert records != [*told]
    assert [*told] != records
    assert (records + told[:1], told[:1] + records) == (told + told[:1], told[:1] + told)
    assert records + records == told + told
    assert repr(records) == repr(told)
    assert pickle.loads(pickle.dumps(records)) == told
    assert (records[1:3], records[-1]) == (told[1:3], told[-1])


def test_records_add_to_no_list():
    records = page_of(printed(*PLAIN)).records
    some = list(records)
    with pytest.raises(TypeError):
        records + some
    with pytest.raises(TypeError):
        some + records


def test_later_hashes_as_the_tuple_it_stands_for():
    told = ("修路", "种树")
    assert hash(Later(lambda: told)) == hash(told)
    assert len({Later(lambda: told), Later(lambda: iter(told)), told}) == 1
    for records in (page_of(printed(*PLAIN)).records, tuple(page_of(printed(*PLAIN)).records)):
        with pytest.raises(TypeError, match="unhashable"):  # a Record holds dicts
            hash(records)


def test_text_that_a_merged_cell_gives_several_records_is_one():
    merged = [
        ["2", "便民出行", "新建停车位5个", "区住建局", "完工。"],
        ["3", "种树3棵", "区园林局", "完工。"],
    ]
    source = printed(*PLAIN[:8], *merged).replace(
        "<td>2</td><td>便民出行</td><td>新建停车位5个",
        "<td>2</td><td rowspan=2>便民出行</td><td>新建停车位5个",
    )
    page = page_of(source)
    assert is_held(page)
    assert page.records[9].texts[Field.THEME] is page.records[8].texts[Field.THEME]


def test_what_may_be_a_value_is_wider_than_what_is_one():
    values = ["1,200", "75%", "3.5万元", "/", "无", "约3个", "-2", "≈5", "——", "+1", " 3 万元"]
    assert likely_values([v for v in values if is_value("".join(v.split()))]) == values
    assert not likely_values(["新建停车位300个"])


def test_a_page_that_nobody_holds_any_more_leaves_nothing_to_the_garbage_collector():
    source = printed(*PLAIN)
    assert is_held(page_of(source))
    gc.collect()
    page_of(source)
    assert gc.collect() == 0
