"""Themes that stand before the codes of a glued table that has no column for them."""

from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号项目名称责任单位进展情况"
ROWS = (
    "1新建公厕3座区住建局已开工2座。2改造泵房9座区水务局已完成4座。",
    "3新建桥梁2座区交通局已立项。4补植绿篱8处区园林局已完成6处。",
)


def themes_asked(page):
    return [
        finding.facts.get("order")
        for finding in page.findings
        if finding.place.field == "theme" and finding.severity == "asks"
    ]


def test_theme_on_a_line_over_its_rows_is_not_asked_about():
    page = page_of("\n".join((TITLE, HEADER, "城乡出行", ROWS[0], "环境整治", ROWS[1])))
    assert column(page, "theme") == ["城乡出行"] * 2 + ["环境整治"] * 2
    assert not themes_asked(page)


def test_theme_that_begins_with_the_mark_of_a_blank_remark_is_asked_about():
    header = "序号项目内容分管领导牵头单位配合单位进展情况完成率(%)备注"
    rows = (
        "居住品质1建成公厕4座江甲辛区住房和城乡建设局/现已完成公厕1座。100/",
        "2改造农贸市场5家马甲辛区市场监督管理局/现已完成农贸市场2家。100/",
        "3建成驿站6座江甲辛区总工会/现已完成驿站3座。100/",
        "4改造校舍7栋何戊区教育局/现已完成校舍4栋。100/",
        "人居环境改善1贯通城市绿道61公里马甲辛区住房和城乡建设局东沟街道、区总工会目前已完成总工程量的75%26.8/",
        "2改造泵站12座何戊区水利局/已完成泵站3座。30/",
    )
    page = page_of("\n".join((TITLE, header, "".join(rows))))
    assert column(page, "theme")[4:] == ["/人居环境改善"] * 2
    assert themes_asked(page) == [5, 6]


NAMED = "序号工程名称建设内容责任单位进展情况"
WORKS = (
    "1公园提升新建公园5座区园林局已完工3座。",
    "2水厂改造改造水厂泵站6处区水务局正在施工。",
    "3书屋开放新建书屋3家区文旅局已完成。",
)


def headed(*rows):
    return page_of("\n".join((TITLE, NAMED, "一、居住环境", *rows[:2], "二、文化生活", *rows[2:])))


def test_name_and_content_with_nothing_between_are_parted_under_headings_on_lines():
    page = headed(*WORKS)
    assert column(page, "theme") == ["一、居住环境"] * 2 + ["二、文化生活"]
    assert column(page, "item") == ["新建公园5座", "改造水厂泵站6处", "新建书屋3家"]


def test_item_behind_a_blank_name_of_its_project_is_asked_about():
    assert (3, "item") in doubted(headed(*WORKS[:2], "3文化书屋3家区文旅局已完成。"))


def test_item_behind_a_name_that_ends_as_names_do_is_not_asked_about():
    rows = (
        "1公园工程新建公园5座。区园林局已完工3座。",
        "2水厂工程改造水厂泵站6处。区水务局已完成2处。",
        "3书屋工程新建书屋3家。区文旅局已完成1家。",
    )
    assert (2, "item") not in doubted(headed(*rows))


RATED = "序号项目名称责任单位二季度目标完成率(%)滞后原因备注"


def test_theme_behind_a_percentage_without_its_sign_stands_over_the_rows_below():
    first = "(一)幼有所托1新建托班9个。县教育局完成封顶。982改造园所4处。县教育局完成招标。43"
    second = "(二)水清岸绿3疏浚河道12公里。县水务局完成施工。7.5"
    page = page_of(
        "\n".join((TITLE, RATED, f"{first}{second}(三)文化惠民4唱戏20场。县文旅局完成8场。60"))
    )
    assert column(page, "theme") == ["(一)幼有所托"] * 2 + ["(二)水清岸绿", "(三)文化惠民"]
    assert column(page, "percent") == ["98", "43", "7.5", "60"]


def test_theme_without_brackets_behind_a_percentage_stands_over_the_rows_below():
    first = "一、幼有所托1新建托班9个。县教育局完成封顶。98"
    second = "二、水清岸绿2疏浚河道12公里。县水务局完成施工。100"
    page = page_of(
        "\n".join((TITLE, RATED, f"{first}{second}三、文化惠民3唱戏20场。县文旅局完成8场。60"))
    )
    assert column(page, "theme") == ["一、幼有所托", "二、水清岸绿", "三、文化惠民"]
    assert column(page, "percent") == ["98", "100", "60"]


def test_part_that_a_sentence_names_behind_its_number_is_no_theme():
    for header, end in ((RATED, "70"), ("序号项目名称责任单位二季度目标", "")):
        rows = f"1新建托班9个。县教育局完成封顶。{end}2疏浚河道12公里。县水务局完成标段5(二)土方开挖3唱戏20场。县文旅局完成8场。{end}"
        page = page_of("\n".join((TITLE, header, rows)))
        assert column(page, "theme") == [None] * 3


REPORTED = "序号项目名称责任单位总投资(万元)进展情况"


def test_report_of_the_parts_of_the_works_behind_a_sum_is_no_theme():
    rows = (
        "1建设人才公寓。县住建局3600一、二期基础正在浇筑",
        "2疏浚河道12公里。县水务局700已疏浚5公里",
        "3修建图书馆。县文旅局1800一、二层隔墙基本砌好",
    )
    page = page_of("\n".join((TITLE, REPORTED, *rows)))
    assert column(page, "theme") == [None] * 3
    told = column(page, "progress")
    assert told == ["一、二期基础正在浇筑", "已疏浚5公里", "一、二层隔墙基本砌好"]


def test_report_of_a_stretch_behind_a_percentage_is_no_theme():
    rows = (
        "1修建环湖路。县交通局35(一)标段正在铺油",
        "2疏浚河道12公里。县水务局70已疏浚5公里",
        "3唱戏20场。县文旅局80已唱16场",
    )
    header = "序号项目名称责任单位完成比例(%)进展情况备注"
    page = page_of("\n".join((TITLE, header, *rows)))
    assert column(page, "theme") == [None] * 3
    assert column(page, "progress")[0] == "(一)标段正在铺油"


def test_goal_that_begins_with_numerals_behind_a_sum_is_no_theme():
    rows = (
        "1建设人才公寓。县住建局3600一、二期主体封顶",
        "2疏浚河道12公里。县水务局700累计疏浚5公里",
    )
    page = page_of("\n".join((TITLE, REPORTED.replace("进展情况", "年度目标"), *rows)))
    assert column(page, "theme") == [None] * 2
    assert column(page, "goal")[0].endswith("一、二期主体封顶")


def test_reason_that_names_a_part_behind_a_percentage_is_no_theme():
    first = "(一)幼有所托1新建托班9个。县教育局完成封顶。982改造园所4处。县教育局完成招标。43"
    for reason in ("(二)标段征地受阻", "(三)期土方未运", "(一)水清岸绿"):
        rows = f"{first}{reason}3疏浚河道12公里。县水务局完成铺管。60"
        page = page_of("\n".join((TITLE, RATED, rows)))
        assert column(page, "theme") == ["(一)幼有所托"] * 3


def test_theme_behind_a_sum_that_ends_the_row_stands_over_the_rows_below():
    header = "序号项目名称责任单位二季度目标总投资(万元)"
    first = "一、幼有所托(1项)1新建托班9个。县教育局完成封顶。980"
    rows = f"{first}二、水清岸绿(1项)2疏浚河道12公里。县水务局完成铺管。1000"
    page = page_of("\n".join((TITLE, header, rows)))
    assert [t[:2] for t in column(page, "theme")] == ["一、", "二、"]
