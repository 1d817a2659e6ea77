import pytest

from shishi.rules.damaged_number import check
from shishi.text.characters import Script
from tests.rules.pages import make_subject


@pytest.mark.parametrize(
    ("text", "printed", "proposal"),
    [
        ("截至1024日,建成3处。", "1024日", "10月24日"),
        ("建成2015分钟健身圈。", "2015分钟健身圈", "20个“15分钟健身圈”"),
        ("优化线路4条,新增公交车20", "20", None),
    ],
)
def test_number_that_lost_its_neighbour_is_asked_about_with_a_proposal_if_sure(
    text, printed, proposal
):
    (finding,) = check(make_subject({"progress": text}))

    start = text.index(printed)
    assert (finding.severity, finding.place.field) == ("asks", "progress")
    assert finding.place.characters == (start, start + len(printed))
    assert (finding.facts["printed"], finding.facts["proposal"]) == (printed, proposal)


def test_number_is_shown_with_a_few_characters_around_it():
    (finding,) = check(make_subject({"item": "优化线路4条,新增公交车20"}))

    assert finding.facts["around"] == "新增公交车20"


@pytest.mark.parametrize("field", ["theme", "item", "goal", "explanation", "remark"])
def test_number_in_any_sentence_is_looked_at(field):
    assert len(list(check(make_subject({field: "截至1024日完成。"})))) == 1


def test_number_on_a_page_with_pinyin_is_found_where_it_is_printed():
    text = "建設(shè)完成(chéng),截至1024日"

    (finding,) = check(make_subject({"goal": text}, script=Script.TRADITIONAL_PINYIN))

    assert text[slice(*finding.place.characters)] == "1024日"


@pytest.mark.parametrize(
    "row",
    [
        {"progress": "截至10月24日,建成20个“15分钟健身圈”。"},
        {"progress": "新增公交车20辆。"},
        {"progress": "改造329国道,投用120急救站。"},
        {"code": "1024日"},
        {"progress": "医护”一体化系统上线。"},
    ],
)
def test_whole_numbers_codes_and_other_damage_pass(row):
    assert list(check(make_subject(row))) == []


@pytest.mark.parametrize(
    "text", ["建设2015分钟健身圈", "优化线路4条,新增公交车20", "完成2021126项"]
)
def test_number_that_hides_a_quantity_is_a_doubt_of_reading(text):
    (finding,) = check(make_subject({"item": text}))

    assert finding.about == "reading"


@pytest.mark.parametrize("text", ["截至1024日,完成巡查", "截至621日完成"])
def test_date_that_lost_its_month_is_odd_content_and_no_doubt(text):
    (finding,) = check(make_subject({"progress": text}))

    assert finding.about == "content"


@pytest.mark.parametrize(
    "text", ["增设哨位48\n套", "完成年度任务的65\n%。", "培训护林员新增巡护员26\n名以上"]
)
def test_number_whose_measure_word_stands_in_the_next_line_passes(text):
    assert list(check(make_subject({"item": text}))) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("新增巡护员26\n家庭病床签约", "26"),
        ("新增巡护员26\n处理积案5件", "26"),
        ("新增巡护员26\n户户平安行动", "26"),
        ("新增巡护员26\n万家同心行动", "26"),
        ("新增巡护员26\n班次加密", "26"),
        ("新增巡护员26\n节点验收", "26"),
        ("新增巡护员26\n至9月底到岗", "26"),
        ("安装太阳能路灯1\n20盏", "1\n20"),
        ("出勤率达9\n6%", "9\n6"),
    ],
)
def test_number_before_a_line_of_its_own_or_parted_digits_is_a_doubt_of_reading(text, printed):
    (finding,) = check(make_subject({"item": text}))

    assert (finding.facts["printed"], finding.about) == (printed, "reading")


@pytest.mark.parametrize("field", ["percent", "investment"])
@pytest.mark.parametrize("text", ["9\n6", "95.\n5", "1\n,200", "3\n.5"])
def test_percentage_or_sum_whose_digits_a_line_end_parts_is_a_doubt_of_reading(field, text):
    (finding,) = check(make_subject({field: text}))

    assert (finding.facts["printed"], finding.about) == (text, "reading")
    assert finding.place.field == field
    assert finding.facts["around"] == text.replace("\n", "…")


@pytest.mark.parametrize(
    "row",
    [
        {"percent": "95\n%"},
        {"percent": "80%\n(截至3月)"},
        {"investment": "1200\n万元"},
        {"investment": "1,200"},
    ],
)
def test_percentage_or_sum_whose_unit_stands_in_the_next_line_passes(row):
    assert list(check(make_subject(row))) == []
