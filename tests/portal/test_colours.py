from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = (files("shishi") / "data" / "portal" / "site.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z_]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", CSS, flags=re.S)[:2]
)
INKS = (
    *("ink", "muted", "accent", "closed", "on_schedule", "ahead", "behind", "partly_behind"),
    *("suspended", "not_judged"),
)


def luminance(colour):
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_as_far_apart_as_can_be():
    assert round(contrast("#000000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("paper", ["paper", "surface"])
def test_every_colour_of_text_stands_out_from_the_paper(tokens, ink, paper):
    assert contrast(tokens[ink], tokens[paper]) >= 4.5
