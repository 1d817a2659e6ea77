"""A header's last word that nobody knows: it stands before the first row like a theme over it, and heads a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.alignment import price
from shishi.layouts.flows.cells import cells_of, grains_of, is_barred
from shishi.layouts.flows.headers import FlowHeader, may_be_header
from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.prices import Evidence
from shishi.layouts.flows.strips.words.said import theme_ends
from shishi.layouts.terms import Terms
from shishi.readers.document import Paragraph
from shishi.records import Field

_ENOUGH = 80
"""So many paragraphs are enough to tell whether each row has one more cell."""
_CLEARLY = 8
_READINGS = 2
_UNITS = (Field.LEAD_UNITS, Field.SUPPORT_UNITS)
_THEME = Column(Field.THEME, printed=False)


def with_stray_word(
    header: FlowHeader, body: Sequence[Paragraph], tokens: Sequence[str], *, terms: Terms
) -> FlowHeader:
    """Take the words before the first code for the last word of the header, where the rows fit that clearly better."""
    first, *_ = header.readings[0]
    stray = tokens[header.end : header.end + 2]
    if first.field is not Field.CODE or len(stray) < 2 or is_barred(body):
        return header
    word, code = (look_at(token, terms.statuses) for token in stray)
    if not (code.is_code and may_be_header(stray[0])) or word.is_blank or word.is_code:
        return header
    if word.units == 100 or word.people == 100 or word.is_status:
        return header
    if stray[0].endswith(theme_ends()) or _names_units(header):
        return header
    grains = grains_of(cells_of(body[:_ENOUGH], lined=header.lined), terms)
    last = Column(None, stray[0])
    own = header.readings[:_READINGS]
    longer = [(*columns, last) for columns in own]
    themed = [
        (_THEME, *columns) for columns in own if _THEME.field not in {c.field for c in columns}
    ]
    plain = min(price(Evidence(grains), columns) for columns in (*own, *themed))
    fuller = min(price(Evidence(grains[1:]), columns) for columns in longer)
    if fuller + _CLEARLY > plain:
        return header
    readings = tuple((*columns, last) for columns in header.readings)
    return replace(header, end=header.end + 1, readings=readings)


def _names_units(header: FlowHeader) -> bool:
    """Tell a header whose last column is of units: one more cell may be one more unit."""
    return any(columns[-1].field in _UNITS for columns in header.readings[:_READINGS])
