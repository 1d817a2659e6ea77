"""What the readers saw, as plain rows: every piece, where it stands, what it was taken for."""

from __future__ import annotations

from shishi.cli.words import sentence, word
from shishi.places import Place
from shishi.readers.document import Grid
from shishi.records import Role, Stretch
from shishi.street import Walked


def part_lines(walked: Walked, language: str) -> list[str]:
    """Say how big each part of the document is."""
    lines = []
    for part in walked.document.parts:
        number = part.name.rpartition(" ")[2]
        if isinstance(part, Grid):
            facts = {"number": number, "height": part.height, "width": part.width}
            lines.append(sentence("parts", "table", language, **facts))
        else:
            count = sum(1 for p in part.paragraphs if p.text.value)
            lines.append(sentence("parts", "text", language, number=number, lines=count))
    return lines


def piece_rows(walked: Walked, language: str) -> list[tuple[Role, str, str, str]]:
    """Put every piece of the page into words: (role, place, what it was taken for, text)."""
    return [
        (
            stretch.role,
            _where(stretch.text.place, language),
            _taken(stretch, language),
            " ".join(stretch.text.value.split()),
        )
        for stretch in walked.page.stretches
    ]


def _where(place: Place, language: str) -> str:
    if place.line is not None:
        return sentence("places", "line", language, line=place.line)
    words = []
    if place.row is not None:
        words.append(sentence("places", "row", language, row=place.row))
    if place.column is not None:
        words.append(sentence("places", "column", language, column=place.column))
    return (" " if language == "en" else "").join(words) or place.part


def _taken(stretch: Stretch, language: str) -> str:
    words = []
    if stretch.order is not None:
        words.append(sentence("places", "record", language, order=stretch.order))
    if stretch.field is not None:
        words.append(word("fields", stretch.field.value, language))
    return " · ".join(words) or word("roles", stretch.role.value, language)
