import pytest

from shishi.rulebook import load_rulebook
from shishi.rulebook.load import list_rulebooks
from shishi.text.splits import is_split, list_splits, load_halves


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("大石契街道", "大碶街道"),
        ("区委党木交", "区委党校"),
        ("木寸镇建设办", "村镇建设办"),
        ("金真海街道", "镇海街道"),
        ("孝文育局", "教育局"),
    ],
)
def test_name_with_one_character_in_halves_is_that_name(printed, name):
    assert is_split(printed, name)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("大碶街道", "大碶街道"),
        ("大石街道", "大碶街道"),
        ("大契石街道", "大碶街道"),
        ("大石契路街道", "大碶街道"),
        ("新石契街道", "大碶街道"),
        ("大石契街道", "大榭街道"),
        ("木交木寸", "校村"),
        ("木交", "木校"),
        ("大石契街道", "大石契街道"),
    ],
)
def test_name_that_differs_in_anything_else_is_not_taken_for_it(printed, name):
    assert not is_split(printed, name)


def test_halves_are_two_characters_and_of_one_character_only():
    halves = [pair for pairs in load_halves().values() for pair in pairs]

    assert all(len(character) == 1 for character in load_halves())
    assert {len(pair) for pair in halves} == {2}
    assert len(halves) == len(set(halves))


def test_table_of_halves_holds_little_beyond_the_characters_of_our_registers():
    books = map(load_rulebook, list_rulebooks())
    names = {name for book in books for name in (*book.unit_names(), *book.rare_places)}

    assert set(load_halves()) - set("".join(names)) == {"校", "林"}


def test_no_registered_name_is_another_one_in_halves():
    for book in map(load_rulebook, list_rulebooks()):
        splits = {split for name in book.unit_names() for split in list_splits(name)}
        assert splits.isdisjoint(book.unit_names())
