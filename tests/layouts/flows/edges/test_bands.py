import pytest

from shishi.layouts import recognize
from shishi.readers import read
from shishi.rulebook import load_rulebook
from tests.layouts.invented import TITLE, column, doubted, page_of, paragraphs

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


@pytest.mark.parametrize("bars", [0, 1, 4])
@pytest.mark.parametrize(
    "bands",
    [
        ("一、便民出行", "二、安居保障", ""),
        ("(一)便民出行", "(二)安居保障", ""),
        ("(一)便民出行(1项)", "(二)安居保障(共2项)", ""),
        ("(一)便民出行(一项)", "(二)安居保障(共两大项)", ""),
    ],
    ids=["comma", "bracket", "count", "large"],
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


CODED = "序号 项目名称 责任单位 进展情况"


def led(first, second, head=CODED):
    return page_of(
        paragraphs(
            TITLE,
            f"{head} {first} 1 修路30条。 住建局 已开工。 2 建桥10座。 交通局 已完工。",
            f"{second} 3 种树90棵。 园林局 正在招标。",
        )
    )


@pytest.mark.parametrize("label", ["", "分管领导:"])
def test_name_of_a_person_before_a_code_leads_the_rows_below_it(label):
    page = led(f"{label}顾长河", f"{label}方朔")
    assert column(page, "leaders") == [["顾长河"], ["顾长河"], ["方朔"]]
    assert column(page, "progress") == ["已开工。", "已完工。", "正在招标。"]


def test_name_that_stands_over_later_rows_only_leads_none_of_them():
    page = led("", "方朔")
    assert column(page, "leaders") == [[], [], []]


def test_name_in_a_column_of_leaders_is_no_heading():
    page = page_of(
        paragraphs(
            TITLE,
            "序号 项目名称 责任单位 牵头领导 1 修路30条。 住建局 顾长河",
            "2 建桥10座。 交通局 方朔 3 种树90棵。 园林局 周一鸣",
        )
    )
    assert column(page, "leaders") == [["顾长河"], ["方朔"], ["周一鸣"]]


def test_words_without_a_number_over_the_first_row_are_its_theme_and_so_are_later_ones():
    page = led("便民出行", "安居保障工程")
    assert column(page, "theme") == ["便民出行", "便民出行", "安居保障工程"]
    assert column(page, "progress") == ["已开工。", "已完工。", "正在招标。"]


def test_words_that_stand_behind_a_row_only_are_its_last_cell():
    page = page_of(
        paragraphs(
            TITLE,
            f"{CODED} 备注 1 修路30条。 住建局 已开工。 便民出行",
            "2 建桥10座。 交通局 已完工。 续建项目 3 种树90棵。 园林局 正在招标。 新建项目",
        )
    )
    assert column(page, "theme") == [None, None, None]
    assert column(page, "remark") == ["便民出行", "续建项目", "新建项目"]


def test_theme_cells_that_have_numbers_here_and_there_are_no_headings():
    page = page_of(
        paragraphs(
            TITLE,
            "重点工作 建设内容 责任单位 进展情况 平安守护 修路30条。 住建局 已开工。",
            "(一)便民出行 建桥10座。 交通局 已完工。 (二)安居保障 种树90棵。 园林局 正在招标。",
        )
    )
    assert column(page, "theme") == ["平安守护", "(一)便民出行", "(二)安居保障"]


def again(*over, last="已开工。"):
    """Print the header again over each row, and a line over each print of it."""
    cells = []
    for line, number, row in zip(over, (1, 2, 3), ROWS, strict=True):
        told = row.rsplit("|", 1)[0].split("|")
        cells += [line, *(w.strip() for w in HEAD.split("|")), str(number), *told, last]
    return page_of(f"{TITLE}\n\n" + "\n\n".join(filter(None, cells)) + "\n")


@pytest.mark.parametrize("first", ["便民出行", "一、便民出行"])
def test_line_over_each_print_of_a_header_is_the_theme_of_the_rows_below(first):
    found = again(first, "安居保障", "三、绿水青山")

    assert column(found, "theme") == [first, "安居保障", "三、绿水青山"]
    assert column(found, "progress") == ["已开工。"] * 3


@pytest.mark.parametrize(
    "over",
    [
        ("", "安居保障", "绿水青山"),
        ("便民出行", "安居保障", ""),
        ("便民出行", "区教育局", "绿水青山"),
    ],
)
def test_header_that_lacks_such_a_line_somewhere_stands_below_none(over):
    found = again(*over)

    assert "安居保障" not in column(found, "theme")


PARTED = ("序号 项目名称 责任单位 进展情况", "一 便民出行 1 修路3条。 住建局 已开工。")


@pytest.mark.parametrize("blanks", ["", "\n\u3000\n\n\u3000\n"])
def test_band_whose_number_is_a_cell_of_its_own_is_the_theme_below_it(blanks):
    words = [*PARTED, "2 建桥1座。 交通局 已完工。", "二 安居保障", "1 种树9棵。 园林局 正在招标。"]
    text = paragraphs(TITLE, *words).replace("安居保障", f"安居保障{blanks}")
    found = page_of(text)

    assert column(found, "theme") == ["便民出行", "便民出行", "安居保障"]
    assert column(found, "code") == ["1", "2", "1"]
    assert column(found, "item") == ["修路3条。", "建桥1座。", "种树9棵。"]


def test_number_that_heads_no_row_with_a_code_is_no_band():
    rows = ["一 修路3条。 住建局 已开工。", "二 建桥1座。 交通局 已完工。"]
    found = page_of(paragraphs(TITLE, PARTED[0], *rows))

    assert column(found, "theme") == [None] * len(found.records)


SECTION = "序号 项目名称 牵头单位 进展情况"


def sections(*over):
    """Make a page whose header is printed again below each of these words, over two rows each time."""
    words = []
    for number, word in enumerate(over):
        first, second = 2 * number + 1, 2 * number + 2
        words += [word, SECTION, f"{first} 修路{first}条 区住建局 已开工{first}条"]
        words.append(f"{second} 种树{second}棵 区园林局 已种{second}棵")
    return page_of(paragraphs(TITLE, *words))


def test_person_over_each_print_of_the_header_leads_the_rows_below():
    found = sections("副区长甲", "副区长乙")
    assert column(found, "leaders") == [["副区长甲"]] * 2 + [["副区长乙"]] * 2
    assert column(found, "progress")[1] == "已种2棵"


def test_person_over_the_first_or_a_later_print_of_the_header_alone_leads_nobody():
    assert column(sections("副区长甲", ""), "leaders")[2:] == [[], []]
    assert column(sections("", "副区长乙"), "leaders")[:2] == [[], []]


@pytest.mark.parametrize("count", ["(1项)", "（共1项）", "(1件)"])
def test_numbered_heading_that_counts_its_items_is_the_theme_below_it(count):
    bands = (f"一、便民出行{count}", f"二、安居保障{count}", "")

    found = page_of(_listed(bands))

    assert column(found, "theme") == [bands[0], bands[1], bands[1]]
    assert column(found, "remark") == [None, "跨年度", None]
    assert "theme" not in {field for _, field in doubted(found)}


def test_numbered_heading_of_a_status_is_a_band_between_others():
    found = page_of(_listed(("一、滞后项目(1项)", "二、已完成项目(1项)", "三、正常推进项目(1项)")))

    assert column(found, "status") == ["滞后", "已完成", "正常推进"]
    assert column(found, "theme") == [None, None, None]
    assert column(found, "remark") == [None, "跨年度", None]


def test_numbered_headings_with_counts_that_skip_a_number_are_no_bands():
    bands = ("一、便民出行(1项)", "三、安居保障(1项)", "")

    assert "theme" in {field for _, field in doubted(page_of(_listed(bands)))}


def _listed(bands):
    rows = [[str(n), *row.split("|")] for n, row in enumerate(ROWS, 1)]
    rows[1].append("跨年度")
    cells = [word for band, row in zip(bands, rows, strict=True) for word in (band, *row) if word]
    return paragraphs(TITLE, "序号 项目名称 责任单位 进展情况 备注", *cells)


def test_numbered_heading_without_a_bar_stands_over_a_number_and_no_other_cell():
    text = banded_text(("一、便民出行", "二、安居保障", ""), bars=0)
    found = page_of(text.replace("二、安居保障 \n", "").replace("交通局", "二、安居保障\n交通局"))

    assert "二、安居保障" not in column(found, "theme")
