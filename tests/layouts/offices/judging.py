"""Hold what was read in drawn offices' tables against what is right, bar by bar.

`python -m tests.layouts.offices.judging 1 300` draws the pages with the seeds 1 to 300 and prints every
figure and the worst kinds of mistake.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from opencc import OpenCC

from shishi.layouts import extract
from shishi.readers import read
from shishi.records import LISTS, Field, Page, Record
from shishi.rulebook import load_rulebook
from tests.layouts.drawn import Draw, Judged
from tests.layouts.invented import doubted
from tests.layouts.offices.printing import print_page
from tests.layouts.offices.tables import Table, draw_table

BASE = {"万元": 10_000, "亿元": 100_000_000, "元": 1}


@dataclass
class Bars:
    """What is counted over many pages."""

    records: int = 0
    missed: int = 0
    surplus: int = 0
    crashed: list[str] = field(default_factory=list)
    cells: list[Judged] = field(default_factory=list)

    @property
    def wrong(self) -> list[Judged]:
        """The cells read wrong."""
        return [cell for cell in self.cells if cell.wrong]

    @property
    def silent(self) -> list[Judged]:
        """The cells read wrong and not flagged."""
        return [cell for cell in self.wrong if not cell.flagged]

    @property
    def silent_leads(self) -> list[Judged]:
        """The lead units read wrong and not flagged."""
        return [cell for cell in self.silent if cell.field == "lead_units"]

    @property
    def over(self) -> int:
        """How many cells were read rightly and flagged."""
        return sum(cell.flagged and not cell.wrong for cell in self.cells)

    def __str__(self) -> str:
        cells = max(1, len(self.cells))
        return (
            f"{self.records} records, {self.missed} missed, {self.surplus} surplus; {cells} cells, "
            f"{100 - 100 * len(self.wrong) / cells:.2f} % right, {100 * len(self.silent) / cells:.3f} % silent, "
            f"{len(self.silent_leads)} silent leads, {100 * self.over / cells:.3f} % over, {len(self.crashed)} crashed"
        )


def judge(seed: int) -> Bars:
    """Draw, read and judge one page."""
    draw = Draw(f"office {seed}")
    table = draw_table(draw)
    text = print_page(draw, table)
    convert = OpenCC("s2t").convert if draw.random() < 0.08 else str
    page = extract(read(convert(text).encode(), "a.html"), rulebook=load_rulebook("default"))
    return judge_page(page, table, name=f"office {seed}", convert=convert)


def judge_page(page: Page, table: Table, *, name: str, convert: object = str) -> Bars:
    """Judge every cell of a page; records are paired by their order."""
    doubts = doubted(page)
    bars = Bars(len(table.rows))
    bars.missed = max(0, len(table.rows) - len(page.records))
    bars.surplus = max(0, len(page.records) - len(table.rows))
    for order, row in enumerate(table.rows, 1):
        for field_name, value in expected(row.truth, table).items():
            right = _converted(value, convert)
            got = _read(page, order, field_name, table)
            flagged = (order, field_name) in doubts
            bars.cells.append(Judged(f"{name} row {order}", field_name, right, got, flagged))
    return bars


def expected(truth: dict[str, object], table: Table) -> dict[str, object]:
    """Give what is right for every field, blank ones included: what is not there must not be read."""
    has_code = any(h.field == "code" for h in table.headings)
    return {
        f.value: ("" if f is Field.CODE and not has_code else truth.get(f.value, "")) for f in Field
    }


def _converted(value: object, convert: object) -> object:
    assert callable(convert)
    if isinstance(value, list):
        return [convert(name) for name in value]
    return "".join(convert(value).split())


def _read(page: Page, order: int, name: str, table: Table) -> object:
    if order > len(page.records):
        return "(no record)"
    record, wanted = page.records[order - 1], Field(name)
    if wanted in LISTS:
        return [n.value for n in record.names.get(wanted, ())]
    if wanted is Field.INVESTMENT:
        return _money(record, table)
    text = "".join(record.printed(wanted).split())
    return text.removesuffix("%") if wanted is Field.PERCENT else text


def _money(record: Record, table: Table) -> str:
    """Give the amount as drawn when it was read with its unit; otherwise what was made of it."""
    printed = record.printed(Field.INVESTMENT)
    words = [h.word for h in table.headings if h.field == "investment"]
    unit = table.unit or ("亿元" if words and "亿" in words[0] else "万元")
    try:
        right = Decimal(printed or "0") * BASE[unit]
        made = (
            Decimal(printed or "0")
            * BASE[record.investment_unit.replace("億", "亿").replace("萬", "万")]
        )
    except (InvalidOperation, KeyError):
        return f"{printed} {record.investment_unit}" if printed else ""
    return printed if right == made else f"{printed}{record.investment_unit}"


def judge_many(seeds: Iterable[int]) -> Bars:
    """Judge many pages together; a page that breaks the program is counted, not raised."""
    total = Bars()
    for seed in seeds:
        try:
            bars = judge(seed)
        except Exception as error:  # the count of crashes is itself a bar
            total.crashed.append(f"{seed}: {error!r}")
            continue
        total.records += bars.records
        total.missed += bars.missed
        total.surplus += bars.surplus
        total.cells += bars.cells
    return total


def main() -> None:
    """Print the bars and the worst kinds of mistake."""
    first, last = (int(word) for word in sys.argv[1:3])
    bars = judge_many(range(first, last + 1))
    print(bars, *bars.crashed[:5], sep="\n")
    pages = Counter((cell.spot.split(" row")[0], cell.field) for cell in bars.wrong)
    for (spot, name), count in pages.most_common(40):
        cell = next(c for c in bars.wrong if c.spot.startswith(spot + " row") and c.field == name)
        print(f"{count:4} {spot} {name}: {cell.right!r} read as {cell.read!r}")
    flags = Counter(
        (c.spot.split(" row")[0], c.field) for c in bars.cells if c.flagged and not c.wrong
    )
    print("over:", flags.most_common(15))


if __name__ == "__main__":
    main()
