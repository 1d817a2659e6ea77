"""p2: every cell on its own line with a bar after it; runs of bars for empty and covered cells."""

from __future__ import annotations

from random import Random

from tests.exam.damage import respell
from tests.exam.flat.lines import header_rows, lines_after, lines_before
from tests.exam.knowable import blur_shared
from tests.exam.model import Written
from tests.exam.shape import Allowed, Maker


def write_barred(rng: Random, make: Maker) -> Written:
    """Write a page with its cells on lines, " |" after each."""
    page, _ = make(rng, Allowed(no_codes=True, others=True, totals=True))
    width = len(page.table.columns)
    for row in page.table.rows:
        blur_shared(row, page.table.columns)
    respell(rng, page)
    runs = rng.random() < 0.6  # empty cells as a run behind the last bar, or each on its own line
    loose = rng.random() < 0.15  # some bars on a line of their own
    wide_headings = rng.random() < 0.5

    def barred(texts: list[str]) -> list[str]:
        lines: list[str] = []
        for text in texts:
            if text:
                bar = "\n|" if loose and rng.random() < 0.2 else " |"
                lines.append(text + bar)
            elif runs and lines:
                lines[-1] += "|"
            else:
                lines.append("|")
        if "closed" in page.habits:
            lines[-1] += "|"
        return lines

    def joined(cells: list[str]) -> str:
        return "\n".join(barred(cells))

    header = [line for level in header_rows(page.table) for line in barred(level)]
    lines = lines_before(rng, page, joined) + header
    for row in page.table.rows:
        if row.repeats_header:
            lines += header
        elif row.heading:
            lines += barred([row.heading] + [""] * (width - 1 if wide_headings else 0))
        else:
            lines += barred(row.texts)
    lines += lines_after(rng, page, joined)
    return Written("barred.txt", "\n".join(lines).encode(), page.truths)
