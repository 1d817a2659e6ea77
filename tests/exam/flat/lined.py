"""p3: a row on a line with " | "; empty and covered cells dropped, the row filled up at the right."""

from __future__ import annotations

from random import Random

from tests.exam.damage import respell
from tests.exam.flat.lines import header_rows, lines_after, lines_before
from tests.exam.knowable import blur_shared, blur_vanished
from tests.exam.model import Written
from tests.exam.shape import Allowed, Maker


def write_lined(rng: Random, make: Maker) -> Written:
    """Write a page with a row on a line, bars between its cells."""
    drops = rng.random() < 0.6
    page, shape = make(rng, Allowed(no_codes=True, others=not drops, totals=not drops))
    width = len(page.table.columns)
    inner = rng.choice((" ", "")) if shape.separator != "\n" and not shape.starred else " "
    edge = rng.random() < 0.3
    ruled = rng.random() < 0.5
    padded = rng.random() < 0.7

    def bars(texts: list[str]) -> str:
        line = " | ".join(text.replace("\n", inner) for text in texts)
        return f"| {line} |" if edge else line

    for row in page.table.rows:
        (blur_vanished if drops else blur_shared)(row, page.table.columns)
    respell(rng, page)
    header = [bars(level) for level in header_rows(page.table)]
    rule = "|".join(["---"] * width)
    rule = f"|{rule}|" if edge else rule
    lines = lines_before(rng, page, bars) + header[:1] + ([rule] if ruled else []) + header[1:]
    for row in page.table.rows:
        if row.repeats_header:
            lines += header
        elif row.heading:
            lines.append(
                bars([row.heading] + [""] * (width - 1)) if rng.random() < 0.6 else row.heading
            )
        else:
            texts = row.texts
            if drops:
                texts = [text for text in texts if text]
                texts += [""] * (width - len(texts) if padded else 0)
            lines.append(bars(texts))
    lines += lines_after(rng, page, bars)
    return Written("lined.txt", "\n".join(lines).encode(), page.truths)
