"""Made-up pages, a console of a given width, and the command line itself."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from shishi import findings
from shishi.cli.door import run
from shishi.places import Place, Text
from shishi.readers.apart import front
from shishi.readers.document import Document, Flow, Paragraph
from shishi.rulebook import load_rulebook
from shishi.street import Stop, Walked
from tests.writers.conftest import MESSAGES
from tests.writers.invented import ASSESSMENTS, CONTENT, MEASURED, ON_PAGE, PAGE, READING, SOURCE

TABLE = """云溪区2031年民生实事项目9月进展表

序号

项目名称

牵头单位

本月目标

进展情况

进度状态

1

新建口袋公园6个

住建局

累计建成4个

累计建成3个

正常

2

增设休憩座椅300张

园林中心

累计安装200张

累计安装260张

正常
"""

Run = Callable[..., tuple[int, str, str]]
Show = Callable[[int], Console]


class _Deaf(set[str]):
    """A set that nothing is added to."""

    def update(self, *others: object) -> None:
        """Add nothing: what the kernel of this machine lacks is no matter of these tests."""


@pytest.fixture(autouse=True)
def quiet_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the error stream say nothing of this machine's kernel."""
    monkeypatch.setattr(front, "_KEPT", _Deaf())


@pytest.fixture
def shishi(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in Chinese; give exit code, output and complaints."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run_command(*arguments: object) -> tuple[int, str, str]:
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run_command


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "进展表.txt"
    file.write_text(TABLE, encoding="utf-8")
    return file


@pytest.fixture
def walked(monkeypatch: pytest.MonkeyPatch) -> Walked:
    messages = findings.load_messages() | MESSAGES
    monkeypatch.setattr(findings, "load_messages", lambda: messages)
    title = Paragraph(Text(PAGE.notice.title, Place("text 1", line=1)))
    document = Document(SOURCE, (Flow("text 1", (title,)),))
    found = (ON_PAGE, READING, CONTENT)
    return Walked(
        SOURCE.name, Stop.CHECK, document, PAGE, load_rulebook("default"), (), MEASURED, found
    )


@pytest.fixture
def assessed(walked: Walked) -> Walked:
    return replace(walked, assessments=ASSESSMENTS, on=date(2031, 9, 30))


@pytest.fixture
def console() -> Show:
    """Open a terminal of so many cells, without colours."""

    def open_console(width: int) -> Console:
        return Console(
            file=io.StringIO(),
            width=width,
            force_terminal=True,
            color_system=None,
            highlight=False,
            markup=False,
            emoji=False,
        )

    return open_console
