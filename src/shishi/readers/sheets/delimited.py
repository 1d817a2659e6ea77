"""Read csv: text whose cells are parted by commas, semicolons, tabs or bars."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from shishi.places import Source
from shishi.readers.document import Document
from shishi.readers.plain.pasted import read_pasted
from shishi.readers.refusals import refuse
from shishi.readers.sheets.book import Sheet, to_document
from shishi.text.formulas import unquote_formula

DELIMITERS = ",\t;|"
_TRIED_ROWS = 50
_WHOLE = 1000
_TRIED = 200_000  # characters
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_DDE = re.compile(r"\s*[=+\-@]\s*(?:[^|]{0,40}\()?[A-Za-z][A-Za-z0-9_.]*\|[^!]*!")
_LONGEST_QUOTED = 100_000


def read_delimited(text: str, source: Source) -> Document:
    """Read a csv as a sheet: a row a record, cells as written without the quotation marks around them,
    nor the ' that keeps a spreadsheet from running a text (text/formulas.py).

    The delimiter is what a first line `sep=;` says, else the one that parts most rows alike. A mark
    inside a cell that only begins with one (“"打造"样板,”) stays. Rows may be of different lengths.
    Without any delimiter it is read as pasted text. Raises UnreadableSource (dde, too-many-cells).

    >>> read_delimited('序号,项目\\n1,"公园,广场"', Source("a.csv", "csv", "")).parts[0].cells[-1].text.value
    '公园,广场'
    """
    said = _SAID.match(text)
    body = text[said.end() :] if said else text
    delimiter = said[1] if said else guess_delimiter(body)
    if not delimiter:
        return read_pasted(text, source)
    sheet = Sheet("table 1")
    for number, row in enumerate(split_rows(body, delimiter), 1 + bool(said)):
        for column, value in enumerate(row, 1):
            if _DDE.match(value):
                raise refuse(source.name, "dde", what=value.strip()[:40])
            if value.strip():
                sheet.cells.append((number, column, unquote_formula(value)))
    return to_document([sheet], source)


def guess_delimiter(text: str) -> str:
    """Guess what parts the cells: what gives the largest share of rows the same number of cells; empty for none.

    A share, for a wrong one tears cells between marks at their line ends, and makes more rows.

    >>> guess_delimiter("序号;项目\\n1;公园,广场\\n2;学校"), guess_delimiter("一段文字。")
    (';', '')
    """
    best, most = "", (0, 0)
    for delimiter in DELIMITERS:
        rows = split_rows(text[:_TRIED], delimiter)
        widths = Counter(len(row) for row, _ in zip(rows, range(_TRIED_ROWS), strict=False))
        rows_in_all = widths.total()
        del widths[1]
        shares = ((count * _WHOLE // rows_in_all, width) for width, count in widths.items())
        score = max(shares, default=(0, 0))
        if score > most:
            best, most = delimiter, score
    return best


def split_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Split a text into rows of cells; a blank line is a row of one."""
    cell = _pattern(delimiter)
    position = 0
    row: list[str] = []
    while position <= len(text):
        found = cell.match(text, position)
        assert found  # an empty cell matches anywhere
        quoted = found["quoted"]
        value = found["bare"] if quoted is None else quoted.replace('""', '"')
        row.append(value.replace("\r\n", "\n").replace("\r", "\n").strip(" \t"))
        position = found.end()
        ending = found["ending"]
        if ending != delimiter:
            yield row
            row = []
            if not ending:
                return


def _pattern(delimiter: str) -> re.Pattern[str]:
    """A cell and what ends it. A quoted one counts where an end follows its closing mark."""
    part = re.escape(delimiter)
    return re.compile(
        rf"""(?: [ ]*"(?P<quoted>(?:[^"]|""){{0,{_LONGEST_QUOTED}}}+)"[ ]*(?={part}|\r|\n|\Z)
               | (?P<bare>[^{part}\r\n]*+) )
             (?P<ending>{part}|\r\n|\r|\n|\Z)""",
        re.VERBOSE,
    )
