"""Offices behind a surname, or behind the end of a word that is a surname elsewhere: 泵房|韩副区长, 工程|副区长."""

from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号项目名称牵头领导责任单位进展情况"


def read(*rows):
    return page_of("\n".join((TITLE, HEADER, *rows)))


def test_end_of_a_word_is_no_surname_where_offices_stand_alone():
    page = read(
        "1修缮球场4片副区长区文旅局已开工。",
        "2实施泄洪渠加固工程副区长区水务局已开工。",
        "3公交枢纽扩容副区长区交通局已开工。",
    )
    assert column(page, "leaders") == [["副区长"]] * 3
    assert column(page, "item")[1:] == ["实施泄洪渠加固工程", "公交枢纽扩容"]


def test_title_before_an_office_is_part_of_it():
    page = read(
        "1修缮球场4片主管副区长区文旅局已开工。", "2铺设燃气管6公里主管副区长区住建局已开工。"
    )
    assert column(page, "leaders") == [["主管副区长"]] * 2


def test_surname_stays_with_its_office_where_the_page_prints_surnames():
    page = read(
        "1修缮球场4片孙副区长区文旅局已开工。",
        "2翻修闸房何副区长区水务局已开工。",
        "3补植街角花木沈常委区园林局已开工。",
    )
    assert column(page, "leaders") == [["孙副区长"], ["何副区长"], ["沈常委"]]
    assert column(page, "item")[1:] == ["翻修闸房", "补植街角花木"]


def test_surname_that_may_end_a_word_is_asked_about_where_no_row_tells():
    page = read("1翻修闸房副区长区水务局已开工。")
    assert {(1, "item"), (1, "leaders")} <= doubted(page)


def test_surname_stands_before_the_first_deputy_as_before_any_other():
    page = read(
        "1修缮球场4片常常务副区长、孙主任区文旅局已开工。",
        "2翻修闸房何常务副区长区水务局已开工。",
        "3补植街角花木9处沈副区长区园林局已开工。",
    )
    assert column(page, "leaders") == [["常常务副区长", "孙主任"], ["何常务副区长"], ["沈副区长"]]
    assert column(page, "item")[1] == "翻修闸房"


def test_first_deputy_behind_a_report_takes_no_character_of_it():
    page = page_of(
        "\n".join(
            (
                TITLE,
                "序号项目名称责任单位牵头领导进展情况",
                "1修缮球场4片区文旅局郝常务副区长已开工。",
                "2铺设步道4公里区住建局孙副区长已完工。",
            )
        )
    )
    assert column(page, "leaders") == [["郝常务副区长"], ["孙副区长"]]
    assert column(page, "progress") == ["已开工。", "已完工。"]


def test_first_deputy_without_a_surname_takes_none_from_the_item():
    page = read(
        "1修缮球场4片常务副区长区文旅局已开工。",
        "2实施泄洪渠加固工程常务副区长区水务局已开工。",
        "3公交枢纽扩容副区长区交通局已开工。",
    )
    assert column(page, "leaders") == [["常务副区长"], ["常务副区长"], ["副区长"]]
    assert column(page, "item")[1:] == ["实施泄洪渠加固工程", "公交枢纽扩容"]
