from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from shishi.assessment.assessment import Status
from shishi.errors import RulebookError
from shishi.findings import Severity
from shishi.rulebook import choose_rulebook, list_rulebooks, load_rulebook
from shishi.rulebook.book import MEANINGS, SEVERITIES

HEAD = 'extends = "default"\nname = "x"\nversion = "1"\ntitle = {zh = "某区", en = "X"}\nrecognize = []\n'


def write(folder: Path, text: str) -> str:
    path = folder / "x.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("name", list_rulebooks())
def test_rulebook_of_the_package_is_sound_and_bears_its_name(name: str) -> None:
    book = load_rulebook(name)

    assert book.name == name
    assert set(book.title) == {"zh", "en"}
    assert book.words


def test_meanings_are_the_statuses_of_an_assessment() -> None:
    assert tuple(status.value for status in Status) == MEANINGS


def test_severities_are_those_of_a_finding() -> None:
    assert tuple(severity.value for severity in Severity) == SEVERITIES


def test_district_file_that_says_little_inherits_the_rest(tmp_path: Path) -> None:
    book = load_rulebook(write(tmp_path, "[length]\nnote_from = 150\n"))

    assert (book.name, book.length.about, book.length.note_from) == ("x", 100, 150)
    assert book.rules == load_rulebook("default").rules


def test_district_file_can_switch_one_rule_off_and_keep_its_severity(tmp_path: Path) -> None:
    book = load_rulebook(write(tmp_path, "[rules.progress-copied]\non = false\nshortest = 8\n"))

    row = book.rules["progress-copied"]
    assert (row.on, row.severity, row.settings) == (False, "asks", {"shortest": 8})


def test_shares_are_decimals_even_when_written_whole(tmp_path: Path) -> None:
    book = load_rulebook(write(tmp_path, "[bands]\nahead_from = 2\non_schedule_from = 0.9\n"))

    assert (book.bands.ahead_from, book.bands.on_schedule_from) == (Decimal(2), Decimal("0.9"))


def test_recognizing_words_are_not_inherited(tmp_path: Path) -> None:
    path = tmp_path / "y.toml"
    path.write_text(
        'extends = "beilun"\nname = "y"\nversion = "1"\ntitle = {zh = "某区", en = "Y"}\n', "utf-8"
    )

    with pytest.raises(RulebookError, match="recognize"):
        load_rulebook(str(path))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("colour = 'red'\n", "colour"),
        ("[length]\nabout = 'long'\n", "length.about"),
        ("[length]\nabout = true\n", "length.about"),
        ("[length]\nabout = -1\n", "length.about"),
        ("[length]\nabout = 0\n", "length.note_from"),
        ("[length]\nnote_from = 90\n", "length.note_from"),
        ("[length]\nabove = 3\n", "length.above"),
        ("length = 3\n", "length"),
        ("[columns]\nprogres = ['推进']\n", "columns.progres"),
        ("[show]\nleaders = 1\n", "show.leaders"),
        ("[bands]\nahead_from = 0.5\n", "bands.ahead_from"),
        ("[bands]\nahead_from = 120.0\n", "bands.ahead_from"),
        ("[bands]\nahead_from = '1.2'\n", "bands.ahead_from"),
        ("[units]\nresponsible_alone = 'boss'\n", "units.responsible_alone"),
        ("[units.register]\n'水利局' = '水务局'\n", "units.register.水利局"),
        ("[units.register]\n'水利局' = ['']\n", "units.register.水利局"),
        ("[aliases]\nlate = ['迟']\n", "aliases.late"),
        ("[stand_in]\ndone = ['over']\n", "stand_in.done"),
        ("[explanation.due]\nbehind = ['excuse']\n", "explanation.due.behind"),
        ("[rules.no-such-rule]\non = true\n", "rules.no-such-rule"),
        ("[rules.progress-copied]\nlongest = 3\n", "rules.progress-copied.longest"),
        ("[rules.progress-copied]\nshortest = 'five'\n", "rules.progress-copied.shortest"),
        ("[rules.progress-copied]\nshortest = true\n", "rules.progress-copied.shortest"),
        ("[rules.percent-against-numbers]\nwords = [3]\n", "rules.percent-against-numbers.words"),
        ("[rules.progress-copied]\nseverity = 'grave'\n", "rules.progress-copied.severity"),
        ("[rules.progress-copied]\non = 'yes'\n", "rules.progress-copied.on"),
        ("[rules.percent-against-numbers]\nwords = 3\n", "rules.percent-against-numbers.words"),
        ("rules = 3\n", "rules"),
        ("[rules]\nprogress-copied = 3\n", "rules.progress-copied"),
        ("[rules.progress-copied]\nshortest = {a = 1}\n", "rules.progress-copied.shortest"),
    ],
)
def test_wrong_key_in_a_district_file_is_named(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(RulebookError) as caught:
        load_rulebook(write(tmp_path, text))

    assert (caught.value.file, caught.value.key) == ("x.toml", key)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("statuses = [{word = '好', means = 'fine', fill = true}]\n", "statuses[1].means"),
        ("statuses = [{word = '好', means = 'done'}]\n", "statuses[1].fill"),
        ("statuses = [{word = '好', means = 'done', fill = true, x = 1}]\n", "statuses[1].x"),
        ("statuses = ['好']\n", "statuses[1]"),
        ("statuses = [{word = '好', means = 'done', fill = true}]\n", "statuses"),
    ],
)
def test_wrong_status_list_is_named(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(RulebookError) as caught:
        load_rulebook(write(tmp_path, text))

    assert caught.value.key == key


def test_file_that_extends_nothing_is_told_what_to_write(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('name = "x"\n', encoding="utf-8")

    with pytest.raises(RulebookError, match='write extends = "default"'):
        load_rulebook(str(path))


def test_file_that_extends_an_unknown_rulebook_is_told_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('extends = "atlantis"\n', encoding="utf-8")

    with pytest.raises(RulebookError, match="beilun"):
        load_rulebook(str(path))


def test_unknown_name_is_told_the_known_ones() -> None:
    with pytest.raises(RulebookError, match="default, baoshan"):
        load_rulebook("atlantis")


def test_file_that_is_not_toml_or_not_utf8_is_refused(tmp_path: Path) -> None:
    broken, foreign = tmp_path / "broken.toml", tmp_path / "foreign.toml"
    broken.write_text("a = ", encoding="utf-8")
    foreign.write_bytes("名 = 1".encode("gb18030"))

    with pytest.raises(RulebookError, match="is not TOML"):
        load_rulebook(str(broken))
    with pytest.raises(RulebookError, match="is not UTF-8"):
        load_rulebook(str(foreign))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("北仑区2025年民生实事项目进度表", "beilun"),
        ("濱江區2025年度為民辦實事項目", "binjiang"),
        ("宝山区政府实事项目进展情况", "baoshan"),
        ("江北区图书馆、慈城镇", "jiangbei"),
        ("北仑区与江北区结对", "default"),
        ("甲江北路改造", "default"),
        ("滨江公园提升", "default"),
        ("", "default"),
    ],
)
def test_choosing_a_rulebook_takes_the_district_that_leads_or_the_default(
    text: str, name: str
) -> None:
    assert choose_rulebook(text).name == name


def test_district_may_say_what_its_columns_hold(tmp_path: Path) -> None:
    book = load_rulebook(write(tmp_path, "[columns]\nprogress = ['推进成效']\n"))

    assert book.columns == {"推进成效": "progress"}
