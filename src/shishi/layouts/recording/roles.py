"""Who leads, said inside a cell: 区教育局(牵头)、区财政局, or at the end of an item: 新建幼儿园3所(牵头单位:区教育局)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from shishi.layouts.cutting import cut
from shishi.layouts.layout import RawTable, printed_in
from shishi.layouts.terms import Terms
from shishi.layouts.units.labelled import split_labelled
from shishi.layouts.units.lists import UnitCell, read_names
from shishi.layouts.words.names.listing import unit_share
from shishi.layouts.words.vocabulary import load_headers
from shishi.places import Text
from shishi.records import Field
from shishi.text.characters import Script, fold

_ALL = 100
_LEADS = re.compile("[(（](?:牵头|牵头单位|主办|主责|总牵头)[)）]$")
_HELPS = re.compile("[(（](?:配合|配合单位|协办|协助|参与)[)）]$")
_SENTENCE = re.compile(
    r"(?:由)?(?P<lead>[^,，;；。]{2,60}?)(?:负责)?牵头[,，;；。、]\s*"
    r"(?P<help>[^;；。]{2,120}?)(?:积极)?(?:配合|协办|参与|协助)[。;；]?"
)
_ROLE = re.compile(
    "牵头|牽頭|主办|主辦|协办|協辦|主责|主責|(?:配合|参与|參與|协助|協助)[)）。;；]?$|[(（](?:配合|参与|參與|协助|協助)",
    re.MULTILINE,
)
_NUMBERED = re.compile(r"[(（]?(?:[0-9]{1,2}|[一二三四五六七八九十]|[①-⑳])[)）.．、]?")
_BEHIND = re.compile(
    r"[(（](?P<who>[^()（）]{2,80}(?:[(（][^()（）]*[)）][^()（）]*)?)[)）][。;；]?$"
)


def says_role(text: str) -> bool:
    """Tell text in which a role stands beside a name: 区教育局(牵头), 区财政局配合.

    >>> says_role("区教育局(牵头)"), says_role("各镇街配合"), says_role("区教育局")
    (True, True, False)
    """
    return _ROLE.search(text) is not None


def notes_first_leads(printed: str) -> bool:
    """Tell a page with a note that of the responsible units the first one leads.

    >>> notes_first_leads("表\\n注:责任单位中排第一位的为牵头单位。"), notes_first_leads("注:第一位领导为牵头领导。")
    (True, False)
    """
    if not says_first_leads(printed):
        return False
    words = load_headers()["first_leads"]
    said = [s for s in re.split("[\\n。;；]", printed) if says_first_leads(s)]
    lines = list(_note_lines(printed))
    return any(
        re.search(_joined(words["units"]), s)
        and not any(word in s for word in words["others"])
        and any(s in line for line in lines)
        for s in said
    )


def _note_lines(printed: str) -> Iterator[str]:
    """Yield the lines of notes: those that open one (注:), and those behind it that have a number (2.)."""
    opens = re.compile(_joined(load_headers()["first_leads"]["note"]))
    inside = False
    for line in map(str.strip, printed.split("\n")):
        opened = opens.match(line.replace("：", ":")) is not None
        inside = opened or (inside and _NUMBERED.match(line) is not None)
        if inside:
            yield line


def _joined(parts: Sequence[Sequence[str]]) -> str:
    return "".join(f"(?:{'|'.join(words)})" for words in parts)


@cache
def _first_leads() -> re.Pattern[str]:
    words = load_headers()["first_leads"]
    return re.compile(f"{_joined(words['said'])}|{_joined(words['turned'])}")


def says_first_leads(text: str) -> bool:
    """Tell text that says of lists of units that the first one leads.

    >>> says_first_leads("责任单位(排第一位的为牵头单位)"), says_first_leads("第一牵头单位")
    (True, False)
    """
    return (
        # a whole page has one character found in a thirtieth of the time of two
        any(word[-1] in text and word in text for word in ("第一", "首", "最前"))
        and _first_leads().search(text) is not None
    )


def part_first(cell: UnitCell, script: Script) -> tuple[UnitCell, UnitCell | None]:
    """Part a list of units into the first one that is not said to help, which leads, and the others."""
    helps = [_bare(name, _HELPS, script) for name in cell.names]
    at = next((i for i, name in enumerate(cell.names) if name is helps[i]), 0)
    first, others = helps[at], (*helps[:at], *helps[at + 1 :])
    return cell._replace(names=(first,)), cell._replace(names=others) if others else None


def say_roles(table: RawTable) -> bool:
    """Tell a table in which a cell of leads says itself who leads."""
    leads = [i for i, c in enumerate(table.layout.columns) if c.field is Field.LEAD_UNITS]
    return says_role("\n".join(printed_in(table.rows, leads)))


def split_roles(text: Text, script: Script) -> tuple[UnitCell, UnitCell | None] | None:
    """Split a cell in which some names are said to lead: those, and the others, which help; None where none is.

    >>> from shishi.places import Place
    >>> for cell in ("区教育局(牵头)、区财政局", "区教育局牵头,区财政局、区住建局配合", "区教育局、区财政局"):
    ...     found = split_roles(Text(cell, Place()), Script.SIMPLIFIED)
    ...     print([[n.value for n in part.names] for part in found if part] if found else None)
    [['区教育局'], ['区财政局']]
    [['区教育局'], ['区财政局', '区住建局']]
    None
    """
    folded = fold(text.value, script)
    if said := _SENTENCE.fullmatch(folded.plain.strip()):
        start = len(folded.plain) - len(folded.plain.lstrip())
        parts = [
            cut(text, *folded.printed_span(*(start + at for at in said.span(name))))
            for name in ("lead", "help")
        ]
        lead, support = (read_names(part, script=script) for part in parts)
        names = (*lead.names, *support.names)
        if all(unit_share(fold(n.value, script).plain) == _ALL for n in names):
            return lead._replace(text=text), support._replace(text=text)
    whole = read_names(text, script=script)
    led = [_LEADS.search(fold(n.value, script).plain) is not None for n in whole.names]
    if not any(led):
        return None
    told = list(zip(whole.names, led, strict=True))
    leads = tuple(_bare(n, _LEADS, script) for n, leads in told if leads)
    helps = tuple(_bare(n, _HELPS, script) for n, leads in told if not leads)
    return whole._replace(names=leads), whole._replace(names=helps) if helps else None


def _bare(name: Text, mark: re.Pattern[str], script: Script) -> Text:
    folded = fold(name.value, script)
    said = mark.search(folded.plain)
    return cut(name, *folded.printed_span(0, said.start())) if said else name


def name_leads(items: Iterable[str], terms: Terms) -> bool:
    """Tell items, as printed, each of which ends with who leads it, in brackets and by a label.

    A bare unit there may be whom the project is for: 办公楼加固(区教育局).
    """
    told = [_is_told(fold(item, terms.script).plain) for item in items]
    return len(told) > 1 and all(told)


def _is_told(plain: str) -> bool:
    behind = _BEHIND.search(plain.rstrip())
    return behind is not None and ":" in behind["who"].replace("：", ":")


def take_leads(item: Text, terms: Terms) -> tuple[Text, Mapping[Field, Text]]:
    """Take who leads out of the end of an item; nothing where it is not said there.

    >>> from shishi.places import Place
    >>> item, said = take_leads(Text("新建幼儿园3所(牵头单位:区教育局)", Place()), Terms(Script.SIMPLIFIED))
    >>> item.value, {str(name): units.value for name, units in said.items()}
    ('新建幼儿园3所', {'lead_units': '区教育局'})
    """
    folded = fold(item.value, terms.script)
    behind = _BEHIND.search(folded.plain.rstrip())
    if behind is None:
        return item, {}
    who = cut(item, *folded.printed_span(*behind.span("who")))
    said = dict(split_labelled(who, terms))
    units = said.keys() <= {Field.LEAD_UNITS, Field.SUPPORT_UNITS}
    if not said or not units or any(unit_share(terms.plain(t.value)) < _ALL for t in said.values()):
        return item, {}
    return cut(item, *folded.printed_span(0, behind.start())), said
