"""A page that the exchange format brought back: its fields are named, so that nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from shishi.findings import Finding
from shishi.layouts.around.stated import read_facts
from shishi.places import Place, Text
from shishi.readers.document import Cell, Document, Grid
from shishi.readers.refusals import refuse
from shishi.records import LISTS, Field, Notice, Page, Record, Role, StatedRule, Stretch
from shishi.text.characters import Script, fold
from shishi.text.periods import Period

FORMAT = "json"

_OPEN_END = "等部门、单位"
_NUMBERS = {"investment": Field.INVESTMENT, "percent": Field.PERCENT}
"""Numbers that could not be read stand under these words in `other`, as printed."""

Rows = Mapping[int, Mapping[int, Cell]]


def page_of(document: Document) -> Page:
    """Make the Page of a document in the exchange format; see readers/plain/exchange.py.

    Raises UnreadableSource for a period that is none.
    """
    grids = {part.name: _rows(part) for part in document.parts if isinstance(part, Grid)}
    script = Script(dict(document.labels)["script"])
    names = {column: cell.text.value for column, cell in grids["records"][1].items()}
    other = _others(grids["other"])
    records = [
        _record({names[c]: cell for c, cell in row.items()}, number, script=script, other=other)
        for number, row in grids["records"].items()
        if number > 1
    ]
    return Page(
        source=document.source,
        script=script,
        notice=_notice(grids["notice"]),
        records=tuple(records),
        plan=_period(document, grids["period"], 1),
        report=_period(document, grids["period"], 2),
        stated_rules=tuple(_rules(grids["stated_rules"], script)),
        stretches=tuple(_stretches(document)),
        findings=tuple(_at_its_record(f, records) for f in document.findings),
    )


def _rows(grid: Grid) -> Rows:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    return rows


def _others(rows: Rows) -> dict[int, dict[str, Text]]:
    others: dict[int, dict[str, Text]] = {}
    for row in rows.values():
        if 3 in row:
            order, word = int(row[1].text.value), row[2].text.value if 2 in row else ""
            others.setdefault(order, {})[word] = row[3].text
    return others


def _record(
    cells: Mapping[str, Cell],
    number: int,
    *,
    script: Script,
    other: Mapping[int, Mapping[str, Text]],
) -> Record:
    order = int(cells["order"].text.value)
    place = Place(part="records", row=number)
    unread = {_NUMBERS[w]: t for w, t in other.get(order, {}).items() if w in _NUMBERS}
    texts = {Field(n): cell.text for n, cell in cells.items() if n in set(Field)} | unread
    texts = {name: t._replace(place=_spot(t, name)) for name, t in texts.items()}
    names = {name: tuple(_lines(texts[name])) for name in LISTS & texts.keys()}
    open_ended = "open_ended" in cells
    texts |= {
        name: _joined(texts[name], open_ended=_is_open(name, names, open_ended)) for name in names
    }
    if Field.PERCENT in texts and Field.PERCENT not in unread:
        texts[Field.PERCENT] = texts[Field.PERCENT]._replace(value=texts[Field.PERCENT].value + "%")
    shares = cells.get("shares_item_with")
    return Record(
        order,
        place,
        section=int(cells["section"].text.value),
        texts=texts,
        names=names,
        other={w: t for w, t in other.get(order, {}).items() if w not in _NUMBERS},
        folded={name: fold(text.value, script) for name, text in texts.items()},
        open_ended=open_ended,
        investment_unit="元" if "investment" in cells else "",
        shares_item_with=int(shares.text.value) if shares else None,
    )


def _is_open(name: Field, names: Mapping[Field, object], open_ended: bool) -> bool:
    """The words "and others" stand behind the supporters, or behind the leads where there are none."""
    last = Field.SUPPORT_UNITS if Field.SUPPORT_UNITS in names else Field.LEAD_UNITS
    return open_ended and name is last


def _spot(text: Text, name: Field) -> Place:
    return text.place._replace(field=name.value)


def _lines(text: Text) -> Iterator[Text]:
    start = 0
    for line in text.value.split("\n"):
        yield Text(line, text.place._replace(characters=(start, start + len(line))))
        start += len(line) + 1


def _joined(text: Text, *, open_ended: bool) -> Text:
    """Put the names of a list into one cell, as an office would print it."""
    return text._replace(value=text.value.replace("\n", "、") + _OPEN_END * open_ended)


def _notice(rows: Rows) -> Notice:
    values: dict[str, str] = {}
    other: dict[str, str] = {}
    attachments: list[str] = []
    for row in rows.values():
        name, value = row[1].text.value, row[2].text.value
        if name == "attachments":
            attachments.append(value)
        elif name.startswith("other."):
            other[name.removeprefix("other.")] = value
        elif name in Notice.__slots__:
            values[name] = value
    return Notice(**values, attachments=tuple(attachments), other=other, printed=())


def _rules(rows: Rows, script: Script) -> Iterator[StatedRule]:
    for row in rows.values():
        text = row[2].text if 2 in row else Text("", Place())
        number = row[1].text.value if 1 in row else ""
        yield StatedRule(number, text, read_facts(fold(text.value, script).plain))


def _period(document: Document, rows: Rows, number: int) -> Period | None:
    if 2 not in rows[number]:
        return None
    try:
        return Period.parse(rows[number][2].text.value)
    except ValueError:
        entry = f"period.{rows[number][1].text.value}"
        raise refuse(document.source.name, "not-exchange", entry=entry) from None


def _at_its_record(finding: Finding, records: Sequence[Record]) -> Finding:
    """Put a doubt of the first reading where its record stands now."""
    order, field = finding.facts.get("order"), finding.place.field
    spots = (r.place for r in records if r.order == order)
    place = next(spots, None)
    return replace(finding, place=place._replace(field=field)) if place else finding


_ROLES = {
    "records": Role.CELL,
    "other": Role.CELL,
    "notice": Role.NOTICE,
    "stated_rules": Role.RULE,
}


def _stretches(document: Document) -> Iterator[Stretch]:
    for part in document.parts:
        for cell in part.cells if isinstance(part, Grid) else ():
            header = part.name == "records" and cell.row == 1
            role = Role.HEADER if header else _ROLES.get(part.name, Role.PARAGRAPH)
            yield Stretch(cell.text, role)
