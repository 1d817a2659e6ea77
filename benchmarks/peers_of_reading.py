"""The peers of `make bench-reading`, each asked for the rows of a table; in an environment of its own.

Reads {"folder": …, "formats": […], "rounds": n} from standard input; the files are table.html and so on.
Prints for each peer and format the rows that it gave and the CPU seconds of a round, threads and
child processes included.
"""

from __future__ import annotations

import json
import logging
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

Rows = list[list[str]]
Peer = Callable[[Path], Rows]


def kreuzberg() -> Peer:
    """Extraction in Rust; its tables come as cells."""
    from kreuzberg import extract_file_sync

    def rows(file: Path) -> Rows:
        result = extract_file_sync(str(file))
        return [list(map(str, line)) for table in result.tables for line in table.cells]

    return rows


def markitdown() -> Peer:
    """Markdown; its tables are lines with bars."""
    from markitdown import MarkItDown

    converter = MarkItDown()
    return lambda file: _bars(converter.convert(str(file)).text_content)


def pandas() -> Peer:
    """Data frames, of web pages and spreadsheets."""
    from pandas import read_excel, read_html

    def rows(file: Path) -> Rows:
        if file.suffix == ".docx":
            raise ValueError("docx is not read")
        frames = read_html(file) if file.suffix == ".html" else [read_excel(file)]
        return [list(map(str, line)) for frame in frames for line in frame.values.tolist()]

    return rows


def pandoc() -> Peer:
    """HTML out of pandoc, its spans laid out by this file."""
    if not shutil.which("pandoc"):
        raise ImportError("pandoc is not installed")

    def rows(file: Path) -> Rows:
        if file.suffix == ".xlsx":
            raise ValueError("xlsx is not read")
        made = subprocess.run(["pandoc", str(file), "-t", "html"], capture_output=True, check=True)
        return _laid_out(made.stdout.decode())

    return rows


def libreoffice() -> Peer:
    """HTML out of LibreOffice, its spans laid out by this file."""
    program = shutil.which("soffice")
    if not program:
        raise ImportError("LibreOffice is not installed")

    def rows(file: Path) -> Rows:
        with tempfile.TemporaryDirectory() as folder:
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = [program, profile, "--headless", "--convert-to", "html", "--outdir", folder]
            subprocess.run([*command, str(file)], capture_output=True, check=True)
            return _laid_out((Path(folder) / f"{file.stem}.html").read_text("utf-8"))

    return rows


def _bars(text: str) -> Rows:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


class _Cells(HTMLParser):
    """The rows of all tables, a merged cell repeated on every row and column it covers."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows = []
        self._covered: dict[tuple[int, int], str] = {}
        self._open: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "tr":
            self.rows.append([])
            self._fill()
        elif tag in ("td", "th"):
            self._open = []
            self._span = int(given.get("rowspan") or 1), int(given.get("colspan") or 1)

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._open is not None and self.rows:
            text = " ".join("".join(self._open).split())
            row, column = len(self.rows) - 1, len(self.rows[-1])
            for below in range(self._span[0]):
                for beside in range(self._span[1]):
                    self._covered[row + below, column + beside] = text
            self._open = None
            self._fill()

    def _fill(self) -> None:
        row = len(self.rows) - 1
        while (row, len(self.rows[-1])) in self._covered:
            self.rows[-1].append(self._covered[row, len(self.rows[-1])])


def _laid_out(page: str) -> Rows:
    cells = _Cells()
    cells.feed(page)
    return cells.rows


PEERS: dict[str, Callable[[], Peer]] = {
    "kreuzberg": kreuzberg,
    "markitdown": markitdown,
    "pandas": pandas,
    "pandoc": pandoc,
    "LibreOffice": libreoffice,
}
SLOW = {"LibreOffice": 1, "pandoc": 2}


def _seconds() -> float:
    own, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _ask(rows: Peer, file: Path, rounds: int) -> dict[str, object]:
    try:
        found = rows(file)  # warm, before the clock starts
    except Exception as error:  # whatever a peer raises, it has not read the file
        return {"missing": f"{type(error).__name__}: {error}"[:80]}
    started = _seconds()
    for _ in range(rounds):
        rows(file)
    return {"rows": found, "seconds": (_seconds() - started) / rounds}


def main() -> None:
    """Answer one question from standard input."""
    warnings.simplefilter("ignore")
    logging.disable()
    asked = json.load(sys.stdin)
    answers: dict[str, object] = {}
    for name, build in PEERS.items():
        try:
            rows = build()
        except ImportError as error:
            answers[name] = {"missing": re.sub(r"\s+", " ", str(error))}
            continue
        answers[name] = {
            suffix: _ask(
                rows, Path(asked["folder"]) / f"table.{suffix}", SLOW.get(name, asked["rounds"])
            )
            for suffix in asked["formats"]
        }
    json.dump(answers, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
