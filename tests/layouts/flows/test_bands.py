import pytest

from shishi.layouts import recognize
from shishi.readers import read
from shishi.rulebook import load_rulebook
from tests.layouts.invented import TITLE, column, page_of, paragraphs

HEAD = "序号 | 项目名称 | 责任单位 | 进展情况"
ROWS = ("修路3条。|住建局|已开工。", "建桥1座。|交通局|已完工。", "种树9棵。|园林局|正在招标。")


def barred(head, *lines):
    cells = [cell.strip() for line in (head, *lines) for cell in line.split("|")]
    return page_of(f"{TITLE}\n" + "".join(f"{c} |\n" if c else "|\n" for c in cells))


def banded(bands, *, bars=1, numbers=(1, 2, 3)):
    return page_of(banded_text(bands, bars=bars, numbers=numbers))


def banded_text(bands, *, bars=1, head=HEAD, numbers=(1, 2, 3)):
    text = "".join(f"{w.strip()} |\n" for w in head.split("|"))
    for band, number, row in zip(bands, numbers, ROWS, strict=True):
        text += f"{band} {'|' * bars}\n" if band else ""
        text += "".join(f"{c} |\n" for c in (str(number), *row.split("|")))
    return f"{TITLE}\n{text}"


@pytest.mark.parametrize("bars", [1, 4])
@pytest.mark.parametrize(
    "bands",
    [("一、便民出行", "二、安居保障", ""), ("(一)便民出行", "(二)安居保障", "")],
    ids=["comma", "bracket"],
)
def test_numbered_heading_between_barred_rows_is_the_theme_below_it(bands, bars):
    found = banded(bands, bars=bars)

    assert column(found, "theme") == [bands[0], bands[1], bands[1]]
    assert column(found, "code") == ["1", "2", "3"]


def test_numbered_heading_where_codes_begin_again_is_the_theme_below_it():
    found = banded(("一、便民出行", "二、安居保障", ""), numbers=(1, 1, 2))

    assert column(found, "theme") == ["一、便民出行", "二、安居保障", "二、安居保障"]
    assert column(found, "code") == ["1", "1", "2"]


def test_column_that_names_the_items_is_no_theme_under_bands():
    head = "序号 | 项目名称 | 建设内容 | 责任单位 | 进展情况"
    text = "".join(f"{w.strip()} |\n" for w in head.split("|"))
    for band, number, name in (("一、便民出行", 1, "畅行工程"), ("二、安居保障", 2, "安居工程")):
        text += f"{band} |||||\n" + "".join(
            f"{c} |\n" for c in (str(number), name, "修路3条。", "住建局", "已开工。")
        )
    found = page_of(f"{TITLE}\n{text}")

    assert column(found, "theme") == ["一、便民出行", "二、安居保障"]
    assert column(found, "item") == ["修路3条。", "修路3条。"]
    assert [r.other["项目名称"].value for r in found.records] == ["畅行工程", "安居工程"]


def test_numbered_heading_between_paragraphs_is_the_theme_below_it():
    text = paragraphs(
        "序号 项目名称 责任单位 进展情况",
        "(一)便民出行 1 修路3条。 住建局 已开工。 2 建桥1座。 交通局 已完工。",
        "(二)安居保障 3 种树9棵。 园林局 正在招标。",
    )
    found = page_of(f"{TITLE}\n\n{text}")

    assert column(found, "theme") == ["(一)便民出行", "(一)便民出行", "(二)安居保障"]


def bands_of(text):
    document = read(text.encode(), "a.txt")
    return [len(layout.bands) for layout in recognize(document, rulebook=load_rulebook("default"))]


@pytest.mark.parametrize(
    "bands",
    [
        ("一、便民出行", "", ""),
        ("一、便民出行", "三、安居保障", ""),
        ("一、年底前完工", "二、已招标", ""),
        ("一、便民出行,安居", "二、修路3条", ""),
    ],
    ids=["only one", "not in order", "no theme", "a sentence"],
)
def test_line_that_looks_like_a_heading_by_chance_is_no_band(bands):
    assert bands_of(banded_text(bands)) == [0]


def test_merged_cells_of_a_theme_column_are_no_bands():
    head = "类别 | 序号 | 项目名称 | 责任单位 | 进展情况"

    assert bands_of(banded_text(("一、便民出行", "二、安居保障", ""), head=head)) == [0]


def test_list_inside_a_cell_is_no_heading():
    found = barred(
        HEAD,
        "1 | 修路3条。 | 住建局 | 一、便民出行\n二、安居保障",
        "2 | 建桥1座。 | 交通局 | 已完工。",
        "3 | 种树9棵。 | 园林局 | 已完工。",
    )

    assert column(found, "theme") == [None, None, None]
    assert column(found, "progress")[0] == "一、便民出行\n二、安居保障"
