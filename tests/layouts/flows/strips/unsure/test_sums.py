from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号项目名称牵头单位进展情况完成比例(%)总投资"


def read(*rows, header=HEADER):
    return page_of("\n".join((TITLE, header, *rows)))


def test_sums_that_bare_percentages_may_run_into_are_asked_about_with_the_percentages():
    page = read(
        "1新建口袋公园5处县住建局已完工3处。4527300万元",
        "2改造旧泵房12座县水务局正在招标。7.52600万元",
        "3加固堤坝3公里县应急局已开工。60800万元",
    )
    asked = {(order, name) for order in (1, 2, 3) for name in ("percent", "investment")}
    assert asked <= doubted(page)


def test_sums_behind_percentages_with_their_sign_are_read():
    page = read(
        "1新建口袋公园5处县住建局已完工3处。45%27300万元",
        "2改造旧泵房12座县水务局正在招标。7.5%2600万元",
        "3加固堤坝3公里县应急局已开工。60%800万元",
    )
    assert column(page, "investment") == ["27300万元", "2600万元", "800万元"]
    assert not {name for _, name in doubted(page)} & {"percent", "investment"}


def test_second_sum_in_hundred_millions_is_read_beside_one_in_ten_thousands():
    header = "序号项目名称投资估算累计完成投资年度目标进展情况牵头单位"
    page = read(
        "1新建口袋公园5处。3650万元1207万元完成5处。已完工3处。县住建局",
        "2改造旧泵房12座。28415万元0.27亿元完成招标。正在招标。县水务局",
        "3加固堤坝3公里。1.4亿元8030万元完成开工。已开工。县应急局",
        header=header,
    )
    assert column(page, "investment") == ["3650万元", "28415万元", "1.4亿元"]
    assert column(page, "goal") == ["完成5处。", "完成招标。", "完成开工。"]


NUMBERS = {"percent", "investment"}


def test_sums_with_thousands_commas_that_bare_percentages_may_run_into_are_asked_about():
    page = read(
        "1修建环湖路5公里县交通局已铺油3公里。351,400万元",
        "2唱戏12场县文旅局正在排演。702,800万元",
    )
    assert {(order, name) for order in (1, 2) for name in NUMBERS} <= doubted(page)


def test_longer_sums_are_asked_about_though_one_row_prints_its_percentage_with_the_sign():
    page = read(
        "1修建环湖路5公里县交通局已铺油3公里。35%1400万元",
        "2唱戏12场县文旅局正在排演。702800万元",
        "3疏浚河道3公里县水务局已开工。251.6亿元",
        "4疏浚池塘3口县水务局已开工。7.52600万元",
    )
    asked = doubted(page)
    assert {(order, name) for order in (2, 3, 4) for name in NUMBERS} <= asked
    assert not {(1, name) for name in NUMBERS} & asked


def test_sums_no_longer_than_those_behind_signed_percentages_are_read():
    for between in ("", "县级"):
        header = HEADER.replace("总投资", "级别总投资") if between else HEADER
        page = read(
            f"1修建环湖路5公里。县交通局已铺油3公里。35%{between}1,400万元",
            f"2唱戏12场。县文旅局已排演。100%{between}2,160万元",
            "3疏浚河道3公里。县水务局已完成招标。700.5万元",
            "4修建书屋3家。县文旅局已完成选址。48万元",
            header=header,
        )
        assert not {name for _, name in doubted(page)} & NUMBERS


def test_sums_of_a_page_without_any_percentage_are_read():
    rows = (f"{n}疏浚池塘{n + 2}口。县水务局已疏浚{n}口。{n + 57}万元" for n in range(1, 34))
    page = read(*rows)
    assert column(page, "investment")[2] == "60万元"
    assert not {name for _, name in doubted(page)} & NUMBERS


def test_longer_sums_of_a_page_with_some_that_hold_no_percentage_are_asked_about():
    whole = [f"{n}疏浚池塘{n + 2}口。县水务局已疏浚{n}口。{n}00万元" for n in range(1, 5)]
    page = read(*whole, "5唱戏12场。县文旅局正在排演。702800万元")
    assert {(5, name) for name in NUMBERS} <= doubted(page)
    assert not {(1, name) for name in NUMBERS} & doubted(page)
