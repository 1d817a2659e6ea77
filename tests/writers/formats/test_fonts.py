from __future__ import annotations

from shishi.writers.formats.fonts import ROLES, choose_fonts, load_faces


def test_every_role_has_its_typeface() -> None:
    assert tuple(load_faces()) == ROLES


def test_the_typeface_of_the_standard_comes_before_what_stands_in() -> None:
    present = {name for face in load_faces().values() for name in face.families}

    assert all(choice.proper for choice in choose_fonts(present))


def test_a_typeface_that_stands_in_says_so() -> None:
    chosen = choose_fonts({"Noto Sans CJK SC"})

    assert {(c.family, c.proper) for c in chosen} == {("Noto Sans CJK SC", False)}


def test_a_machine_without_chinese_typefaces_gets_none() -> None:
    assert choose_fonts({"DejaVu Sans"}) == ()
