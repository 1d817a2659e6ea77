"""The typefaces of official documents, and what stands in for those that a machine lacks."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ROLES = ("title", "header", "body")
"""小标宋 for titles, 黑体 for header words, 仿宋 for everything else."""


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface by what it is for.

    `word` is the name an office file asks for, `stand_in` what it says to show instead; `families`
    are those a PDF may be set in, best first, of which the first `proper` are the typeface itself.
    """

    word: str
    stand_in: str
    families: tuple[str, ...]
    proper: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """The family that was taken for a role; `proper` tells the typeface that the standard asks for."""

    role: str
    wanted: str
    family: str
    proper: bool


@cache
def load_faces() -> dict[str, Face]:
    """Load the typefaces of data/fonts.toml by their role."""
    data = tomllib.loads((files("shishi") / "data" / "fonts.toml").read_text(encoding="utf-8"))
    return {
        role: Face(d["word"], d["stand_in"], tuple(d["print"]), d["proper"])
        for role, d in data.items()
    }


def choose_fonts(present: Collection[str]) -> tuple[Chosen, ...]:
    """Choose a family for each role among those a machine has; a role that finds none is left out.

    >>> [(c.role, c.family, c.proper) for c in choose_fonts({"FangSong", "Noto Serif CJK SC"})]
    [('title', 'Noto Serif CJK SC', False), ('header', 'Noto Serif CJK SC', False), ('body', 'FangSong', True)]
    """
    return tuple(filter(None, (_choose(role, present) for role in ROLES)))


def _choose(role: str, present: Collection[str]) -> Chosen | None:
    face = load_faces()[role]
    for index, family in enumerate(face.families):
        if family in present:
            return Chosen(role, face.word, family, index < face.proper)
    return None


@cache
def choose_pdf_fonts() -> tuple[Chosen, ...]:
    """Choose the typefaces of a PDF among those installed; a role without any is left out."""
    import typst

    return choose_fonts(frozenset(typst.Fonts().families()))
