"""The look's colours, measured: every word and shape can be read on everything it may stand on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import shishi.web.pages
from shishi.rulebook.book import MEANINGS

OFFICE = Path(shishi.web.pages.__file__).parent / "static" / "office"
GROUNDS = ("paper", "surface", "sunk")
SETS = {
    "light": (("tokens",), 4.5),
    "dark": (("tokens", "dark"), 4.5),
    "contrast": (("tokens", "contrast"), 7),
    "contrast-dark": (("tokens", "dark", "contrast", "contrast-dark"), 7),
}


def tokens(*names):
    found = {}
    for name in names:
        source = (OFFICE / f"{name}.css").read_text(encoding="utf-8")
        found |= dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", source))
    return found


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_the_ruler_knows_black_white_and_a_pair_that_fails():
    assert round(contrast("#000000", "#ffffff")) == 21
    assert contrast("#9aa4b0", "#ffffff") < 4.5


@pytest.mark.parametrize("look", SETS)
def test_every_word_can_be_read_on_every_ground(look):
    names, least = SETS[look]
    found = tokens(*names)
    words = ["ink", "muted", "accent", "alarm", *(n for n in found if n.startswith("status-"))]
    pairs = [(word, ground) for word in words for ground in GROUNDS]
    pairs += [("ink", "alarm-ground"), ("alarm", "alarm-ground"), ("ink", "note-ground")]
    pairs += [("on-accent", "accent"), ("on-accent", "accent-strong")]

    poor = {pair for pair in pairs if contrast(found[pair[0]], found[pair[1]]) < least}

    assert poor == set()


@pytest.mark.parametrize("look", SETS)
def test_the_edge_of_a_field_can_be_seen(look):
    found = tokens(*SETS[look][0])

    assert all(contrast(found["edge"], found[ground]) >= 3 for ground in GROUNDS)


@pytest.mark.parametrize("look", ["dark", "contrast", "contrast-dark"])
def test_every_set_gives_every_status_its_own_colour(look):
    missing = {f"status-{meaning}" for meaning in MEANINGS} - set(tokens(look))

    assert missing == set()


def test_every_status_has_its_own_shape_but_for_the_two_hollow_diamonds():
    source = (OFFICE.parents[1] / "templates" / "parts" / "marks.html").read_text(encoding="utf-8")
    shapes = dict(re.findall(r'<symbol id="mark-([\w]+)" [^>]*>(.*?)</symbol>', source))

    assert set(MEANINGS) <= set(shapes)
    assert shapes.pop("adjusted") == shapes["suspended"]
    assert len(set(shapes.values())) == len(shapes)
