import pytest

from shishi.layouts.flows.strips.codes.finding import find_codes
from shishi.layouts.flows.strips.codes.numbers import Numbers, numbers_of
from shishi.records import Field


def starts(body, *, number_last=False):
    numbers = Numbers(last=number_last)
    found = find_codes(body, statuses=frozenset({"正常"}), numbers=numbers)
    return [(c.code[-1], c.start) for c in found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("1修路3条。区住建局2造林。市林业局", [(1, 0), (2, 10)]),
        ("1修路3条。正常2造林。正常3供水。正常", [(1, 0), (2, 8), (3, 14)]),
        ("1修路。12家。区住建局2造林。", [(1, 0), (2, 12)]),
    ],
)
def test_glued_rows_begin_where_numbers_follow_each_other(body, found):
    assert starts(body) == found


@pytest.mark.parametrize(
    "body", ["1新建绿道。目前已完成2个标段,第3标段进场。", "1修路2条,造林3亩,供水4处。"]
)
def test_number_that_counts_something_begins_no_row(body):
    assert starts(body) == [(1, 0)]


def test_code_after_a_bare_number_is_cut_off_it_only_where_a_number_stands_last():
    body = "1修路。区住建局10002造林。区林业局3003供水。"
    assert [n for n, _ in starts(body, number_last=True)] == [1, 2, 3]
    assert [n for n, _ in starts(body)] == [1]


def test_code_with_a_zero_before_it_is_cut_off_no_words():
    body = "01修路3条跨年度完成02造林5亩跨年度完成03供水。"
    assert starts(body, number_last=True) == [(1, 0), (2, 11), (3, 22)]


def test_code_behind_a_number_that_ends_with_zeros_is_cut_off_it():
    body = "1修路。区住建局3002造林。区林业局4003供水。"
    assert starts(body, number_last=True) == [(1, 0), (2, 11), (3, 22)]


def test_code_in_brackets_is_cut_off_the_number_that_ends_a_row():
    body = "(1)修路区住建局660.2(2)造林区林业局12(3)供水5(处)区水务局300"
    assert [n for n, _ in starts(body, number_last=True)] == [1, 2, 3]


def test_number_in_brackets_behind_another_is_no_code_where_it_does_not_count_on():
    body = "(1)修路3(9)条。区住建局660(2)造林。区林业局12"
    assert [n for n, _ in starts(body, number_last=True)] == [1, 2]


def test_code_behind_a_count_that_lost_its_measure_is_cut_off_it():
    body = "1.1修路30条。区住建局改造床位642.1造林。区林业局打造食堂4套2.2供水。区水务局新建泊位3处"
    found = find_codes(body, statuses=frozenset())
    assert [c.code for c in found] == [(1, 1), (2, 1), (2, 2)]


@pytest.mark.parametrize("share", ["87%", "5%"])
def test_dotted_code_touches_the_percentage_behind_it_though_a_theme_may_stand_between(share):
    body = f"1.1平安建设68%修路。区住建局1.2{share}造林。区林业局1.3打通供水。区水务局"
    numbers = numbers_of([Field.THEME, Field.PERCENT, Field.ITEM], alone=True)
    found = find_codes(body, statuses=frozenset(), numbers=numbers)
    assert [(c.code, body[c.start : c.end]) for c in found] == [
        ((1, 1), "1.1"),
        ((1, 2), "1.2"),
        ((1, 3), "1.3"),
    ]


def test_code_that_is_not_seen_costs_its_own_row_only():
    body = "1修路。区住建局2造林。区林业局供水。区水务局4绿化。区园林局5照明。区住建局"
    assert [n for n, _ in starts(body)] == [1, 2, 4, 5]


def test_number_that_comes_again_in_a_glued_row_begins_none():
    body = "1修路。区住建局2造林。完成2标段。区林业局3供水。区水务局"
    assert [n for n, _ in starts(body)] == [1, 2, 3]


@pytest.mark.parametrize("form", ["({})", "{}、"])
def test_codes_in_chinese_numerals_or_brackets_begin_rows(form):
    rows = ["修路。区住建局", "造林。区林业局", "供水。区水务局"]
    for numerals in ("一二三", "123"):
        codes = [form.format(n) for n in numerals]
        body = "".join(c + r for c, r in zip(codes, rows, strict=True))
        found = find_codes(body, statuses=frozenset())
        assert [body[c.start : c.end] for c in found] == codes


def test_two_numbered_themes_beside_numbered_rows_begin_none():
    body = "1一、便民出行修路。区住建局2造林。区林业局3二、绿色生态供水。区水务局"
    assert [n for n, _ in starts(body)] == [1, 2, 3]


def test_marks_of_a_list_inside_a_cell_are_no_codes_beside_plain_numbers():
    body = "1修路。(1)招标。(2)开工。(3)完工。区住建局2造林。(1)招标。(2)开工。区林业局"
    assert [n for n, _ in starts(body)] == [1, 2]


NUMERALS = [*"一二三四五六七八九十", "十一", "十二"]


def test_codes_in_numerals_without_a_mark_begin_rows():
    rows = [f"{n}新建绿道{k + 3}公里。区水务局" for k, n in enumerate(NUMERALS)]
    found = find_codes("".join(rows), statuses=frozenset())
    assert [c.code[0] for c in found] == [*range(1, 13)]


@pytest.mark.parametrize("item", ["推出“一件事”12项", "改造二期工程", "创建三级医院"])
def test_numeral_that_counts_or_makes_a_word_begins_no_row(item):
    body = f"一新建绿道。区水务局二{item}。区住建局三造林。区林业局"
    assert [c.code[0] for c in find_codes(body, statuses=frozenset())] == [1, 2, 3]


def test_numbers_begin_anew_behind_a_numbered_heading():
    body = "1修路。区住建局2造林。区林业局二、供水保障1供水。区水务局2绿化。区园林局"
    assert [n for n, _ in starts(body)] == [1, 2, 1, 2]


def test_numbers_do_not_begin_anew_without_a_heading():
    body = "1修路。区住建局2造林。完成1标段。区林业局3供水。区水务局"
    assert [n for n, _ in starts(body)] == [1, 2, 3]


def test_number_that_comes_again_at_the_start_of_a_line_begins_a_row():
    body = "1修路。区住建局\n2造林。区林业局\n2绿化。区园林局\n3供水。区水务局"
    assert [n for n, _ in starts(body)] == [1, 2, 2, 3]


@pytest.mark.parametrize("said", ["长堤路(K0+000—K3+4)已贯通。", "完成3—5处。", "第2标段进场。"])
def test_number_of_a_range_or_a_stake_begins_no_row(said):
    body = f"1修路。区住建局2造林。区林业局3供水。{said}区水务局"
    assert [n for n, _ in starts(body)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("1.1修路。民政局1.2造林。另附1.3人社局供水", [(1, 0), (2, 9), (3, 17)]),
        (
            "1修路。区住建局\n2造林。跨年度3供水。跨年度4桥梁。\n5照明。",
            [(1, 0), (2, 9), (3, 16), (4, 23), (5, 28)],
        ),
    ],
)
def test_code_behind_a_remark_begins_a_row(body, found):
    assert starts(body) == found


def test_number_with_a_point_that_measures_something_begins_no_row():
    assert starts("1.1修路。民政局1.2造林。民政局1.3公里堤防。") == [(1, 0), (2, 9)]


def test_numbers_of_a_list_begin_no_rows_where_codes_begin_all_lines():
    lines = [
        "1主要包括:1修路3条;2造林5亩。区住建局",
        "2改造泵房9座。区水务局已完成",
        "3供水到户300户。区水务局已完成",
        "4主要包括:1新建公厕3座;2绿道5公里。区城管局",
    ]
    body = "\n".join(lines)
    assert [n for n, _ in starts(body)] == [1, 2, 3, 4]


def test_rows_that_begin_within_lines_are_found_where_codes_begin_few_of_them():
    body = "1修路3条。区住建局2造林5亩。区林业局\n3供水到户。区水务局4新建公厕3座。区城管局"
    assert [n for n, _ in starts(body)] == [1, 2, 3, 4]


def test_codes_with_a_full_stop_begin_rows_and_numbers_of_lists_do_not():
    body = "1.修路3条。1、已完成1条;2、已开工2条。区住建局2.造林5亩。1、已完成。区林业局"
    assert [n for n, _ in starts(body)] == [1, 2]


def test_decimal_is_no_code_with_a_full_stop():
    assert [n for n, _ in starts("1修路3.5公里。区住建局2造林2.5亩。区林业局")] == [1, 2]


def test_codes_behind_headings_on_their_lines_are_followed_past_numbered_lists():
    body = (
        "一、便民出行1.1修路3条区住建局1.完成招标;2.已开工\n1.2打通道路区住建局1.完成招标\n"
        "二、绿色生态2.1造林区林业局1.已开工;2.完成3亩;3.已完工\n2.2改造公园区林业局1.完成招标"
    )
    found = find_codes(body, statuses=frozenset())
    assert [c.code for c in found] == [(1, 1), (1, 2), (2, 1), (2, 2)]


@pytest.mark.parametrize(("last", "found"), [("2.4绿化", 3), ("4绿化", 4)])
def test_digit_behind_a_point_is_no_code_of_its_own(last, found):
    body = f"1修路。区住建局2造林。区林业局3供水。已完工{last}。区园林局"
    assert [n for n, _ in starts(body)] == [1, 2, 3, 4][:found]


@pytest.mark.parametrize("themes", [("(一)平安", "(二)更新", "(三)救助"), ("", "", "")])
def test_number_of_a_theme_behind_the_same_code_is_no_code(themes):
    rows = ["修路。区住建局", "造林。区林业局", "供水。区水务局"]
    parts = [f"({n}){t}{r}" for n, t, r in zip("一二三", themes, rows, strict=True)]
    found = find_codes("".join(parts), statuses=frozenset())
    assert [c.start for c in found] == [sum(map(len, parts[:k])) for k in range(3)]


SECTIONS = (
    "一、便民出行{0}修路3条。区住建局{1}打通道路。区住建局",
    "二、绿色生态{2}造林。区林业局{3}改造公园。区林业局{4}整治河道。区水务局",
    "三、供水保障{5}新建泵房。区水务局",
    "四、健康服务{6}新建卫生室。区卫健局{7}接种疫苗。区卫健局",
)


@pytest.mark.parametrize(
    "printed", ["1 2 1 2 3 1 1 2", "1.1 1.2 2.1 2.2 2.3 3.1 4.1 4.2", "1 2 3 4 5 6 7 8"]
)
def test_rows_within_lines_that_are_sections_are_found(printed):
    body = "\n".join(SECTIONS).format(*printed.split())
    found = find_codes(body, statuses=frozenset())
    assert [body[c.start : c.end] for c in found] == printed.split()


def test_rows_within_sections_are_found_though_a_page_break_parts_one_of_them():
    printed = ["1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "4.1", "4.2"]
    body = "\n".join(SECTIONS).format(*printed).replace("2.2", "\n2.2")
    found = find_codes(body, statuses=frozenset())
    assert [body[c.start : c.end] for c in found] == printed


def test_numbers_of_a_list_begin_no_rows_on_lines_that_count_on_under_headings():
    lines = [
        "一、便民出行1主要包括:1修路3条;2造林5亩。区住建局",
        "2改造泵房9座。区水务局已完成",
        "二、绿色生态1主要包括:1新建公厕3座;2绿道5公里。区城管局",
        "2供水到户300户。区水务局已完成",
    ]
    assert [n for n, _ in starts("\n".join(lines))] == [1, 2, 1, 2]


LISTED = (
    "1.1修路3条。区住建局1{0}完成招标;2{0}已开工;3{0}完成1条。"
    "1.2打通道路。区住建局1{0}完成招标;2{0}已开工;3{0}完工。"
    "{1}2.1造林。区林业局1{0}完成3亩;2{0}已开工;3{0}完工。2.2改造公园。区林业局"
)


@pytest.mark.parametrize("above", ["", "一、便民出行", "便民出行"])
@pytest.mark.parametrize("between", ["", "二、绿色生态"])
@pytest.mark.parametrize("mark", ["", ".", "、"])
def test_numbers_of_lists_are_no_codes_where_codes_have_two_levels(above, between, mark):
    body = above + LISTED.format(mark, between)
    found = find_codes(body, statuses=frozenset())
    assert [c.code for c in found] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_section_that_is_not_seen_between_two_others_costs_its_own_rows_only():
    body = "便民出行1.1修路。区住建局1.2造林。区林业局2供水。区水务局3.1照明。区住建局3.2绿化。区园林局"
    found = find_codes(body, statuses=frozenset())
    assert [c.code for c in found] == [(1, 1), (1, 2), (3, 1), (3, 2)]


@pytest.mark.parametrize("mark", ["", ".", "、"])
def test_codes_of_one_level_begin_anew_with_the_mark_of_the_first_behind_its_heading(mark):
    body = (
        f"一、便民出行1{mark}修路。区住建局2{mark}造林。区林业局二、供水保障1{mark}供水。区水务局"
    )
    assert [n for n, _ in starts(body)] == [1, 2, 1]


@pytest.mark.parametrize("said", ["较计划提前3天另附", "建成123小时书屋另附"])
def test_number_that_counts_days_or_hours_begins_no_row(said):
    body = f"1修路。区住建局2造林。{said}3供水。区水务局"
    assert starts(body) == [(1, 0), (2, 8), (3, body.index("3供水"))]


@pytest.mark.parametrize("item", ["天然气管道改造", "天桥加装电梯", "小学扩建"])
def test_code_before_an_item_that_begins_like_a_measure_begins_its_row(item):
    assert [n for n, _ in starts(f"1修路。区住建局2{item}。区教育局3供水。")] == [1, 2, 3]


INVESTED = "1修路。区住建局4000二季度开工2造林。区林业局300{}供水。区水务局5000年底前完工。4绿化。区园林局60年底前完工"


def test_code_that_touches_a_number_is_cut_off_where_the_cells_behind_the_number_are_blank():
    numbers = numbers_of([Field.ITEM, Field.LEAD_UNITS, Field.INVESTMENT, Field.GOAL], alone=True)
    found = find_codes(INVESTED.format(3), statuses=frozenset(), numbers=numbers)
    assert [c.code for c in found] == [(1,), (2,), (3,), (4,)]


@pytest.mark.parametrize("fields", [(Field.INVESTMENT,), ()])
def test_no_code_is_cut_off_a_number_that_ends_otherwise_or_without_a_column_of_numbers(fields):
    numbers = numbers_of([Field.ITEM, Field.LEAD_UNITS, *fields, Field.GOAL], alone=True)
    body = INVESTED.format(6 if fields else 3)
    found = find_codes(body, statuses=frozenset(), numbers=numbers)
    assert [c.code for c in found] == [(1,), (2,), (4,)]


UNNUMBERED = (
    "便民出行1修路。区住建局2造林。区林业局绿色生态1公园改造。区园林局2绿道。区水务局3除险。区水务局"
    "供水保障1泵房改造。区水务局2换管。区水务局{}健康服务1接种疫苗。区卫健局2体检。区卫健局"
)


def test_section_of_one_row_begins_anew_where_sections_without_numbers_often_do():
    body = UNNUMBERED.format("平安守望1安装报警器。区应急局")
    assert [n for n, _ in starts(body)] == [1, 2, 1, 2, 3, 1, 2, 1, 1, 2]


@pytest.mark.parametrize(
    "said", ["计划12月完成。区应急局", "累计完成1次。区应急局", "方案1、已定。"]
)
def test_number_that_counts_or_touches_others_begins_nothing_anew_there(said):
    assert [n for n, _ in starts(UNNUMBERED.format(said))] == [1, 2, 1, 2, 3, 1, 2, 1, 2]


def test_lone_number_between_words_begins_nothing_anew_where_the_numbers_count_on():
    body = "便民出行1修路。区住建局2造林。区林业局方案1已定。区应急局3供水。区水务局"
    assert [n for n, _ in starts(body)] == [1, 2, 3]


@pytest.mark.parametrize("end", ["", "\n"])
def test_code_before_the_mark_of_a_blank_cell_begins_a_row(end):
    body = f"1欧阳岚修路。区住建局{end}2—造林5个,共9亩。区林业局{end}3——供水。区水务局"
    assert [n for n, _ in starts(body)] == [1, 2, 3]


def test_first_number_of_a_range_begins_no_row():
    body = "1修路。区住建局造林。2—4月完工。区林业局2供水。区水务局"
    assert starts(body) == [(1, 0), (2, body.index("2供水"))]


def test_code_with_fewer_levels_than_the_first_begins_a_row_where_it_begins_a_line():
    body = "1.1修路。区住建局\n1.2造林。区林业局\n2供水。区水务局\n3绿化。区园林局"
    assert [c.code for c in find_codes(body, statuses=frozenset())] == [(1, 1), (1, 2), (2,), (3,)]


def codes_by(body, **numbers):
    found = find_codes(body, statuses=frozenset(), numbers=Numbers(**numbers))
    return [".".join(map(str, c.code)) for c in found]


DATED = "1.1修路3条。12月底2.1造林。2031年9月底2.2供水。2031.83.1绿化。2031.114.1照明。9月前"


def test_code_behind_a_date_begins_a_row_where_dates_stand_last():
    assert codes_by(DATED, dated=True) == ["1.1", "2.1", "2.2", "3.1", "4.1"]


def test_day_and_count_behind_a_month_begin_no_row_where_dates_stand_last():
    body = "1修路3条。截至9月2日已完成2条。12月底2造林。到12月3处开工。9月"
    assert codes_by(body, dated=True) == ["1", "2"]


def test_year_and_month_alone_hold_no_code():
    assert codes_by("1修路3条。2031.102造林。2031.12月。", dated=True) == ["1", "2"]
    assert codes_by("1修路3条。2031.10造林。", dated=True) == ["1"]
