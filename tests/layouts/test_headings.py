import pytest

from shishi.layouts.headings import read_heading
from shishi.layouts.terms import Terms
from shishi.places import Place, Text
from shishi.text.characters import Script
from tests.layouts.invented import codes, column, doubted, html, lines, page_of, paragraphs

TERMS = Terms(Script.SIMPLIFIED, frozenset({"滞后", "按序时", "正常"}))


def given(heading, *, over_rows=True):
    read = read_heading(Text(heading, Place()), TERMS, over_rows=over_rows)
    return {field.value: text.value for field, text in read.items()}


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("责任领导:陆远帆", "陆远帆"),
        ("三、分管领导:欧阳岚", "欧阳岚"),
        ("(二)牵头领导:沈知行、顾舟", "沈知行、顾舟"),
        ("牵头领导:沈知行(3项)", "沈知行"),
        ("沈知行副区长牵头项目", "沈知行"),
        ("二、副区长沈知行负责的民生实事项目(3项)", "沈知行"),
        ("副区长甲牵头项目", "副区长甲"),
    ],
)
def test_leader_named_in_a_heading_is_read(heading, name):
    assert given(heading, over_rows=False) == {"leaders": name}


@pytest.mark.parametrize(
    "heading", ["区教育局牵头项目", "高质量牵头项目", "各街道负责的工作", "副区长牵头部署项目建设"]
)
def test_projects_that_no_named_person_leads_have_no_leader(heading):
    assert "leaders" not in given(heading)


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("滞后项目(3项)", "滞后"),
        ("二、按序时推进的项目", "按序时推进"),
        ("2031年滞后任务清单", "滞后"),
        ("附件1:滞后项目", "滞后"),
        ("(二)进度滞后的项目共三项:", "滞后"),
        ("2031年度区县民生实事滞后项目进度表(截至9月30日)", "滞后"),
        ("2031年滞后项目督办情况", "滞后"),
        ("(三)滞后类项目(1项)", "滞后"),
    ],
)
def test_status_named_in_a_heading_is_read(heading, word):
    assert given(heading, over_rows=False) == {"status": word}


@pytest.mark.parametrize("heading", ["一、教育惠民", "(三)便民出行", "健康惠民"])
def test_words_over_rows_are_a_theme_and_outside_the_table_none(heading):
    assert given(heading) == {"theme": heading}
    assert given(heading, over_rows=False) == {}


@pytest.mark.parametrize(
    "line",
    [
        "联系电话:陆远帆",
        "责任领导:区水务局",
        "各单位要加快滞后项目建设。",
        "完成公厕3座,改造泵房9座",
        "1",
        "",
        "便民" * 21,
    ],
)
def test_other_lines_give_nothing(line):
    assert given(line) == {}


@pytest.mark.parametrize(
    "line",
    [
        "请各单位抓紧报送滞后项目清单",
        "滞后项目须写明原因和下步措施",
        "滞后项目建设",
        "滞后类项目建设",
        "全区没有滞后项目",
        "正常项目和滞后项目情况",
        "其中:滞后项目3项",
    ],
)
def test_line_that_only_speaks_of_a_status_gives_none(line):
    assert given(line, over_rows=False) == {}


TABLE = "序号 项目名称 牵头单位 进展情况"


def test_leader_over_a_table_leads_all_its_records():
    page = page_of(
        paragraphs(
            f"责任领导:陆远帆 {TABLE} 1 新建学校3所 区教育局 已开工2所。 2 新建幼儿园3所 区教育局 已开工1所。",
            f"责任领导:沈知行 {TABLE} 1 新增床位30张 区卫健局 已完成20张。",
        )
    )
    assert column(page, "leaders") == [["陆远帆"], ["陆远帆"], ["沈知行"]]
    assert [r.section for r in page.records] == [1, 1, 2]


def test_leader_over_rows_leads_those_below():
    rows = ("4>分管领导:陆远帆", "1|新建学校3所|区教育局|已开工", "4>分管领导:沈知行")
    page = page_of(
        html("序号|项目名称|牵头单位|进展情况", *rows, "1|新增床位|区卫健局|已开工"), "a.html"
    )
    assert column(page, "leaders") == [["陆远帆"], ["沈知行"]]
    assert [r.section for r in page.records] == [1, 2]


def test_status_in_the_title_of_a_table_is_the_status_of_its_records():
    header = "序号|项目名称|牵头单位|进展情况"
    page = page_of(
        html(header, "1|新建学校3所|区教育局|已开工", "2|新建公厕3座|区住建局|已开工")
        + html(header, "1|新增床位30张|区卫健局|已开工").replace("民生实事", "民生实事滞后"),
        "a.html",
    )
    assert column(page, "status") == [None, None, "滞后"]


def test_status_column_is_not_overruled_by_the_title():
    page = page_of(
        lines(
            "项目名称 | 牵头单位 | 进度状态",
            "新建学校3所 | 区教育局 | 正常",
            "新建公厕3座 | 区住建局 | 正常",
        ).replace("民生实事项目", "民生实事滞后项目")
    )
    assert column(page, "status") == ["正常", "正常"]


ROWS = f"{TABLE} 1 新建学校3所 区教育局 已开工2所。 2 新增床位30张 区卫健局 已完成20张。"


@pytest.mark.parametrize(
    "above", ["滞后项目(2项)", "滞后项目", "二、滞后项目", "正常推进项目 二、滞后项目"]
)
def test_status_over_a_table_that_it_fits_is_not_doubted(above):
    page = page_of(paragraphs(f"{above} {ROWS}"))
    assert column(page, "status") == ["滞后", "滞后"]
    assert "heading-unsure" not in codes(page)


@pytest.mark.parametrize("above", ["滞后项目3个", "已完成项目10个 滞后项目2个"])
def test_status_over_a_table_that_may_be_of_other_projects_is_doubted(above):
    page = page_of(paragraphs(f"{above} {ROWS}"))
    assert codes(page).count("heading-unsure") == 2
    assert doubted(page) == {(1, "status"), (2, "status")}


@pytest.mark.parametrize("word", ["调整", "完成", "正常"])
def test_word_over_a_table_or_rows_that_is_as_good_a_theme_is_asked_about(word):
    over = page_of(paragraphs(f"一、{word} {ROWS}"))
    inside = page_of(html(HEAD, f"4>一、{word}", A, B), "a.html")
    assert doubted(over) == doubted(inside) == {(1, "status"), (2, "status")}


def test_word_that_is_as_good_a_theme_is_a_status_beside_a_heading_that_says_another():
    page = page_of(html(HEAD, "4>一、正常", A, "4>二、滞后", B), "a.html")
    assert column(page, "status") == ["正常", "滞后"]
    assert "heading-unsure" not in codes(page)


@pytest.mark.parametrize("word", ["滞后", "未启动"])
def test_word_over_rows_that_is_no_theme_is_not_asked_about(word):
    assert "heading-unsure" not in codes(page_of(html(HEAD, f"4>一、{word}", A, B), "a.html"))


@pytest.mark.parametrize("heading", ["区领导:周宁同志", "三、分管领导：周宁同志、副区长甲(3项)"])
def test_leader_who_is_addressed_leads_the_rows_below(heading):
    assert "周宁同志" in given(heading)["leaders"]


@pytest.mark.parametrize("heading", ["区领导:同志", "区领导:各位同志", "联系电话:周宁同志"])
def test_address_without_a_name_or_behind_another_label_is_no_leader(heading):
    assert "leaders" not in given(heading)


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("一、未启动项目(6项)", "未启动"),
        ("三、待验收的项目", "待验收"),
        ("红灯项目", "红灯"),
        ("二、已开工", "已开工"),
        ("四、进展缓慢(3项)", "缓慢"),
    ],
)
def test_status_that_the_districts_column_does_not_have_is_read_in_a_heading(heading, word):
    assert given(heading) == {"status": word}


@pytest.mark.parametrize("heading", ["已完成", "完成情况", "二、完成情况", "续建项目"])
def test_words_over_a_table_that_only_sound_like_a_status_give_none(heading):
    assert "status" not in given(heading, over_rows=False)


HEAD = "序号|项目名称|牵头单位|进展情况"
A, B, C = (
    "1|新建学校3所|区教育局|已开工",
    "2|新建公厕3座|区住建局|已开工",
    "3|新增床位30张|区卫健局|已开工",
)


def test_status_ends_at_the_next_heading_beside_it_whatever_that_says():
    page = page_of(
        html(HEAD, "4>一、滞后项目", A, "4>二、停摆项目", B, "4>三、按序时推进的项目", C), "a.html"
    )
    assert column(page, "status") == ["滞后", None, "按序时推进"]


def test_status_goes_on_under_the_themes_below_it():
    page = page_of(
        html(HEAD, "4>滞后项目", "4>一、教育", A, "4>二、环境", B, "4>正常项目", C), "a.html"
    )
    assert column(page, "status") == ["滞后", "滞后", "正常"]
    assert column(page, "theme") == ["一、教育", "二、环境", None]


def test_status_over_a_table_ends_at_a_heading_between_its_rows():
    page = page_of(html("4>一、滞后项目", HEAD, A, "4>二、停摆项目", B), "a.html")
    assert column(page, "status") == ["滞后", None]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("一、区委常委、常务副区长 沈知行", "沈知行"),
        ("二、副区长 顾舟(3项)", "顾舟"),
        ("三、副区长顾舟", "顾舟"),
        ("四、顾舟副区长", "顾舟"),
    ],
)
def test_offices_and_a_name_are_a_leader(heading, name):
    assert given(heading, over_rows=False) == {"leaders": name}


@pytest.mark.parametrize(
    "heading", ["一、区长 重点项目", "二、便民出行 顾舟", "三、副区长分管", "四、区教育局 沈知行"]
)
def test_offices_or_a_name_alone_are_no_leader(heading):
    assert "leaders" not in given(heading)


def test_offices_and_a_name_over_a_table_lead_with_a_number_only():
    assert given("副区长 顾舟", over_rows=False) == {}
    assert given("副区长 顾舟") == {"leaders": "顾舟"}


@pytest.mark.parametrize("heading", ["副区长壬", "二、副区长甲", "常务副区长某某"])
def test_people_who_are_named_by_their_office_lead_the_rows_below(heading):
    assert given(heading)["leaders"] == heading.split("、")[-1]


@pytest.mark.parametrize("heading", ["市长热线", "局长接待日", "副区长", "主任医师下基层"])
def test_words_that_begin_with_an_office_are_nobody(heading):
    assert "leaders" not in given(heading)


@pytest.mark.parametrize("behind", ["", "分管项目", "牵头的项目(1项)"])
def test_people_between_the_rows_lead_those_below_by_their_name_alone(behind):
    page = page_of(html(HEAD, f"4>副区长丙{behind}", A, f"4>副区长壬{behind}", B), "a.html")
    assert column(page, "leaders") == [["副区长丙"], ["副区长壬"]]


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("序时推进项目(2项)", "序时推进"),
        ("二、略有滞后项目", "略有滞后"),
        ("三、滞后类项目(1项)", "滞后"),
        ("超序类项目(2项)", "超序"),
        ("未达序类项目", "未达序"),
    ],
)
def test_whole_word_of_a_status_is_read_in_a_heading(heading, word):
    assert given(heading) == {"status": word}


@pytest.mark.parametrize("heading", ["二、滞洪区项目", "教育类项目(3项)", "提前谋划类项目"])
def test_kind_of_projects_that_is_no_status_stays_a_theme(heading):
    assert given(heading) == {"theme": heading}


JUDGED = "序号|项目名称|牵头单位|进度状态"
D, E = "1|新建学校3所|区教育局|滞后", "2|新建公厕3座|区住建局|滞后"


@pytest.mark.parametrize("head", [HEAD, JUDGED])
def test_theme_ends_at_a_heading_that_goes_on_with_its_numbers_and_says_a_status(head):
    rows = (D, E) if head is JUDGED else (A, B)
    page = page_of(html(head, "4>一、道路畅通", rows[0], "4>二、滞后项目", rows[1]), "a.html")
    assert column(page, "theme") == ["一、道路畅通", None]
    assert column(page, "status")[1] == "滞后"


@pytest.mark.parametrize("below", ["滞后项目", "(一)滞后项目", "(二)滞后项目", "一、滞后项目"])
def test_theme_goes_on_under_a_status_whose_heading_does_not_go_on_with_its_numbers(below):
    page = page_of(html(HEAD, "4>一、道路畅通", A, f"4>{below}", B), "a.html")
    assert column(page, "theme") == ["一、道路畅通"] * 2


def test_theme_above_stays_where_a_status_ends_the_one_below_it():
    page = page_of(html(HEAD, "4>一、道路畅通", "4>(一)公交优先", A, "4>(二)滞后项目", B), "a.html")
    assert column(page, "theme") == ["一、道路畅通\n(一)公交优先", "一、道路畅通"]
