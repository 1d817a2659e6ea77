"""What the readers saw, as plain values for JSON: parts, and the role that each piece was given."""

from __future__ import annotations

from shishi.places import Text
from shishi.readers.document import Cell, Document, Flow, Grid
from shishi.records import Page, Stretch
from shishi.writers.exchange import finding_to_exchange, place_to_exchange, source_to_exchange


def to_reading(document: Document, page: Page, *, language: str = "zh") -> dict[str, object]:
    """Put a document and what its pieces were taken for into plain values (docs/exchange.md).

    "parts" hold what the reader saw, whole; "aside" holds what the source hides; "pieces" hold the
    characters of the parts with their roles.
    """
    return {
        "source": source_to_exchange(document.source),
        "labels": [{"name": name, "text": text} for name, text in document.labels],
        "parts": [_part(part) for part in document.parts],
        "aside": [_part(part) for part in document.aside],
        "pieces": [_piece(stretch) for stretch in page.stretches],
        "findings": [finding_to_exchange(f, language=language) for f in page.findings],
    }


def _part(part: Grid | Flow) -> dict[str, object]:
    return _grid(part) if isinstance(part, Grid) else _flow(part)


def _grid(grid: Grid) -> dict[str, object]:
    return {
        "name": grid.name,
        "kind": "table",
        "height": grid.height,
        "width": grid.width,
        "caption": grid.caption.value if grid.caption else None,
        "cells": [_cell(cell) for cell in grid.cells],
    }


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "row": cell.row,
        "column": cell.column,
        "rows": cell.rows,
        "columns": cell.columns,
        "header": cell.header,
        "text": cell.text.value,
    }


def _flow(flow: Flow) -> dict[str, object]:
    paragraphs = [
        {
            "text": p.text.value,
            "gap": p.gap,
            "bars": p.bars,
            "place": place_to_exchange(p.text.place),
        }
        for p in flow.paragraphs
    ]
    return {"name": flow.name, "kind": "text", "paragraphs": paragraphs}


def _piece(stretch: Stretch) -> dict[str, object]:
    return {
        "role": stretch.role.value,
        "text": stretch.text.value,
        "place": place_to_exchange(stretch.text.place),
        "places": _places(stretch.text),
        "order": stretch.order,
        "field": stretch.field.value if stretch.field else None,
    }


def _places(text: Text) -> list[dict[str, object]]:
    """Give the spots of a text that the source broke over several lines; [] when it is one."""
    return [place_to_exchange(piece.place) for piece in text.pieces[1:] and text.pieces]
