from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import TABLE, Run


def start(
    *arguments: str,
    seed: int = 0,
    stderr: int = subprocess.PIPE,
    program: tuple[str, ...] = ("-m", "shishi"),
) -> Any:
    """Start the program as a shell would."""
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "LC_ALL": "C.UTF-8"}
    return subprocess.Popen(
        [sys.executable, *program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        env=environment,
    )


def test_the_version_is_that_of_the_package(shishi: Run) -> None:
    assert shishi("--version") == (0, f"shishi {version('shishi')}\n", "")


def test_no_arguments_show_the_help_page(shishi: Run) -> None:
    code, printed, _ = shishi()

    assert code == 2
    assert all(f"\n  {name} " in printed for name in ("read", "extract", "check", "assess"))


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_the_help_page_speaks_the_language_of_the_reader(shishi: Run, option: str) -> None:
    chinese, english = shishi("check", option), shishi("--lang", "en", "check", option)

    assert "用法: shishi check [选项] 文件…" in chinese[1]
    assert "Usage: shishi check [OPTIONS] FILE…" in english[1]
    assert "Show this message" not in chinese[1] + english[1]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["chek"], "没有这个命令：chek（是不是 check？）。用“shishi -h”看用法。"),
        (["check", "--jsn", "a"], "没有这个选项：--jsn（是不是 --json"),
        (["check"], "还缺 文件…。用“shishi check -h”看用法。"),
        (["check", "a", "--rulebook"], "选项 --rulebook 后面要跟一个值。"),
        (["check", "--json=yes", "a"], "选项 --json 后面不跟值。"),
        (["assess", "a"], "还缺 --on。"),
        (["assess", "a", "--on", "2031-02-30"], "--on 的值不对：“2031-02-30”不是日期"),
        (["check", "a", "--lang", "fr"], "--lang 的值不对：“fr”不在 zh、en 之中。"),
        (["check", "a", "--rulebook", "无此区"], "没有规则手册 无此区；可用的有"),
    ],
)
def test_a_wrong_command_line_is_explained_on_one_line(
    shishi: Run, table: Path, arguments: list[str], complaint: str
) -> None:
    code, printed, said = shishi(*[table if a == "a" else a for a in arguments])

    assert (code, printed, said.count("\n")) == (2, "", 1)
    assert said.startswith(complaint)


def test_a_broken_rulebook_is_named(shishi: Run, table: Path, tmp_path: Path) -> None:
    book = tmp_path / "区.toml"
    book.write_text("extends = 1", encoding="utf-8")
    code, printed, said = shishi("check", table, "--rulebook", book)

    assert (code, printed, said.count("\n")) == (2, "", 1)
    assert said.startswith("规则手册 区.toml 不能用：extends：")


def test_python_minus_m_is_the_same_program(table: Path) -> None:
    printed, _ = start("extract", str(table), "--json").communicate(timeout=60)

    assert len(json.loads(printed)["records"]) == 2


def test_standard_input_is_read_for_a_dash() -> None:
    printed, said = start("extract", "-", "--json").communicate(TABLE.encode(), timeout=60)
    page = json.loads(printed)

    assert said == b""
    assert page["source"]["name"] == "-"
    assert len(page["records"]) == 2


def test_output_is_the_same_every_time(table: Path) -> None:
    runs = [start("assess", str(table), "--on", "2031-09-30", "--json", seed=n) for n in (1, 2)]
    first, second = (run.communicate(timeout=60)[0] for run in runs)

    assert first == second != b""


def test_a_reader_that_goes_away_is_not_complained_about(table: Path) -> None:
    process = start("read", *[str(table)] * 40)
    with process:
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (141, b"")


NEVER_IMPATIENT = (
    "import sys; from shishi.cli import door, waiting;"
    " waiting.PATIENCE = 1e6; sys.exit(door.run(sys.argv[1:]))"
)


@pytest.mark.parametrize(("copies", "shown"), [(12, True), (4, True), (3, False), (1, False)])
def test_only_many_files_get_a_progress_line_at_once(table: Path, copies: int, shown: bool) -> None:
    pty = pytest.importorskip("pty")
    watcher, terminal = pty.openpty()
    arguments = ["extract", *[str(table)] * copies, "--json"]
    with start(*arguments, stderr=terminal, program=("-c", NEVER_IMPATIENT)) as process:
        process.stdout.read()
    os.close(terminal)

    assert ("正在读".encode() in drain(watcher)) is shown


def drain(watcher: int) -> bytes:
    """Read what a closed terminal showed; it ends with an error where nothing is left."""
    seen = b""
    with contextlib.suppress(OSError):
        while chunk := os.read(watcher, 1 << 16):
            seen += chunk
    os.close(watcher)
    return seen


def test_a_piped_page_has_neither_colours_nor_rulings(table: Path) -> None:
    printed, _ = start("check", str(table)).communicate(timeout=60)

    assert not set(printed.decode()) & set("\x1b─━│…")


def test_showing_the_version_costs_little_of_a_processor() -> None:
    process = start("--version", stderr=subprocess.DEVNULL)
    with process:
        process.stdout.read()
        used = os.wait4(process.pid, 0)[2]
        process.returncode = 0

    assert used.ru_utime + used.ru_stime < 2


def test_showing_the_version_loads_no_reader() -> None:
    script = "import sys; from shishi.cli.door import run; run(['--version']); print(*sys.modules)"
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout
    loaded = printed.decode().split()

    assert not {"rich", "opencc", "pypinyin", "selectolax", "shishi.readers"} & set(loaded)


@pytest.mark.parametrize(("command", "expected"), [("check", 1), ("extract", 0), ("read", 0)])
def test_only_checking_a_page_without_a_table_is_a_failure(
    shishi: Run, tmp_path: Path, command: str, expected: int
) -> None:
    prose = tmp_path / "通知.txt"
    prose.write_text("各镇街：\n请于月底前报送材料。\n", encoding="utf-8")

    assert shishi(command, prose)[0] == expected


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["corpus", "没有", "--out", "o"], "“没有”不存在，或者不是文件夹"),
        (["serve", "--port", "0"], "1到65535的整数"),
        (["check", "--rulebook", "没有", "{table}"], "没有规则手册 没有；可用的有default、"),
        (["check", "--nope", "{table}"], "（是不是 --force、--on？）"),
    ],
)
def test_complaint_about_an_option_is_all_in_the_language_of_the_reader(
    shishi: Run, table: Path, arguments: list[str], said: str
) -> None:
    code, _, complaint = shishi(*(a.format(table=table) for a in arguments))

    assert code == 2
    assert said in complaint


def test_help_page_says_in_chinese_which_option_is_needed(shishi: Run) -> None:
    _, page, _ = shishi("assess", "-h")

    assert "[必填]" in page
    assert "required" not in page
