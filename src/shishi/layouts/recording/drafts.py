"""Drafts: records in the making, and what they take from beside their own cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shishi.layouts.cutting import join
from shishi.layouts.recording.roles import take_leads
from shishi.layouts.recording.ticked import Said
from shishi.layouts.terms import Terms
from shishi.layouts.units.lists import UnitCell, list_names, read_names, take_names
from shishi.places import Place, Text
from shishi.records import LISTS, Field
from shishi.text.characters import Script


@dataclass(slots=True)
class Draft:
    """A record in the making."""

    order: int
    place: Place
    section: int
    texts: dict[Field, Text] = field(default_factory=dict)
    names: dict[Field, tuple[Text, ...]] = field(default_factory=dict)
    other: dict[str, Text] = field(default_factory=dict)
    open_ended: bool = False
    shares_item_with: int | None = None


def fill_units(draft: Draft, name: Field, units: UnitCell) -> None:
    """Take a cell of names into a draft, behind those of another column of the same group."""
    if name in draft.names:
        both = [draft.texts[name], units.text]
        units = units._replace(text=join(both, ["、"], place=both[0].place))
        units = units._replace(names=(*draft.names[name], *units.names))
    draft.texts[name] = units.text
    draft.names[name] = units.names
    draft.open_ended |= units.open_ended


def take_given(draft: Draft, given: Mapping[Field, Text], script: Script) -> None:
    """Take what a heading says of this record, where its own cells do not say it."""
    for name, text in given.items():
        if name not in draft.texts:
            placed = text._replace(place=draft.place._replace(field=name.value))
            if name in LISTS:
                fill_units(draft, name, read_names(placed, script=script))
            else:
                draft.texts[name] = placed


def take_leads_behind(draft: Draft, terms: Terms) -> None:
    """Take who leads out of the end of an item; both keep their places."""
    item, said = take_leads(draft.texts[Field.ITEM], terms)
    draft.texts[Field.ITEM] = item
    take_given(draft, said, terms.script)


def take_ticks(draft: Draft, said: Said, script: Script) -> None:
    """Take the words over the columns that a row has a √ in; the √ is kept under its word."""
    for name, words in said.words.items():
        place = draft.place._replace(field=name.value)
        text = join(words, ["、"] * (len(words) - 1), place=place)
        if name in LISTS and name not in draft.names:  # each word is a name, whatever parts them
            fill_units(draft, name, take_names(text, list_names(text.value, script=script)))
        elif name not in draft.texts:
            draft.texts[name] = text
