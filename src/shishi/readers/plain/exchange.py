"""Read the exchange format back: a JSON object that `extract --json` printed, as grids of its entries."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from shishi.findings import About, Finding, Severity
from shishi.places import Place, Source, Text
from shishi.readers.document import Cell, Document, Grid
from shishi.readers.halves import whole_characters
from shishi.readers.refusals import refuse

LISTS = ("lead_units", "support_units", "leaders", "levels")
TEXTS = ("code", "theme", "item", "goal", "progress", "percent", "status", "explanation", "remark")
COLUMNS = ("order", "section", "shares_item_with", "open_ended", "investment", *TEXTS, *LISTS)
"""The entries of a record that are read, in the order of their columns; what is computed is not."""

_SCRIPTS = ("simplified", "traditional", "traditional+pinyin")
_MOST_RECORDS = 100_000


def read_exchange(text: str, source: Source) -> Document:
    """Read one object of the exchange format (docs/exchange.md).

    Grids: "records" (a header row of names, a row a record; a list has a name a line), "other"
    (order, word, text), "notice", "stated_rules" and "period". What the format computes (measures,
    milestones, findings about the content, assessments) is left out: it is computed again. Doubts of
    the first reading stay findings. Raises UnreadableSource with the code not-exchange, which names
    the entry at fault.
    """
    page = _Entry(source.name, "", _load(text, source.name))
    records = page.entries("records")
    if len(records) > _MOST_RECORDS:
        raise refuse(source.name, "too-many-cells", limit=_MOST_RECORDS)
    rows = [_record(record) for record in records]
    if len({row[0] for row in rows}) < len(rows):
        raise page.wrong("records.order")
    other = [pair for record in records for pair in _other(record)]
    notice = list(_notice(page.entry("notice")))
    rules = [(rule.text("number"), rule.text("text")) for rule in page.entries("stated_rules")]
    period = page.entry("period")
    grids = (
        _grid("records", (COLUMNS, *rows)),
        _grid("other", other),
        _grid("notice", notice),
        _grid("stated_rules", rules),
        _grid("period", [(name, period.text(name)) for name in ("plan", "report")]),
    )
    script = page.text("script")
    if script not in _SCRIPTS:
        raise page.wrong("script")
    doubts = tuple(_doubts(page.entries("findings")))
    return Document(source, grids, labels=(("script", script),), findings=doubts)


def _load(text: str, name: str) -> object:
    try:
        return json.loads(text)
    except RecursionError:
        raise refuse(name, "not-exchange", entry="[…]") from None
    except ValueError as error:
        where = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "1"
        raise refuse(name, "not-exchange", entry=where) from None


class _Entry:
    """An object inside the JSON, taken apart entry by entry; what has the wrong type is refused."""

    def __init__(self, name: str, path: str, value: object) -> None:
        self.name, self.path = name, path
        if not isinstance(value, dict):
            raise self.wrong("")
        self.value: Mapping[str, object] = value

    def wrong(self, key: str) -> Exception:
        return refuse(
            self.name, "not-exchange", entry=".".join(filter(None, (self.path, key))) or "{}"
        )

    def text(self, key: str) -> str:
        value = self.value.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.wrong(key)
        return whole_characters(value)

    def number(self, key: str, *, required: bool) -> str:
        value = self.value.get(key)
        if value is None and not required:
            return ""
        if type(value) is not int or not 0 < value < 10**9:
            raise self.wrong(key)
        return str(value)

    def texts(self, key: str) -> list[str]:
        values = self.value.get(key) or []
        if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
            raise self.wrong(key)
        return [whole_characters(value) for value in values]

    def pairs(self, key: str) -> dict[str, str]:
        values = self.value.get(key) or {}
        if not isinstance(values, dict) or not all(isinstance(v, str) for v in values.values()):
            raise self.wrong(key)
        return {whole_characters(name): whole_characters(value) for name, value in values.items()}

    def entry(self, key: str) -> _Entry:
        return _Entry(self.name, self._below(key), self.value.get(key) or {})

    def entries(self, key: str) -> list[_Entry]:
        values = self.value.get(key, [])
        if not isinstance(values, list):
            raise self.wrong(key)
        return [_Entry(self.name, f"{self._below(key)}[{i}]", v) for i, v in enumerate(values)]

    def _below(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key


def _record(record: _Entry) -> tuple[str, ...]:
    names = {name: "\n".join(record.texts(name)) for name in LISTS}
    texts = {name: record.text(name) for name in TEXTS}
    money = record.entry("investment")
    cells = {
        "order": record.number("order", required=True),
        "section": record.number("section", required=True),
        "shares_item_with": record.number("shares_item_with", required=False),
        "open_ended": "true" if record.value.get("open_ended") is True else "",
        "investment": money.text("value"),
        **texts,
        **names,
    }
    return tuple(cells[name] for name in COLUMNS)


def _other(record: _Entry) -> Iterator[tuple[str, str, str]]:
    for word, text in record.pairs("other").items():
        yield record.number("order", required=True), word, text


def _notice(notice: _Entry) -> Iterator[tuple[str, str]]:
    for name in notice.value:
        if name == "attachments":
            yield from (("attachments", text) for text in notice.texts(name))
        elif name == "other":
            yield from ((f"other.{label}", text) for label, text in notice.pairs(name).items())
        elif text := notice.text(name):
            yield name, text


def _doubts(findings: Sequence[_Entry]) -> Iterator[Finding]:
    for finding in findings:
        code, severity = finding.text("code"), finding.text("severity")
        if finding.text("about") == About.READING and code in _codes_of_reading():
            spot, facts = finding.entry("place"), finding.entry("facts").value
            place = Place(part=spot.text("part"), field=spot.text("field"))
            known = severity if severity in set(Severity) else Severity.ASKS.value
            yield Finding(code, About.READING, Severity(known), place, facts)


@cache
def _codes_of_reading() -> frozenset[str]:
    """Give what readers and layouts say; a doubt that a rule raised is raised again by the rule."""
    folder = files("shishi") / "data" / "messages"
    texts = (
        (folder / f"{room}.toml").read_text(encoding="utf-8") for room in ("readers", "layouts")
    )
    return frozenset(code for text in texts for code in tomllib.loads(text))


def _grid(name: str, rows: Sequence[Sequence[str]]) -> Grid:
    cells = tuple(
        Cell(Text(text, Place(part=name, row=r, column=c)), r, c)
        for r, row in enumerate(rows, 1)
        for c, text in enumerate(row, 1)
        if text
    )
    return Grid(name, len(rows), max((len(row) for row in rows), default=0), cells)
