"""`check` beside earlier pages and another plan, and with waivers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import TABLE, Run

AUGUST = TABLE.replace("9月", "8月").replace("累计建成3个", "累计建成4个")
PLAN = TABLE.replace("9月进展表", "计划").replace("公园6个", "公园7个")
WAIVERS = """
[[waiver]]
rule = "cumulative-fell"
record = 1
who = "区政府督查室"
why = "上月误报"
until = 2031-12-31
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    texts = {"sept.txt": TABLE, "aug.txt": AUGUST, "plan.txt": PLAN, "w.toml": WAIVERS}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return {name.partition(".")[0]: tmp_path / name for name in texts}


def found(shishi: Run, *arguments: object) -> dict[str, dict[str, object]]:
    _, printed, said = shishi("check", *arguments, "--json")
    assert said == ""
    return {finding["code"]: finding for finding in json.loads(printed)["findings"]}


def test_an_earlier_page_shows_what_fell_and_another_plan_what_differs(
    shishi: Run, files: dict[str, Path]
) -> None:
    alone = found(shishi, files["sept"])
    codes = found(shishi, files["sept"], "--previous", files["aug"], "--against", files["plan"])

    assert codes.keys() - alone.keys() == {
        "cumulative-fell",
        "same-promise-other-numbers",
        "same-promise-agrees",
        "progress-repeated",
    }


def test_several_earlier_pages_may_be_given(shishi: Run, files: dict[str, Path]) -> None:
    options = ("--previous", files["aug"], "--previous", files["sept"])
    codes = found(shishi, files["sept"], *options)

    assert {"cumulative-fell", "previous-not-earlier"} <= codes.keys()


def test_a_waived_finding_says_so_in_json_and_on_its_line(
    shishi: Run, files: dict[str, Path]
) -> None:
    options = ("--previous", files["aug"], "--waivers", files["w"], "--on", "2031-10-08")
    waived = found(shishi, files["sept"], *options)["cumulative-fell"]["waived"]
    _, lines, _ = shishi("check", files["sept"], *options)

    assert waived == {"who": "区政府督查室", "why": "上月误报", "until": "2031-12-31"}
    assert ":已豁免:内容:" in lines
    assert "（区政府督查室同意豁免至2031-12-31：上月误报）" in lines


def test_a_waiver_that_ran_out_is_told(shishi: Run, files: dict[str, Path]) -> None:
    options = ("--waivers", files["w"], "--on", "2032-01-01")

    assert "waiver-expired" in found(shishi, files["sept"], *options)


def test_a_blocking_finding_that_is_waived_leaves_with_0(
    shishi: Run, files: dict[str, Path], tmp_path: Path
) -> None:
    page = tmp_path / "phone.txt"
    page.write_text(TABLE.replace("累计建成3个", "累计建成3个,联系13800000000"), encoding="utf-8")
    waivers = tmp_path / "phone.toml"
    waivers.write_text(WAIVERS.replace("cumulative-fell", "personal-data"), encoding="utf-8")

    assert shishi("check", page)[0] == 1
    assert shishi("check", page, "--waivers", waivers, "--on", "2031-10-08")[0] == 0


@pytest.mark.parametrize("option", ["--previous", "--against"])
def test_a_companion_that_cannot_be_read_is_named_and_nothing_is_checked(
    shishi: Run, files: dict[str, Path], tmp_path: Path, option: str
) -> None:
    code, printed, said = shishi("check", files["sept"], option, tmp_path / "没有.txt")

    assert (code, printed) == (2, "")
    assert "没有.txt" in said
    assert "sept.txt" not in said


@pytest.mark.parametrize(
    "content",
    [
        "[[waiver",
        WAIVERS.replace("cumulative-fell", "no-rule"),
        WAIVERS.replace("区政府督查室", "周宁"),
        None,
        b"\xff\xfe",
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_of_waivers_that_cannot_be_used_is_named_and_nothing_is_checked(
    shishi: Run, files: dict[str, Path], content: object, language: str
) -> None:
    if content is None:
        files["w"].unlink()
    else:
        files["w"].write_bytes(content if isinstance(content, bytes) else str(content).encode())
    options = ("--waivers", files["w"], "--on", "2031-10-08", "--lang", language)
    code, printed, said = shishi("check", files["sept"], *options)

    assert (code, printed, said.count("\n")) == (2, "", 1)
    assert "w.toml" in said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_waivers_without_a_day_are_refused(
    shishi: Run, files: dict[str, Path], language: str
) -> None:
    options = ("--waivers", files["w"], "--lang", language)
    code, printed, said = shishi("check", files["sept"], *options)

    assert (code, printed) == (2, "")
    assert "--on" in said
