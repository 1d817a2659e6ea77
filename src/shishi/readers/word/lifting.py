"""Lifting: cut the tables of a Word document into texts and the runs of tags between them.

A cell of a Word table is a dozen tags around one text, and in most cells they are the same dozen. So
the rows of a table are not parsed: they are cut at their texts, and each distinct run of tags goes
into the document once, put right by the tags that are open around it. That is where the parser
proves it well formed, and where the reader looks at what it does (alike.py). As every run begins and
ends inside a text, in the same place of a row, what holds for the runs holds for the rows.
(docs/decisions/0023)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import unescape

BEFORE, AFTER = "\ufdd0", "\ufdd1"  # no characters, and never will be
"""They stand for the text before a run and for the one after it."""
LIFTED, RUN = "liftedTable", "liftedRun"

_OPEN = f"<w:tr><w:tc><w:p><w:r><w:t>{BEFORE}</w:t>"
_CLOSE = f">{AFTER}</w:t></w:r></w:p></w:tc></w:tr>"
_TABLE = "w:tbl>"
_ROW = re.compile("<w:tr[ >]")
_TEXT = re.compile(">([^<>]++)</w:t>")
_LOOSE = re.compile("(?:^|>)[ \t\n]*+[^ \t\n<]")  # a text that _TEXT does not find
# Numbers that Word gives to everything; two runs that differ in nothing else are alike.
_IDENTITIES = re.compile('((?:rsid[A-Za-z]*|paraId|textId)=)"[0-9A-F]{8}"')
_NEWS = re.compile("&(?!(?:amp|lt|gt|quot|apos);)")  # a reference that unescape() does not know
_ENTITIES: Mapping[str, str] = {"&quot;": '"', "&apos;": "'"}
_UTF8 = re.compile(
    rb"""(?:<\?xml(?>(?:(?!encoding|\?>)[^>])*)(?:encoding\s*=\s*["']utf-8["'][^>]*)?\?>\s*)?<[a-z]""",
    re.IGNORECASE,
)
_CONTROLS = bytes(sorted(set(range(0x20)) - set(b"\t\n\r")))  # no XML may hold them
_ODD = re.compile(b"\xef(?:[\x80-\x83]|\xb7[\x90\x91]|\xbf[\xbe\xbf])")
"""Signs of fonts without letters, the two characters above, and what no XML may hold."""
_LONGEST_TEXT = 1_000_000
_RUNS_ALIKE = 5  # runs of each kind; looking at a kind costs as much as parsing a row


@dataclass(slots=True)
class LiftedTable:
    """The texts of a table, and the runs of tags before, between and after them."""

    texts: list[str]
    runs: list[str]

    @property
    def kinds(self) -> int:
        """Count the runs that go into the document."""
        return 2 + len(set(self.runs[1:-1]))


@dataclass(slots=True)
class LiftedText:
    """A part of a document without the rows of some tables, and those, in order."""

    data: bytes
    tables: list[LiftedTable] = field(default_factory=list)


def lift_tables(data: bytes) -> LiftedText:
    """Take out the rows of tables that hold no other table and are made of few distinct runs.

    >>> cell = "<w:tc><w:p><w:r><w:t>公园</w:t></w:r></w:p></w:tc>"
    >>> table = f"<w:tbl><w:tr>{cell * 20}</w:tr></w:tbl>"
    >>> lifted = lift_tables(f"<w:body>{table}</w:body>".encode())
    >>> lifted.tables[0].texts == ["公园"] * 20, lifted.data.count(b"<w:liftedRun>")
    (True, 3)
    """
    if not _is_plain(data):
        return LiftedText(data)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return LiftedText(data)
    found, at = LiftedText(data), 0
    kept: list[str] = []
    for start, end in _rows_of_tables(text):
        table = _cut(text[start:end])
        if table:
            kept += (text[at:start], _stand_in(table, len(found.tables)))
            found.tables.append(table)
            at = end
    reduced = "".join([*kept, text[at:]])
    named = sum(map(reduced.count, (LIFTED, RUN)))
    if not found.tables or named != 2 * sum(1 + table.kinds for table in found.tables):
        return LiftedText(data)  # or the document has elements of that name
    found.data = reduced.encode()
    return found


def _is_plain(data: bytes) -> bool:
    """Tell whether a part is UTF-8 and holds nothing that means something else between texts."""
    return (
        b"<w:tbl>" in data
        and _UTF8.match(data) is not None
        and not (b"]" in data and b"]]>" in data)
        and _ODD.search(data) is None
        and len(data.translate(None, _CONTROLS)) == len(data)
    )


def _rows_of_tables(text: str) -> Iterator[tuple[int, int]]:
    """Find where the rows of tables begin and end that stand in no table and hold none."""
    depth = start = at = 0
    nests = False
    while (at := text.find(_TABLE, at)) >= 0:
        is_end = text[at - 1] == "/"
        at += len(_TABLE)
        depth += -1 if is_end else 1
        if depth == 1 and not is_end:
            start, nests = at, False
        elif depth:
            nests = True
        elif not nests and (row := _ROW.search(text, start, at)):
            yield row.start(), at - len(f"</{_TABLE}")


def _cut(rows: str) -> LiftedTable | None:
    """Cut rows at their texts; None where that does not pay, or more than tags and texts is there."""
    if "\r" in rows or ("!" in rows and "<!" in rows) or ("?" in rows and "<?" in rows):
        return None
    pieces = _TEXT.split(rows)
    texts, runs = pieces[1::2], pieces[::2]
    if not _are_alike(runs):
        runs = _IDENTITIES.sub(r'\1""', "\0".join(runs)).split("\0")
    if not texts or not _are_alike(runs):
        return None
    if max(map(len, texts)) > _LONGEST_TEXT:
        return None
    if any(map(_LOOSE.search, set(runs))):
        return None
    if "&" in rows:
        if _NEWS.search(rows):
            return None
        texts = [unescape(text, _ENTITIES) for text in texts]
    return LiftedTable(texts, runs)


def _are_alike(runs: list[str]) -> bool:
    return len(set(runs)) * _RUNS_ALIKE <= len(runs)


def _stand_in(table: LiftedTable, number: int) -> str:
    """Write what stands in for the rows: the first run, each distinct one between texts, the last."""
    first, *between, last = table.runs
    runs = [
        first + _CLOSE,
        *(f"{_OPEN}{run}{_CLOSE}" for run in dict.fromkeys(between)),
        _OPEN + last,
    ]
    inside = "".join(f"<w:{RUN}>{run}</w:{RUN}>" for run in runs)
    return f'<w:{LIFTED} w:number="{number}">{inside}</w:{LIFTED}>'
