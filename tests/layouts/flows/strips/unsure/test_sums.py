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
