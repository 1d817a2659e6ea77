import pytest

from shishi.layouts.flows.spreading import CutCell
from shishi.layouts.flows.strips.unsure.seams import Seams
from shishi.records import Field

CODE, THEME, ITEM, GOAL = Field.CODE, Field.THEME, Field.ITEM, Field.GOAL
DONE, WHY, LEAD, HELP = Field.PROGRESS, Field.EXPLANATION, Field.LEAD_UNITS, Field.SUPPORT_UNITS
SUM, SHARE = Field.INVESTMENT, Field.PERCENT
STATUS, LEADERS, LEVELS = Field.STATUS, Field.LEADERS, Field.LEVELS


def settled(
    row, *fields, more="", marks="、", themes=(), statuses=frozenset({"正常"}), opening=False
):
    """Give the columns certain in a row, its cells parted by "|"; nothing stands in a blank. `more` follows on the page."""
    cells, at = {}, 0
    for k, text in enumerate(row.split("|")):
        if text:
            cells[k] = CutCell(at, at + len(text), 0, k), 0
        at += len(text)
    body = row.replace("|", "") + more
    seams = Seams(
        body,
        fields,
        known=frozenset(),
        statuses=statuses,
        marks=marks,
        themes=themes,
        opening=opening,
    )
    return {fields[k] for k, (cell, _) in seams.settle(cells, 6).items() if cell.margin}


@pytest.mark.parametrize("row", ["1|新建绿道9条。|区水务局", "1|新建绿道9条|区教育局、区水务局"])
def test_item_before_a_usual_name_is_certain_to_end_there(row):
    assert settled(row, CODE, ITEM, LEAD) == {CODE, ITEM, LEAD}


@pytest.mark.parametrize("row", ["1|新建绿道9条区体育局|区水务局", "1|新建绿道9|条区水务局"])
def test_item_with_a_name_at_its_end_or_behind_a_half_word_is_not(row):
    assert settled(row, CODE, ITEM, LEAD) == {CODE}


def test_item_before_units_is_not_certain_where_its_goal_may_stand_in_it():
    assert settled("1|新建绿道9条||区水务局", CODE, ITEM, GOAL, LEAD) == {CODE}


@pytest.mark.parametrize(
    "row",
    [
        "区水务局|完成主体结构封顶。|绿道已全部落实点位。",
        "区水务局|力争9月完成招标|目前已完成招标。",
        "区水务局|建成泵站3座|已建成泵站2座。",
        "区水务局|确保管网通畅,水质达标。|目前泵站进场。",
    ],
)
def test_one_planned_sentence_before_what_is_done_is_certain(row):
    assert settled(row, LEAD, GOAL, DONE) == {LEAD, GOAL, DONE}


@pytest.mark.parametrize(
    "row",
    [
        "区水务局|完成招标。已进场。|正在施工。",
        "区水务局|完成总量的61%翠林路|已完工。",
        "区水务局|建成泵站;完成招标;|已建成泵站2座。",
        "区水务局|开展摸底调查,形成清单本月新增43个。|前4个点位已完工。",
        "区水务局|建成泵站2座泵站选址3处。|前4个点位完工。",
        "区水务局|全域排查本月新增43个。|前4个点位完工。",
    ],
)
def test_goal_of_more_sentences_or_with_the_place_of_a_report_is_not(row):
    assert GOAL not in settled(row, LEAD, GOAL, DONE)


def test_report_that_begins_with_a_town_is_not_certain():
    assert settled("区水务局|河口镇3座已完成。", LEAD, DONE) == set()


def test_reason_behind_a_report_is_certain_where_it_begins_as_one():
    row = "区水务局|已完成招标。|因土地未征收,开工延后。"
    assert settled(row, LEAD, DONE, WHY) == {LEAD, DONE, WHY}
    assert settled("区水务局|已完成招标。|开工延后。", LEAD, DONE, WHY) == {LEAD}
    row = "区水务局|已完成招标。|受汛期影响停工,现已复工。部分居民不同意。"
    assert settled(row, LEAD, DONE, WHY) == {LEAD}


def test_last_cell_of_a_row_is_not_certain_where_a_reason_may_stand_in_it():
    assert settled("区水务局|已完成招标。开工延后。|", LEAD, DONE, WHY) == {LEAD}
    assert settled("区水务局|已完成招标。|", LEAD, DONE, WHY) == {LEAD, DONE}


def test_two_units_with_nothing_between_are_certain_only_where_lists_have_marks():
    row = "1|新建绿道9条。|区水务局|区教育局"
    assert settled(row, CODE, ITEM, LEAD, HELP) == {CODE, ITEM, LEAD, HELP}
    assert settled(row, CODE, ITEM, LEAD, HELP, marks="") == {CODE, ITEM}


@pytest.mark.parametrize("units", ["区教育局|区民政局区财政局", "区教育局区民政局|区财政局"])
def test_two_units_are_not_certain_where_a_list_beside_lacks_its_mark(units):
    assert settled(f"1|新建绿道9条。|{units}", CODE, ITEM, LEAD, HELP) == {CODE, ITEM}
    marked = f"1|新建绿道9条。|{units}".replace("局区", "局、区")
    assert settled(marked, CODE, ITEM, LEAD, HELP) == {CODE, ITEM, LEAD, HELP}


def test_theme_of_a_few_words_is_certain_before_one_verb():
    assert settled("1|便民出行|新建公交站3座", CODE, THEME, ITEM) == {CODE, THEME, ITEM}
    assert settled("1|宜居环境|建设新建绿道3条", CODE, THEME, ITEM) == {CODE}


@pytest.mark.parametrize(
    ("row", "themes"),
    [
        ("3|老旧小区|改造楼房5栋", ["便民出行", "老旧小区"]),
        ("4|城乡环境提升|改造小区5个", ["便民出行", "城乡环境提升"]),
        ("4|老旧小区改造|更新小区5个", ["便民出行", "老旧小区改造"]),
    ],
)
def test_theme_that_may_be_the_first_words_of_its_item_is_not_certain(row, themes):
    assert THEME not in settled(row, CODE, THEME, ITEM, themes=themes)


@pytest.mark.parametrize(
    ("row", "themes"),
    [
        ("3|老旧小区|改造楼房5栋", ["老旧小区", "", "老旧小区"]),
        ("3|便民出行|改造站亭5座", ["便民出行", "老旧小区"]),
    ],
)
def test_theme_that_rows_print_again_or_that_ends_as_themes_do_is_certain(row, themes):
    assert settled(row, CODE, THEME, ITEM, themes=themes) == {CODE, THEME, ITEM}


def test_person_is_certain_only_where_other_characters_stand_around():
    row = "1|新建绿道9条|顾长河|区水务局"
    assert LEADERS in settled(row, CODE, ITEM, LEADERS, LEAD, more="2造林。顾长河、方朔")
    assert LEADERS not in settled("1|新建绿道9条顾|长河|区水务局", CODE, ITEM, LEADERS, LEAD)


@pytest.mark.parametrize(
    ("row", "certain"),
    [
        ("1|新建绿道。|230|完成招标", {CODE, ITEM, SUM, GOAL}),
        ("1|新建绿道。|23|0年内开工", {CODE, ITEM}),
    ],
)
def test_number_is_certain_where_no_digit_follows(row, certain):
    assert settled(row, CODE, ITEM, SUM, GOAL) == certain


@pytest.mark.parametrize(
    ("row", "certain"),
    [
        ("3|新增公交车|20300|全部投用", {CODE, GOAL}),
        ("3|新增公交车20辆|300|全部投用", {CODE, ITEM, SUM, GOAL}),
        ("3|新增公交车(二期)|300|全部投用", {CODE, ITEM, SUM, GOAL}),
    ],
)
def test_number_behind_words_that_it_may_count_is_not_certain_to_begin_there(row, certain):
    assert settled(row, CODE, ITEM, SUM, GOAL) == certain


@pytest.mark.parametrize(
    ("row", "certain"),
    [
        ("区水务局||30.3|—已完成招标", {LEAD}),
        ("区水务局|30.3||已完成招标", {LEAD, DONE}),
        ("区水务局|30.3|—|已完成招标", {LEAD, SHARE, DONE}),
        ("区水务局|—|—|已完成招标", {LEAD, SUM, SHARE, DONE}),
    ],
)
def test_number_is_not_certain_where_another_column_of_numbers_is_blank_or_has_a_mark(row, certain):
    assert settled(row, LEAD, SUM, SHARE, DONE) == certain


@pytest.mark.parametrize(("share", "certain"), [("91%", True), ("2", False)])
def test_percentage_is_certain_only_with_its_sign_for_it_may_be_the_next_code(share, certain):
    told = settled(f"区水务局|{share}|已建成泵站2座。", LEAD, SHARE, DONE)
    assert (SHARE in told) == certain


def test_number_is_certain_where_the_table_has_no_other_column_of_numbers():
    assert settled("区水务局|30.3|已完成招标", LEAD, SUM, DONE) == {LEAD, SUM, DONE}


def test_units_are_not_certain_before_a_sentence_that_the_last_may_begin():
    row = "3|新建绿道9条。|区住建局区教育局|正在选址。"
    assert settled(row, CODE, ITEM, LEAD, DONE) == {CODE, ITEM}
    row = "3|新建绿道9条。|区住建局、区教育局|正在选址。"
    assert settled(row, CODE, ITEM, LEAD, DONE) == {CODE, ITEM, LEAD, DONE}


def test_units_are_not_certain_beside_a_report_in_which_a_sentence_begins_with_one():
    assert settled("区水务局|已完成3座。区科技局已完成招标。", LEAD, DONE) == set()
    assert settled("区水务局|已完成3座。正与区科技局对接。", LEAD, DONE) == {LEAD, DONE}


@pytest.mark.parametrize("units", ["区水务局、河口镇", "区水务局"])
def test_units_before_a_number_are_certain_also_where_a_town_ends_them(units):
    assert LEAD in settled(f"1|新建绿道9条。|{units}|230|完成招标", CODE, ITEM, LEAD, SUM, GOAL)


@pytest.mark.parametrize("units", ["区水务局、河口镇", "区水务局、南湾街道"])
def test_town_before_words_is_not_certain_to_end_the_units(units):
    assert LEAD not in settled(f"1|新建绿道9条。|{units}|完成招标", CODE, ITEM, LEAD, GOAL)


def test_unit_with_its_level_is_certain_to_begin_behind_a_count():
    assert ITEM in settled("1|新建充电端口416个|区社会福利院", CODE, ITEM, LEAD)
    assert ITEM not in settled("1|新建充电端口|区社会福利院", CODE, ITEM, LEAD)


def test_name_behind_a_count_is_certain_though_nobody_knows_it():
    assert settled("1|新建绿道9条|绿廊建管所", CODE, ITEM, LEAD) == {CODE, ITEM, LEAD}


@pytest.mark.parametrize("row", ["1|造林1.8万|亩平口乡", "1|新建绿道9条|绿廊建管所种子站"])
def test_count_broken_or_two_names_behind_it_are_not_certain(row):
    assert settled(row, CODE, ITEM, LEAD) == {CODE}


def test_person_behind_a_space_is_not_certain_to_begin_the_cell():
    fields, more = (CODE, ITEM, LEADERS, LEAD), "。林知县,林知"
    assert ITEM in settled("1|新建绿道9条。|林知|区水务局", *fields, more=more)
    assert ITEM not in settled("1|新建绿道9条。方朔 |林知|区水务局", *fields, more=more)


OPENING = "一、和美乡野|改造绿道9条。|区水务局"


def test_theme_before_the_verb_that_every_item_begins_with_is_certain():
    assert settled(OPENING, THEME, ITEM, LEAD, opening=True) == {THEME, ITEM, LEAD}


@pytest.mark.parametrize(
    ("row", "opening"),
    [
        (OPENING, False),
        ("一、绿道建设|改造绿道9条。|区水务局", True),
        ("一、和美乡野|绿道改造9条。|区水务局", True),
        ("一、乡野设施新貌|提升建设绿道9条。|区水务局", True),
    ],
)
def test_theme_with_a_verb_in_it_or_where_items_begin_otherwise_is_not(row, opening):
    assert THEME not in settled(
        row.replace("建设|", "建设新貌|"), THEME, ITEM, LEAD, opening=opening
    )


def asked(row, *fields, themes=()):
    """Give the columns of a row asked about, its cells parted by "|" and each sure of itself."""
    cells, at = {}, 0
    for k, text in enumerate(row.split("|")):
        if text:
            cells[k] = CutCell(at, at + len(text), 20, k), 0
        at += len(text)
    body, statuses = row.replace("|", ""), frozenset({"已完工"})
    seams = Seams(body, fields, known=frozenset(), statuses=statuses, marks="、", themes=themes)
    return {fields[k] for k, (cell, _) in seams.settle(cells, 6).items() if not cell.margin}


def test_sentence_that_ends_with_a_units_name_before_units_is_asked_about():
    assert asked("泵房交区水务局|区住建局", DONE, LEAD) == {DONE, LEAD}


def test_sentence_that_ends_otherwise_before_units_is_not():
    assert asked("泵房交水务|区住建局", DONE, LEAD) == set()


@pytest.mark.parametrize("row", ["区水务局|各镇|已完工|/", "区水务局||/|已完工"])
def test_report_that_is_no_more_than_a_status_or_a_mark_behind_a_blank_is_asked_about(row):
    assert asked(row, LEAD, HELP, DONE, STATUS) == {DONE, STATUS}


def test_report_beside_a_status_is_not_asked_about_nor_one_without_such_a_column():
    assert asked("区水务局|泵房完成|已完工", LEAD, DONE, STATUS) == set()
    assert asked("区水务局|/|已完工", LEAD, DONE, STATUS) == set()
    assert asked("区水务局|已完工", LEAD, DONE) == set()


def test_units_before_the_mark_of_a_blank_are_certain_to_end_there():
    row = "新建绿道9条。|区教育局区水务局|/|已完工。"
    assert LEAD in settled(row, ITEM, LEAD, HELP, DONE, marks="")
    assert LEAD not in settled(row.replace("/", "区司法局"), ITEM, LEAD, HELP, DONE, marks="")


@pytest.mark.parametrize(("themes", "told"), [((), False), (("乡野设施", "乡野设施"), True)])
def test_theme_that_may_end_with_the_first_of_two_verbs_is_certain_where_it_comes_again(
    themes, told
):
    found = settled("乡野设施|提升改造泵站9座。|区水务局", THEME, ITEM, LEAD, themes=themes)
    assert (THEME in found) is told


REMARK = Field.REMARK


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("区水务局|已建成泵站2座。|正在铺设管网。", {DONE, REMARK}),
        ("区水务局|已建成泵站2座。|分两期实施。", set()),
        ("区水务局|已建成泵站2座|正在铺设管网", set()),
    ],
)
def test_remark_that_reports_behind_a_sentence_is_asked_about_with_it(row, columns):
    assert asked(row, LEAD, DONE, REMARK) == columns


@pytest.mark.parametrize(
    ("theme", "columns"),
    [("居住提升老旧小区", {THEME, ITEM}), ("居住提升", set()), ("便民出行", set())],
)
def test_theme_that_begins_with_another_of_the_page_is_asked_about_with_its_item(theme, columns):
    row = f"3|{theme}|改造楼房5栋"
    assert asked(row, CODE, THEME, ITEM, themes=["居住提升", theme]) == columns


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("区水务局|正在与区教育局|对接用地。", {DONE, WHY}),
        ("区水务局|已完成招标。|因用地未批,开工延后。", set()),
        ("石埠街道|已完成招标。", set()),
    ],
)
def test_sentence_that_may_go_on_behind_a_unit_is_asked_about(row, columns):
    fields = (LEAD, DONE, WHY)[: row.count("|") + 1]
    assert asked(row, *fields) == columns


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("区水务局|54|3座已建成。", {SUM, DONE}),
        ("区水务局|543|已建成3座。", set()),
        ("区水务局|54.5|目前已建成3座。", set()),
    ],
)
def test_number_before_words_that_begin_with_a_digit_is_asked_about(row, columns):
    assert asked(row, LEAD, SUM, DONE) == columns


def test_theme_before_a_unit_with_its_level_is_certain_to_end_there():
    row = "1|困难救助|县总工会|新建绿道9条。"
    assert settled(row, CODE, THEME, LEAD, ITEM) >= {CODE, THEME}


@pytest.mark.parametrize(
    "row", ["1|困难救助|服务中心|新建绿道9条。", "1|困难|县总工会|新建绿道9条。"]
)
def test_theme_before_a_unit_without_level_or_with_no_usual_end_is_not(row):
    assert THEME not in settled(row, CODE, THEME, LEAD, ITEM)


@pytest.mark.parametrize("units", ["县妇女联合会", "县供电公司"])
def test_usual_names_that_look_like_two_run_into_nothing(units):
    row = f"1|新建绿道9条。|{units}|已开工"
    assert LEAD in settled(row, CODE, ITEM, LEAD, DONE)
