"""Pasted pages that are kept as files, so that what is read in them can be looked at.

`python -m tests.layouts.pasted.samples` writes source.txt and expected.json of every sample; everything
on these pages is drawn at random from invented words.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.layouts.pasted.scoring import draw_page

FOLDER = Path(__file__).parents[2] / "samples" / "pasted"
DRAWN = [
    ("paragraphs", 1003, True),
    ("paragraphs", 1007, True),
    ("bars", 1002, True),
    ("bars", 1009, True),
    ("slid", 1004, True),
    ("spaced", 1001, False),
    ("spaced", 1005, True),
    ("spaced", 1008, True),
    ("glued", 1001, False),
    ("label_lines", 1002, False),
    ("label_lines", 1006, True),
    ("under_items", 1003, False),
    ("under_items", 1004, True),
    ("run_on", 1005, False),
    ("run_on", 1007, True),
]
"""Shape, seed, and whether the page is harmed."""


def main() -> None:
    """Write every sample anew."""
    for shape, seed, harsh in DRAWN:
        folder = FOLDER / f"{shape}-{seed}"
        folder.mkdir(parents=True, exist_ok=True)
        table, text, harms = draw_page(shape, seed, harsh=harsh)
        (folder / "source.txt").write_text(text, encoding="utf-8")
        rows = [{c: row[c] for c in table.columns} for row in table.rows]
        expected = {"harms": harms, "columns": table.columns, "records": rows}
        told = json.dumps(expected, ensure_ascii=False, indent=1)
        (folder / "expected.json").write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
