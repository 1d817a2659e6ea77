"""Make the page of a clerk: her columns, groups of rows with what stands over them, the truth of each."""

from __future__ import annotations

from functools import partial
from random import Random

from tests.exam.clerks.around import set_around
from tests.exam.clerks.columns import Ruled, rule_columns
from tests.exam.clerks.desk import Desk, Hand
from tests.exam.clerks.habits import Clerk
from tests.exam.clerks.roll import CLERKS
from tests.exam.clerks.topics import TOPICS, Group, Topic
from tests.exam.clerks.truths import tell
from tests.exam.filling import Filled
from tests.exam.formats import FORMATS
from tests.exam.model import Cell, Page, Row, Table, Written, covered
from tests.exam.shape import Allowed

_OWN_OF_PARTS = frozenset({"lead_units", "progress", "percent"})
_HEADINGS = (
    "{n}、{leader}牵头项目",
    "{leader}分管项目",
    "分管领导:{leader}",
    "{n}、{leader}负责的项目",
    "{leader}",
)


def write_page(name: str, seed: int) -> Written:
    """Write the page of a format and a seed: the same bytes each time, clerks by turns."""
    make = partial(make_page, CLERKS[seed % len(CLERKS)])
    return FORMATS[name](Random(f"clerks-{name}-{seed}"), make)


def make_page(clerk: Clerk, rng: Random, allowed: Allowed) -> tuple[Page, Hand]:
    """Make a page as this clerk does, as far as the format can carry her habits."""
    desk = Desk(rng, clerk, allowed)
    ruled = rule_columns(desk, allowed)
    rows = _Rows(desk, ruled, allowed)
    rows.write()
    page = Page(desk.words(clerk.title), Table([column for _, column in ruled], rows.rows))
    page.habits = clerk.files
    set_around(desk, page)
    if clerk.over == "leader with a table each":
        # The first heading stands over the table, and the header below it comes by itself.
        page.before.append(rows.rows[0].heading)
        del rows.rows[:2]
    covered(rows.rows)
    return page, desk.hand


class _Rows:
    """Writes the rows of one page."""

    def __init__(self, desk: Desk, ruled: Ruled, allowed: Allowed) -> None:
        self.desk, self.ruled, self.allowed = desk, ruled, allowed
        self.rng, self.clerk = desk.rng, desk.clerk
        self.theme_word = self.rng.choice(self.clerk.themes)
        self.heading_word = self.rng.choice(_HEADINGS)
        codes = self.rng.choice(self.clerk.codes)
        self.codes = "run" if codes == "theme" and not allowed.theme_codes else codes
        self.merging = self.clerk.merging if allowed.merged_lists else "merged"
        self.shared = self._choose_shared()
        self.number = 0
        self.rows: list[Row] = []

    def _choose_shared(self) -> set[str]:
        """Choose which cells all rows of a group share: the theme, its number, at times its leader."""
        if "theme" not in {key for key, _ in self.ruled}:
            return set()
        leaders = self.allowed.merged_lists and self.rng.random() < 0.3
        return {"theme", "code" if self.codes == "theme" else "", "leaders" if leaders else ""}

    def write(self) -> None:
        count = self.rng.randint(*self.clerk.groups)
        for number, topic in enumerate(self.rng.sample(TOPICS, count), 1):
            group = self._group(number, topic)
            if group.heading:
                self.rows.append(Row(heading=group.heading))
            if self.clerk.over == "leader with a table each":
                self.rows.append(Row(repeats_header=True))
            if self.codes == "restart":
                self.number = 0
            for place in range(1, self.rng.randint(*self.clerk.rows) + 1):
                self._item(group, place)
        if self.allowed.totals and self.rng.random() < self.clerk.total:
            self.rows.append(self._total())

    def _group(self, number: int, topic: Topic) -> Group:
        name, han = self.rng.choice(topic.themes), "一二三四五六七八九"[number - 1]
        theme = self.theme_word.format(name, n=han)
        leader = self.desk.leaders[number % len(self.desk.leaders)]
        heading = theme if self.clerk.over == "theme" else ""
        if self.clerk.over.startswith("leader"):
            heading = self.heading_word.format(n=han, leader=leader)
        return Group(number, topic, name, theme, leader, heading)

    def _item(self, group: Group, place: int) -> None:
        again = place > 1 and self.allowed.repeats and self.rng.random() < self.clerk.again
        if again:
            self.rows.append(Row(repeats_header=True))
        self.number += self.codes != "theme" or place == 1
        code = f"{group.number}.{place}" if self.codes == "dotted" else str(self.number)
        self.desk.choose_bodies()
        filled = [self._fill(key, group, code) for key, _ in self.ruled]
        self._row(group, filled, first=place == 1 or again)
        if self.allowed.parts and self.rng.random() < self.clerk.parts:
            for _ in range(self.rng.randint(1, 3)):
                self._part(group, filled)

    def _fill(self, key: str, group: Group, code: str) -> Filled:
        match key:
            case "code":
                return code, code
            case "theme":
                return group.theme, group.theme
            case "leaders" if "leaders" in self.shared:
                return group.leader, [group.leader]
        return self.desk.fill(key, group.topic)

    def _row(self, group: Group, filled: list[Filled], *, first: bool) -> None:
        cells: list[Cell | None] = []
        for (key, _), (text, _) in zip(self.ruled, filled, strict=True):
            if first or key not in self.shared or self.merging == "each":
                cells.append(Cell(text))
            else:
                cells.append(None if self.merging == "merged" else Cell(""))
        self.rows.append(Row(cells, truth=tell(self.desk, group, self.ruled, filled)))

    def _part(self, group: Group, filled: list[Filled]) -> None:
        """Write the row of one more street that does the same; the item is merged over all of them."""
        self.desk.choose_bodies(street=True)
        own = [
            self.desk.fill(key, group.topic) if key in _OWN_OF_PARTS else shared
            for (key, _), shared in zip(self.ruled, filled, strict=True)
        ]
        cells = [
            Cell(text) if key in _OWN_OF_PARTS else None
            for (key, _), (text, _) in zip(self.ruled, own, strict=True)
        ]
        truth = tell(self.desk, group, self.ruled, own)
        truth.continues = True
        self.rows.append(Row(cells, truth=truth))

    def _total(self) -> Row:
        amounts = [int(row.truth.values.get("investment") or 0) for row in self.rows if row.truth]
        texts = {"code": "合计", "investment": f"{sum(amounts) / 10000:g}"}
        return Row([Cell(texts.get(key, "")) for key, _ in self.ruled])
