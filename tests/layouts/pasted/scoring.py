"""Read drawn pages and hold them against their truth.

`python -m tests.layouts.pasted.scoring 1 50` reads pages with the seeds 1 to 50 in every family, sound
and harmed, and prints the figures; `-v` prints what was read wrong in silence.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import partial

from shishi.records import LISTS, Field, Page
from tests.layouts.invented import doubted, page_of
from tests.layouts.pasted.families import BLOCKS, TABLES
from tests.layouts.pasted.harm import IN_CELLS, ON_PAGE, SCRIPTS, print_page
from tests.layouts.pasted.lines import draw_lines
from tests.layouts.pasted.loose import draw_loose, draw_ways, print_loose
from tests.layouts.pasted.loose_blocks import draw_block_ways, draw_blocks, print_blocks
from tests.layouts.pasted.phrases import NOTES, Phrases
from tests.layouts.pasted.truth import Draw, Truth, draw_truth
from tests.samples.scripts import printed

LINES = "lines"
"""Rows on lines in the shapes that go wrong; harmed or not, they are drawn alike."""
LOOSE, LOOSE_BLOCKS = "loose", "loose_blocks"
SHAPES = [*TABLES, *BLOCKS, LOOSE_BLOCKS]
HARSH = 0.35


@dataclass
class Score:
    """What was right and wrong on some pages; `silent` and `over` name the cells."""

    records: int = 0
    read: int = 0
    paired: int = 0
    cells: int = 0
    wrong: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    over: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add the figures of another page."""
        self.records += other.records
        self.read += other.read
        self.paired += other.paired
        self.cells += other.cells
        for name in ("wrong", "silent", "over", "lost"):
            getattr(self, name).extend(getattr(other, name))

    def __str__(self) -> str:
        def share(number: int) -> str:
            return f"{100 * number / max(1, self.cells):.2f}%"

        leads = sum(" lead_units:" in s for s in self.silent)
        recall = 100 * self.paired / max(1, self.records)
        precision = 100 * self.paired / max(1, self.read)
        return (
            f"{self.cells} cells, recall {recall:.1f} precision {precision:.1f}, "
            f"wrong {share(len(self.wrong))}, silent {share(len(self.silent))} ({leads} leads), "
            f"over {share(len(self.over))}"
        )


def draw_page(shape: str, seed: int, *, harsh: bool) -> tuple[Truth, str, list[str]]:
    """Draw a page: its truth as it is printed, the text, and what harms it."""
    draw = Phrases(f"{shape} {seed} {harsh}")
    if shape == LINES:
        return *draw_lines(draw), []
    if shape == LOOSE:
        ways = draw_ways(draw)
        table, print_body = draw_loose(draw, ways), partial(print_loose, ways=ways)
    elif shape == LOOSE_BLOCKS:
        ways = draw_block_ways(draw)
        table, pieces = draw_blocks(draw, ways)
        print_body = partial(print_blocks, ways=ways, pieces=pieces)
    else:
        columns = _block_columns(draw, shape) if shape in BLOCKS else None
        table, print_body = draw_truth(draw, columns=columns), {**TABLES, **BLOCKS}[shape]
    harms = []
    if harsh:
        fitting = [*IN_CELLS, *(ON_PAGE[:4] if shape in {*BLOCKS, LOOSE_BLOCKS} else ON_PAGE)]
        if shape != "paragraphs":
            fitting = [h for h in fitting if h != "broken-header"]
        if shape in {"spaced", "glued"}:
            fitting = [h for h in fitting if h != "spelt-header" or shape == "glued"]
        harms = [h for h in fitting if draw.random() < HARSH]
        harms += [draw.choice(list(SCRIPTS))] if draw.random() < HARSH else []
    told = Draw(f"harm {shape} {seed}")
    text = print_page(table, print_body, harms=harms, draw=told)
    again = Draw(f"harm {shape} {seed}")
    for name, harm in {**IN_CELLS, **SCRIPTS}.items():
        if name in harms:
            table = harm(table, again)
    return table, text, harms


def _block_columns(draw: Draw, shape: str) -> list[str]:
    rest = ["lead_units"] + [
        c for c in ("support_units", "leaders", "goal", "progress", "status") if draw.random() < 0.6
    ]
    if len(rest) < 2:
        rest.append("progress")
    draw.shuffle(rest)
    return ["code", "item", *rest]


def judge(shape: str, seed: int, *, harsh: bool) -> Score:
    """Draw, read and judge one page."""
    table, text, harms = draw_page(shape, seed, harsh=harsh)
    page = page_of(text)
    doubts = doubted(page)
    pairs = _pair(table, page)
    score = Score(len(table.rows), len(page.records), len(pairs))
    where = f"{shape} {seed} {'+'.join(harms)}"
    for at, row in enumerate(table.rows):
        order = pairs.get(at)
        if order is None:
            score.lost.append(f"{where} row {at + 1}")
            continue
        for column in table.columns:
            if column == "code" and shape in {*BLOCKS, LOOSE_BLOCKS}:
                continue
            score.cells += 1
            right, read = _right(row, column, table.script), _read(page, order, column)
            flagged = (order, column) in doubts
            spot = f"{where} row {at + 1} {column}: {right!r} read as {read!r}"
            if right != read:
                score.wrong.append(spot)
                if not flagged:
                    score.silent.append(spot)
            elif flagged and column not in table.open_columns:
                score.over.append(spot)
    return score


def _pair(table: Truth, page: Page) -> dict[int, int]:
    """Pair rows with records by what is to be done; those between two pairs one by one."""
    wanted = [_tight(row["item"]) for row in table.rows]
    found = [_tight(r.printed(Field.ITEM)) for r in page.records]
    pairs: dict[int, int] = {}
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and a1 - a0 == b1 - b0):
            pairs |= {a0 + i: b0 + i + 1 for i in range(a1 - a0)}
    return pairs


def _right(row: dict[str, str], column: str, script: str) -> object:
    if Field(column) in LISTS:
        blank = {"", *(printed(note, script) for note in NOTES)}
        return [_tight(n) for n in row[column].split("、") if n not in blank]
    return _tight(row[column])


def _read(page: Page, order: int, column: str) -> object:
    record, name = page.records[order - 1], Field(column)
    if name in LISTS:
        return [_tight(n.value) for n in record.names.get(name, ())]
    return _tight(record.printed(name))


def _tight(text: str) -> str:
    return "".join(text.split())


def main() -> None:
    """Print the figures for each family, sound and harmed."""
    first, last = (int(word) for word in sys.argv[1:3])
    only = [word for word in sys.argv[3:] if not word.startswith("-")] or [*SHAPES, LOOSE, LINES]
    whole = Score()
    for shape in only:
        for harsh in (False, True):
            score = Score()
            for seed in range(first, last + 1):
                score.add(judge(shape, seed, harsh=harsh))
            whole.add(score)
            print(f"{shape} {'harsh' if harsh else 'sound'}: {score}")
            if "-v" in sys.argv:
                print("\n".join(f"    {s}" for s in score.silent[:25]))
            if "-w" in sys.argv:
                print("\n".join(f"    {s}" for s in score.wrong[:25]))
            if "-o" in sys.argv:
                print("\n".join(f"    {s}" for s in score.over[:25]))
            if "-l" in sys.argv:
                print("\n".join(f"    lost {s}" for s in score.lost[:25]))
    print(f"all: {whole}")


if __name__ == "__main__":
    main()
