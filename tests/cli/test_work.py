from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from shishi import street
from shishi.readers import reading
from shishi.readers.document import Document
from tests.cli.conftest import TABLE, Run

SCHEMA = json.loads((files("shishi") / "data" / "exchange.schema.json").read_text("utf-8"))
COMMANDS = (["extract"], ["check"], ["assess", "--on", "2031-09-30"])

BAD = {
    "empty.txt": b"",
    "blank.txt": " \n\t　\n".encode(),
    "binary.txt": bytes(range(256)) * 8,
    "photo.txt": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + "EncryptedPackage".encode("utf-16-le") * 40,
}
"""Files that cannot be read, by the name under which they are handed in."""


def keeps_to_schema(page: object) -> bool:
    return jsonschema.Draft202012Validator(SCHEMA).is_valid(page)


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_that_cannot_be_read_gets_one_line(
    shishi: Run, tmp_path: Path, name: str, language: str
) -> None:
    file = tmp_path / name
    file.write_bytes(BAD[name])
    code, printed, said = shishi("check", file, "--lang", language)

    assert (code, printed, said.count("\n")) == (2, "", 1)
    assert name in said
    assert said.isascii() is (language == "en")


def test_a_missing_file_gets_one_line(shishi: Run, tmp_path: Path) -> None:
    code, printed, said = shishi("extract", tmp_path / "没有.txt")

    assert (code, printed, said.count("\n")) == (2, "", 1)
    assert "没有.txt" in said


def test_a_folder_gets_one_line(shishi: Run, tmp_path: Path) -> None:
    code, printed, said = shishi("read", tmp_path, "--json")

    assert (code, printed, said.count("\n")) == (2, "", 1)


def test_a_huge_file_gets_one_line(
    shishi: Run, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 100)
    code, printed, said = shishi("extract", table)

    assert (code, printed, said.count("\n")) == (2, "", 1)
    assert table.name in said


def test_a_file_that_cannot_be_read_is_named_as_it_was_given(shishi: Run, tmp_path: Path) -> None:
    file = tmp_path / "空.txt"
    file.write_bytes(b"")

    assert shishi("check", file)[2].startswith(f"{file}：")
    assert shishi("check", file, "--lang", "en")[2].startswith(f"{file}: ")


def test_an_unreadable_file_does_not_stop_the_others(
    shishi: Run, table: Path, tmp_path: Path
) -> None:
    code, printed, said = shishi("extract", tmp_path / "没有.txt", table, "--json")

    assert (code, said.count("\n")) == (2, 1)
    assert len(json.loads(printed)["records"]) == 2


def test_a_mistake_of_ours_names_the_file_and_spares_the_others(
    shishi: Run, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "坏.txt"
    other.write_text("坏", encoding="utf-8")
    proper = street.printed_text

    def stumble(document: Document) -> str:
        if document.source.name == "坏.txt":
            raise ZeroDivisionError("no\nsuch share")
        return proper(document)

    monkeypatch.setattr(street, "printed_text", stumble)
    code, printed, said = shishi("extract", other, table, "--json")

    assert (code, said.count("\n")) == (2, 1)
    assert said.startswith(f"{other}：")
    assert "ZeroDivisionError: no such share" in said
    assert len(json.loads(printed)["records"]) == 2


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_json_keeps_to_the_schema(shishi: Run, table: Path, command: list[str]) -> None:
    code, printed, said = shishi(*command, table, "--json")

    assert (code, said) == (0, "")
    assert keeps_to_schema(json.loads(printed))


def test_one_file_is_an_indented_object(shishi: Run, table: Path) -> None:
    assert shishi("extract", table, "--json")[1].startswith('{\n  "source": {\n')


def test_several_files_are_an_object_a_line(shishi: Run, table: Path) -> None:
    printed = shishi("extract", table, table, "--json")[1].splitlines()

    assert [len(json.loads(line)["records"]) for line in printed] == [2, 2]


def test_only_an_assessment_has_assessments(shishi: Run, table: Path) -> None:
    pages = [json.loads(shishi(*command, table, "--json")[1]) for command in COMMANDS]

    assert ["assessments" in page for page in pages] == [False, False, True]
    assert [a["order"] for a in pages[2]["assessments"]] == [1, 2]


def test_chinese_stands_as_itself_in_json(shishi: Run, table: Path) -> None:
    assert '"item": "新建口袋公园6个"' in shishi("extract", table, "--json")[1]


def test_messages_follow_the_language(shishi: Run, table: Path) -> None:
    options = ("assess", "--on", "2031-09-30", "--json", table)
    chinese, english = (json.loads(shishi(*options, "--lang", code)[1]) for code in ("zh", "en"))

    def reasons(page: dict[str, list[dict[str, list[dict[str, str]]]]]) -> Iterator[str]:
        return (r["message"] for a in page["assessments"] for r in a["reasons"])

    assert all("一" <= message[0] <= "龥" or message[0] in "“《" for message in reasons(chinese))
    assert all(message[0].isascii() or message[0] == "“" for message in reasons(english))


def test_reading_shows_a_role_for_every_piece(shishi: Run, table: Path) -> None:
    seen = json.loads(shishi("read", table, "--json")[1])
    pieces = [(p["role"], p["order"], p["field"], p["text"]) for p in seen["pieces"]]

    assert [part["name"] for part in seen["parts"]] == ["text 1"]
    assert ("cell", 2, "lead_units", "园林中心") in pieces
    assert ("title", None, None, "云溪区2031年民生实事项目9月进展表") in pieces


def test_every_character_of_the_page_stands_in_a_piece(shishi: Run, table: Path) -> None:
    seen = json.loads(shishi("read", table, "--json")[1])
    pieces = sorted("".join("".join(p["text"].split()) for p in seen["pieces"]))

    assert pieces == sorted("".join(TABLE.split()))


def test_a_check_that_finds_what_blocks_leaves_with_1(
    shishi: Run, table: Path, tmp_path: Path
) -> None:
    book = tmp_path / "严.toml"
    strict = 'extends = "default"\nname = "strict"\nversion = "1"\n'
    strict += 'title = { zh = "从严", en = "Strict" }\nrecognize = []\n'
    strict += '[rules.lead-unit-missing]\nseverity = "blocks"\n'
    book.write_text(strict, encoding="utf-8")
    table.write_text(TABLE.replace("园林中心\n", "/\n"), encoding="utf-8")

    codes = [shishi(name, table, "--rulebook", book)[0] for name in ("check", "extract")]

    assert codes == [1, 0]


def test_a_check_that_only_asks_leaves_with_0(shishi: Run, table: Path) -> None:
    table.write_text(TABLE.replace("正常\n", "还行\n"), encoding="utf-8")
    code, printed, _ = shishi("check", table)

    assert code == 0
    assert "请核实" in printed


def test_the_rulebook_and_its_reason_are_told(shishi: Run, table: Path) -> None:
    assert "# 规则手册 default " in shishi("check", table)[1]
    assert "按 --rulebook 指定" in shishi("check", table, "--rulebook", "beilun")[1]


def test_a_terminal_gets_a_table(shishi: Run, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")

    assert "━" * 30 in shishi("extract", table)[1]
    assert "━" in shishi("read", table)[1]
    assert "━" in shishi("assess", table, "--on", "2031-09-30")[1]


TWO = "序号 | 项目名称 | 责任单位 | 进展情况\n1 | 新建学校3所 | 区教育局 | 已开工2所\n"


def test_column_option_overrules_what_a_column_holds(shishi: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TWO, encoding="utf-8")
    code, out, _ = shishi("extract", "--json", "--column", "责任单位=support_units", file)
    [record] = json.loads(out)["records"]
    assert (code, record["lead_units"], record["support_units"]) == (0, [], ["区教育局"])


@pytest.mark.parametrize("value", ["责任单位=lead", "责任单位", "=item"])
def test_column_option_that_is_none_names_the_fields(shishi: Run, table: Path, value: str) -> None:
    code, _, complaint = shishi("extract", "--column", value, table)
    assert code == 2
    assert "support_units" in complaint


@pytest.mark.parametrize("command", ["extract", "read"])
def test_number_left_unread_is_doubted_wherever_the_walk_ends(
    shishi: Run, tmp_path: Path, command: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("序号,项目名称,牵头单位,进展情况\n1,增设公交车,交通局,新增公交车20\n", "utf-8")

    _, said, _ = shishi(command, file)

    assert "新增公交车20" in said
    assert "[damaged-number]" in said
