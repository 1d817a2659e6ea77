"""The cells of one row → the texts and names of a draft: lists split, levels and labels taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from shishi.layouts.cutting import cut, join
from shishi.layouts.layout import (
    CertainCells,
    RawCell,
    RawRow,
    texts_in,
)
from shishi.layouts.recording.drafts import Draft, fill_units, take_leads_behind
from shishi.layouts.recording.known import UNITS, Known, Plan
from shishi.layouts.recording.roles import part_first, says_role, split_roles
from shishi.layouts.units.broken import lines_of
from shishi.layouts.units.labelled import LABEL_SIGNS, may_be_labelled, split_labelled
from shishi.layouts.units.lists import (
    Listed,
    UnitCell,
    is_one_line,
    list_names,
    read_names,
    take_names,
    without_people,
)
from shishi.layouts.units.starred import split_starred
from shishi.layouts.words.names.kinds import is_blank_mark, is_person, is_unit
from shishi.layouts.words.names.organizations import load_words
from shishi.layouts.words.names.people import hold_offices, without_address
from shishi.places import Text
from shishi.records import LISTS, Field
from shishi.text.characters import Script, fold, squeeze

_OPENS, _CLOSES = "(（【[", ")）】]"


def fill(draft: Draft, row: RawRow, known: Known) -> None:
    """Take the cells of a row into a draft: all at once where none of them says itself what it is."""
    if not _fill_at_once(draft, row.cells, known):
        _fill_each(draft, row, known)
    if known.has_brackets and Field.LEVELS not in draft.texts and Field.ITEM in draft.texts:
        _take_levels(draft, known)
    if known.leads_behind and Field.ITEM in draft.texts:
        take_leads_behind(draft, known.terms)


def _fill_at_once(draft: Draft, cells: Mapping[int, RawCell], known: Known) -> bool:
    """Fill a draft from a row of certain cells without a label, a star or a mark for no number."""
    if not isinstance(cells, CertainCells):
        return False
    columns, texts = cells.columns, cells.texts
    if columns not in known.plans:
        known.plans[columns] = _plan(columns, known)
    plan = known.plans[columns]
    if plan is None:
        return False
    if known.has_labels or known.has_stars or known.has_roles:
        printed = "\n".join([text.value for text in texts])
        if any(sign in printed for sign in f"{LABEL_SIGNS}★") or (
            known.has_roles and says_role(printed)
        ):
            return False
    filled: dict[Any, Text] = dict(zip(plan.keys, texts, strict=True))
    code = filled.get(Field.CODE)
    if code and not code.value.isdigit() and is_blank_mark(squeeze(code.value)):
        return False
    for index in plan.others:
        draft.other[known.keys[index]] = filled.pop(index)
    draft.texts = filled
    for name in plan.lists:
        fill_units(draft, name, read_list(filled[name], name, known))
    return True


def _plan(columns: tuple[int, ...], known: Known) -> Plan | None:
    """Plan rows with cells in these columns; none where two have the same field, or one holds more than its own."""
    keys = tuple([known.fields[i] or i for i in columns])
    more = any(known.columns[i].starred or i in known.mixed | known.first_leads for i in columns)
    if more or len({*keys}) < len(keys):
        return None
    others = tuple([i for i in columns if not known.fields[i]])
    return Plan(keys, others, tuple([f for f in keys if f in LISTS]))


def _fill_each(draft: Draft, row: RawRow, known: Known) -> None:
    fields, texts, has_labels = known.fields, draft.texts, known.has_labels
    for index, text in zip(row.cells, texts_in(row.cells), strict=True):
        name = fields[index]
        if has_labels and may_be_labelled(text.value) and (parts := says_itself(text, name, known)):
            _fill_parts(draft, parts, known, key=known.keys[index])
        elif name is None or (name in texts and name not in LISTS):
            draft.other[known.keys[index]] = text
        elif name in LISTS:
            if _leads_by_star(index, text, known) and not _has(row, Field.SUPPORT_UNITS, known):
                _fill_starred(draft, text, known)
            elif roles := _roles(index, text, row, known=known):
                fill_units(draft, name, roles[0])
                if roles[1]:
                    fill_units(draft, Field.SUPPORT_UNITS, roles[1])
            elif index in known.mixed:
                _fill_mixed(draft, name, text, known=known)
            else:
                fill_units(draft, name, read_list(text, name, known))
        elif not (name is Field.CODE and is_blank_mark(squeeze(text.value))):
            texts[name] = text


def _fill_mixed(draft: Draft, name: Field, text: Text, *, known: Known) -> None:
    """Take a cell of units and people, as its header says: one of leaders and units has the leads as well."""
    if name in UNITS:
        fill_units(
            draft, name, without_people(read_list(text, name, known), script=known.terms.script)
        )
        return
    cell = read_list(text, Field.LEAD_UNITS, known)
    by_line = tuple(n for line in lines_of(text) for n in read_list(line, name, known).names)
    plain = [known.terms.plain(n.value) for n in by_line]
    if all(is_unit(word) or is_person(without_address(word)) for word in plain):
        cell = cell._replace(names=by_line)  # a line ends a name, and not in one
    units = tuple(n for n in cell.names if is_unit(known.terms.plain(n.value)))
    people = tuple(n for n in cell.names if n not in units)
    if units and Field.LEAD_UNITS not in known.named:
        fill_units(draft, Field.LEAD_UNITS, cell._replace(names=units))
        cell = cell._replace(names=people)
    if cell.names or not units:
        fill_units(draft, name, cell)


def _roles(
    index: int, text: Text, row: RawRow, *, known: Known
) -> tuple[UnitCell, UnitCell | None] | None:
    """Split a cell of leads of which it says itself, or the page, which of them lead and which help."""
    name = known.fields[index]
    if name is not Field.LEAD_UNITS or _has(row, Field.SUPPORT_UNITS, known):
        return None
    said = split_roles(text, known.terms.script) if known.has_roles else None
    if said or index not in known.first_leads:
        return said
    cell = read_list(text, name, known)
    return part_first(cell, known.terms.script) if cell.names else None


def _leads_by_star(index: int, text: Text, known: Known) -> bool:
    """Tell a cell in which ★ marks the leads, whether its header says so or not."""
    marked = known.has_stars and known.fields[index] is Field.LEAD_UNITS and "★" in text.value
    return marked or known.columns[index].starred


def _has(row: RawRow, name: Field, known: Known) -> bool:
    return any(known.fields[index] is name for index in row.cells)


def _fill_starred(draft: Draft, text: Text, known: Known) -> None:
    terms = known.terms
    leads, supporters = split_starred(
        text, by_line=known.by_line, script=terms.script, known=terms.units
    )
    fill_units(draft, Field.LEAD_UNITS, leads)
    if supporters:
        fill_units(draft, Field.SUPPORT_UNITS, supporters)


def says_itself(text: Text, column: Field | None, known: Known) -> list[tuple[Field, Text]]:
    """Split a cell whose parts say themselves what they are; other columns keep what is theirs.

    One label alone is enough in a list of names, and for units in a column that nobody knows.
    """
    parts = split_labelled(text, known.terms)
    if column not in LISTS and len(parts) < 2 and not (column is None and _are_units(parts, known)):
        return []
    return parts if all(f is column or f not in known.fields for f, _ in parts) else []


def _are_units(parts: Sequence[tuple[Field, Text]], known: Known) -> bool:
    """Tell parts that are lists of units, every one of them by its name."""
    lists = [read_list(part, name, known).names for name, part in parts if name in UNITS]
    named = [is_unit(squeeze(name.value)) for names in lists for name in names]
    return len(lists) == len(parts) and bool(named) and all(named)


def read_list(text: Text, name: Field, known: Known) -> UnitCell:
    """Read a list of names; only those of units are parted where they are glued."""
    if is_one_line(text):
        return take_names(text, list_known(text.value, name, known))
    units = known.terms.units if name in UNITS else None
    read = read_names(text, script=known.terms.script, known=units)
    if name is not Field.LEADERS:
        return read
    held = hold_offices([squeeze(n.value) for n in read.names])
    return read._replace(names=tuple(n for n, of in zip(read.names, held, strict=True) if not of))


def list_known(value: str, name: Field, known: Known) -> Listed:
    """Find the names in a list on one line; one that stands in many rows is looked at once."""
    units = known.terms.units if name in UNITS else None
    told = value, units is None
    if told not in known.lists:
        listed = list_names(value, script=known.terms.script, known=units)
        if name is Field.LEADERS:
            held = hold_offices([squeeze(value[a:b]) for a, b in listed.spans])
            spans = (span for span, of in zip(listed.spans, held, strict=True) if not of)
            listed = listed._replace(spans=tuple(spans))
        known.lists[told] = listed
    return known.lists[told]


def _fill_parts(
    draft: Draft, parts: Sequence[tuple[Field, Text]], known: Known, *, key: str
) -> None:
    """Take the parts of a cell into their fields; what stands there already is kept under the column."""
    for name, part in parts:
        placed = part._replace(place=part.place._replace(field=name.value))
        if name in draft.texts:
            kept = draft.other.get(key)
            draft.other[key] = join([kept, part], ["\n"], place=kept.place) if kept else part
        elif name in LISTS:
            fill_units(draft, name, read_list(placed, name, known))
        else:
            draft.texts[name] = placed


def _take_levels(draft: Draft, known: Known) -> None:
    """Take (市级、区级) or 【市级】 at either end of an item out of it; both keep their places.

    A name beside the item may say them as well, and stays as it is printed; what a theme has in brackets
    (争创先进(省级、市级)) says nothing of the level of its projects.
    """
    script, item = known.terms.script, draft.texts[Field.ITEM]
    theme = draft.texts.get(Field.THEME) if known.theme_names else None
    for text in (item, theme, *map(draft.other.get, known.names)):
        if text and (found := find_levels(text, script)):
            spot = text.place._replace(field=Field.LEVELS.value)
            parts = lines_of(cut(text, *found.levels, place=spot))
            levels = join(parts, [""] * (len(parts) - 1), place=spot)
            if text is item:
                draft.texts[Field.ITEM] = cut(text, *found.left)
            draft.texts[Field.LEVELS] = levels
            draft.names[Field.LEVELS] = read_names(levels, script=script).names
            return


class _Levels(NamedTuple):
    """Where the levels of an item stand in it, and what is left of it without them."""

    levels: tuple[int, int]
    left: tuple[int, int]


def find_levels(item: Text, script: Script) -> _Levels | None:
    """Find the levels that stand in brackets at either end of an item."""
    if item.value.strip()[:1] not in _OPENS and item.value.rstrip("。 \n")[-1:] not in _CLOSES:
        return None
    folded = fold(item.value, script)
    told = sorted(load_words().levels, key=len, reverse=True)
    words = "|".join(r"\s*".join(word) for word in told)  # a line may break in one
    listed = rf"[(（【\[]\s*((?:{words})(?:\s*[、,，/和]\s*(?:{words}))*)\s*[)）】\]]"
    plain = folded.plain.rstrip()
    first, last = re.match(listed, plain), re.search(rf"{listed}。?$", plain)
    bracket = first or last
    if not bracket or len(bracket[0]) == len(plain):
        return None
    left = (bracket.end(), len(plain)) if first else (0, bracket.start())
    return _Levels(folded.printed_span(*bracket.span(1)), folded.printed_span(*left))


def cut_code(text: Text) -> Text:
    """A serial number printed as "4." or "4、" is the code 4."""
    bare = bare_code(text.value)
    return text if bare == text.value else cut(text, 0, len(bare))


def bare_code(value: str) -> str:
    """Give a serial number without the mark behind it."""
    return value.rstrip(".、．")
