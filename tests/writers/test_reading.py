from __future__ import annotations

import json

from shishi.places import Place, Text
from shishi.readers.document import Cell, Document, Flow, Grid, Paragraph
from shishi.writers.reading import to_reading
from tests.writers.invented import PAGE, SOURCE, text

GRID = Grid("table 1", 1, 2, (Cell(text("序号"), 1, 1, rows=2, header=True),), caption=text("附件"))
FLOW = Flow("text 1", (Paragraph(Text("说明", Place("text 1", line=4)), gap=1, bars=2),))
DOCUMENT = Document(SOURCE, (GRID, FLOW), labels=(("keywords", "民生"),))


def test_a_reading_shows_every_part_of_the_document() -> None:
    reading = json.loads(json.dumps(to_reading(DOCUMENT, PAGE)))

    assert reading["labels"] == [{"name": "keywords", "text": "民生"}]
    assert reading["parts"] == [
        {
            "name": "table 1",
            "kind": "table",
            "height": 1,
            "width": 2,
            "caption": "附件",
            "cells": [
                {"row": 1, "column": 1, "rows": 2, "columns": 1, "header": True, "text": "序号"}
            ],
        },
        {
            "name": "text 1",
            "kind": "text",
            "paragraphs": [
                {"text": "说明", "gap": 1, "bars": 2, "place": {"part": "text 1", "line": 4}}
            ],
        },
    ]


def test_a_piece_carries_its_role_and_the_cell_it_became() -> None:
    title, cell = to_reading(DOCUMENT, PAGE)["pieces"]  # type: ignore[misc]

    assert (title["role"], title["order"], title["field"]) == ("title", None, None)
    assert (cell["role"], cell["order"], cell["field"]) == ("cell", 2, "item")
    assert cell["place"] == {"part": "table 1", "row": 4}


def test_the_doubts_of_the_reading_are_told() -> None:
    codes = [found["code"] for found in to_reading(DOCUMENT, PAGE)["findings"]]  # type: ignore[attr-defined]

    assert codes == ["test-lead-unsure"]
