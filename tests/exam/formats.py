"""The formats by name: each writes one page out of a seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.exam.files.csv import write_csv
from tests.exam.files.docx import write_docx
from tests.exam.files.html import write_html
from tests.exam.files.xlsx import write_xlsx
from tests.exam.flat.barred import write_barred
from tests.exam.flat.glued import write_glued
from tests.exam.flat.labelled import write_labelled
from tests.exam.flat.lined import write_lined
from tests.exam.flat.paragraphs import write_paragraphs
from tests.exam.flat.spaced import write_spaced
from tests.exam.making import make_page
from tests.exam.model import Written
from tests.exam.shape import Maker

FORMATS: dict[str, Callable[[Random, Maker], Written]] = {
    "p1": write_paragraphs,
    "p2": write_barred,
    "p3": write_lined,
    "p4": write_spaced,
    "p5": write_glued,
    "p6": write_labelled,
    "html": write_html,
    "docx": write_docx,
    "xlsx": write_xlsx,
    "csv": write_csv,
}


def write_page(name: str, seed: int) -> Written:
    """Write the page of a format and a seed: the same bytes each time."""
    return FORMATS[name](Random(f"{name}-{seed}"), make_page)
