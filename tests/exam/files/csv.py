"""csv: separators, encodings, quoted line ends; covered cells are blank, as a spreadsheet saves them."""

from __future__ import annotations

import csv
import io
from random import Random

from tests.exam.damage import respell
from tests.exam.flat.lines import header_rows
from tests.exam.knowable import blur_shared
from tests.exam.model import Page, Written
from tests.exam.shape import Allowed, Maker


def write_csv(rng: Random, make: Maker) -> Written:
    """Write a table of values parted by commas, semicolons or tabs."""
    page, _ = make(rng, Allowed(no_codes=True, others=True, totals=True))
    for row in page.table.rows:
        blur_shared(row, page.table.columns)
    respell(rng, page)
    filled = rng.random() < 0.3  # covered cells hold their value again
    separator = rng.choice((",", ",", ",", ";", "\t"))
    encoding = rng.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16"))
    quoting = rng.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    ending = rng.choice(("\r\n", "\n"))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, quoting=quoting, lineterminator=ending)
    width = len(page.table.columns)
    if page.title and rng.random() < 0.6:
        writer.writerow([page.title] + [""] * (width - 1))
    writer.writerows([line] + [""] * (width - 1) for line in page.before)
    writer.writerows(line + [""] * (width - len(line)) for line in page.contacts[0])
    header = header_rows(page.table)
    writer.writerows(header)
    _write_rows(writer, page, header, width, filled=filled)
    writer.writerows(line + [""] * (width - len(line)) for line in page.contacts[1])
    if rng.random() < 0.5:
        writer.writerows([note] + [""] * (width - 1) for note in page.notes)
    return Written("page.csv", out.getvalue().encode(encoding), page.truths)


def _write_rows(
    writer: object, page: Page, header: list[list[str]], width: int, *, filled: bool
) -> None:
    above = [""] * width
    for row in page.table.rows:
        if row.repeats_header:
            writer.writerows(header)
        elif row.heading:
            writer.writerow([row.heading] + [""] * (width - 1))
        else:
            texts = row.texts
            if filled:
                texts = [
                    above[n] if cell is None else cell.text for n, cell in enumerate(row.cells)
                ]
            writer.writerow(texts)
            above = texts
