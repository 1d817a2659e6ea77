"""Bodies of tables on lines, made of invented rows."""

from __future__ import annotations

from shishi.layouts.flows.spaced.tokens import Body
from shishi.layouts.terms import Terms
from shishi.places import Place, Text
from shishi.readers.document import Paragraph
from shishi.text.characters import Script

TERMS = Terms(Script.SIMPLIFIED, frozenset({"正常", "滞后"}))


def body_of(*lines: str, coded: bool = True) -> Body:
    """Make the body of a table of these lines, with a first column of codes or without."""
    texts = [Text(line, Place(line=n)) for n, line in enumerate(lines, 1)]
    return Body([Paragraph(t) for t in texts], TERMS, coded=coded)
