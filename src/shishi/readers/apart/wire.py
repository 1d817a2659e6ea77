"""The wire: a Document as lines of plain JSON, and back with every value looked at.

What a child sends is not believed: a shape, a type or a number that no Document of this source could
have raises BadAnswer, and nothing is ever unpickled or called.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from shishi.findings import About, Finding, Severity, load_messages
from shishi.places import Piece, Place, Source, Text
from shishi.readers.document import Cell, Document, Flow, Grid, Paragraph, Ruling
from shishi.readers.spans import MOST_SLOTS

_BATCH = 500  # cells or paragraphs a line, so that no line is large
_DEEPEST_FACT = 4
_new = tuple.__new__  # of all fields it takes half the time


class BadAnswer(ValueError):
    """Something came back that no reader sends."""


def to_lines(document: Document) -> Iterator[bytes]:
    """Put a document into lines: its head first, then each part with its cells or paragraphs."""
    counts = [len(document.parts), len(document.aside)]
    findings = [_finding(finding) for finding in document.findings]
    yield _line({"parts": counts, "labels": document.labels, "findings": findings})
    for part in (*document.parts, *document.aside):
        yield from _grid(part) if isinstance(part, Grid) else _flow(part)


def from_lines(lines: Sequence[bytes], source: Source) -> Document:
    """Build the document of a source from its lines. Raises BadAnswer."""
    answer = iter(lines)
    try:
        head = json.loads(next(answer))
        printed, hidden = map(_count, head["parts"])
        parts = tuple(_read_part(answer) for _ in range(printed))
        aside = tuple(_read_part(answer) for _ in range(hidden))
        labels = tuple((_string(name), _string(value)) for name, value in head["labels"])
        findings = tuple(_read_finding(value) for value in head["findings"])
    except (StopIteration, LookupError, TypeError, ValueError, RuntimeError) as error:
        raise BadAnswer(str(error)) from error
    if next(answer, None) is not None:
        raise BadAnswer("more parts than were announced")
    if sum(g.height * g.width for g in (*parts, *aside) if isinstance(g, Grid)) > MOST_SLOTS:
        raise BadAnswer("larger than any reader makes")  # they would be laid out here
    return Document(source, parts, labels, findings, aside)


# --- out ---


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def _grid(grid: Grid) -> Iterator[bytes]:
    head = {"grid": grid.name, "size": [grid.height, grid.width], "cells": len(grid.cells)}
    caption = _text(grid.caption) if grid.caption else None
    yield _line(head | {"caption": caption, "ruling": grid.ruling})
    cells = iter(grid.cells)
    while batch := list(islice(cells, _BATCH)):
        yield _line([_cell(cell, grid.name) for cell in batch])


def _cell(cell: Cell, part: str) -> list[object]:
    """A cell of a row and a column with its own text needs no more than the three."""
    text, row, column, rows, columns, header = cell
    value, place, pieces = text
    usual = place == _usual_place(value, part, row=row, column=column)
    usual = usual and pieces == ((0, len(value), place),)
    values: list[object] = [value if usual else _text(text), row, column]
    if rows == 1 == columns and not header:
        return values
    return [*values, rows, columns, header]


def _usual_place(value: str, part: str, *, row: int, column: int) -> tuple[object, ...]:
    """Give the fields of the Place of a cell's own text; as a tuple, for a page has tens of thousands."""
    return part, row, column, None, (0, len(value)), "", None


def _usual(value: str, part: str, *, row: int, column: int) -> Text:
    place = _new(Place, _usual_place(value, part, row=row, column=column))
    return _new(Text, (value, place, (_new(Piece, (0, len(value), place)),)))


def _flow(flow: Flow) -> Iterator[bytes]:
    yield _line({"flow": flow.name, "paragraphs": len(flow.paragraphs)})
    paragraphs = iter(flow.paragraphs)
    while batch := list(islice(paragraphs, _BATCH)):
        yield _line([[_text(p.text), p.gap, p.bars, p.before] for p in batch])


def _text(text: Text) -> list[object]:
    pieces = [[piece.start, piece.length, _place(piece.place)] for piece in text.pieces]
    return [text.value, _place(text.place), pieces]


def _place(place: Place) -> list[object]:
    spot: list[object] = [
        place.part,
        place.row,
        place.column,
        place.line,
        place.characters,
        place.field,
    ]
    return spot if place.page is None else [*spot, place.page]


def _finding(finding: Finding) -> list[object]:
    facts = {name: _plain(fact) for name, fact in finding.facts.items()}
    return [finding.code, finding.about, finding.severity, _place(finding.place), facts]


def _plain(fact: object) -> object:
    if fact is None or isinstance(fact, (str, int)):
        return fact
    if isinstance(fact, Mapping):
        return {str(name): _plain(value) for name, value in fact.items()}
    if isinstance(fact, (list, tuple)):
        return [_plain(value) for value in fact]
    return str(fact)


# --- in ---


def _read_part(lines: Iterator[bytes]) -> Grid | Flow:
    head = json.loads(next(lines))
    if "flow" in head:
        rows = _batches(lines, _count(head["paragraphs"]))
        paragraphs = tuple(Paragraph(_read_text(t), *map(_count, rest)) for t, *rest in rows)
        return Flow(_string(head["flow"]), paragraphs)
    name = _string(head["grid"])
    height, width = map(_count, head["size"])
    cells = tuple(_read_cell(row, name) for row in _batches(lines, _count(head["cells"])))
    if any(row + rows - 1 > height or at + wide - 1 > width for _, row, at, rows, wide, _ in cells):
        raise BadAnswer("a cell stands outside its grid")
    caption = head["caption"] and _read_text(head["caption"])
    return Grid(name, height, width, cells, caption, Ruling(head["ruling"]))


def _batches(lines: Iterator[bytes], count: int) -> Iterator[list[Any]]:
    seen = 0
    while seen < count:
        batch = json.loads(next(lines))
        if not isinstance(batch, list) or not 0 < len(batch) <= _BATCH:
            raise BadAnswer("no batch")
        seen += len(batch)
        yield from batch
    if seen != count:
        raise BadAnswer("more than was announced")


def _read_cell(values: list[Any], part: str) -> Cell:
    text, row, column, *spans = values
    if not (type(row) is int is type(column) and row > 0 < column):
        raise BadAnswer("counted from one")
    text = _usual(text, part, row=row, column=column) if isinstance(text, str) else _read_text(text)
    if not spans:
        return _new(Cell, (text, row, column, 1, 1, False))
    rows, columns, header = spans
    if not isinstance(header, bool):
        raise BadAnswer("no header mark")
    return Cell(text, row, column, _from_one(rows), _from_one(columns), header)


def _read_text(values: list[Any]) -> Text:
    value, place, pieces = values
    read = tuple(Piece(_count(s), _count(length), _read_place(p)) for s, length, p in pieces)
    if any(piece.start + piece.length > len(_string(value)) for piece in read):
        raise BadAnswer("a piece reaches beyond its text")
    return Text(_string(value), _read_place(place), read)


def _read_place(values: list[Any]) -> Place:
    part, row, column, line, characters, field, *page = values
    if characters is not None:
        start, end = map(_count, characters)
        characters = (start, end)
    row, column, line = (None if n is None else _count(n) for n in (row, column, line))
    [number] = map(_from_one, page) if page else [None]
    return Place(_string(part), row, column, line, characters, _string(field), number)


def _read_finding(values: list[Any]) -> Finding:
    code, about, severity, place, facts = values
    if code not in load_messages() or not isinstance(facts, dict):
        raise BadAnswer("no finding of ours")
    read = {_string(name): _fact(fact, 0) for name, fact in facts.items()}
    return Finding(code, About(about), Severity(severity), _read_place(place), read)


def _fact(value: Any, depth: int) -> object:
    if depth > _DEEPEST_FACT:
        raise BadAnswer("facts too deep")
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, list):
        return [_fact(v, depth + 1) for v in value]
    if isinstance(value, dict):
        return {_string(name): _fact(v, depth + 1) for name, v in value.items()}
    raise BadAnswer("no plain fact")


def _string(value: Any) -> str:
    if type(value) is not str:
        raise BadAnswer("no text")
    return value


def _count(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise BadAnswer("no count")
    return value


def _from_one(value: Any) -> int:
    if _count(value) < 1:
        raise BadAnswer("counted from one")
    return int(value)
