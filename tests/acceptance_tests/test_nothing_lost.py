from __future__ import annotations

import pytest

from tests.acceptance.nothing_lost import lost_characters, lost_failures

SOURCE = "青禾区 |\n1 |\n园林局、城管局 |\n"


def test_pieces_that_hold_every_character_lose_nothing() -> None:
    pieces = [
        {"text": "青禾区"},
        {"text": "1"},
        {"text": "园林局"},
        {"text": "、"},
        {"text": "城管局"},
    ]

    assert lost_failures(lost_characters(SOURCE, pieces)) == []


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        (["青禾区", "1", "园林局、城管"], "'局' (U+5C40) stands nowhere, 1 times"),
        (["青禾区", "园林局、城管局"], "'1' (U+0031) stands nowhere, 1 times"),
        (["青禾区", "1", "1", "园林局、城管局"], "'1' (U+0031) made up, 1 times"),
        (["青禾區", "区", "1", "园林局、城管局"], "'區' (U+5340) made up, 1 times"),
    ],
)
def test_character_that_is_lost_or_made_up_fails(texts: list[str], line: str) -> None:
    lines = lost_characters(SOURCE, [{"text": text} for text in texts])

    assert lines == [line]
    assert len(lost_failures(lines)) == 1
