from hypothesis import given, settings
from hypothesis import strategies as st

from shishi.layouts.cutting import cut, join
from shishi.places import Piece, Place, Text

LINES = st.lists(
    st.text(alphabet="新建3条 路、\t★1", min_size=1, max_size=12), min_size=1, max_size=5
)


def texts_of(lines):
    """Give each line as a Text that stands from character 2 on in a line of its own."""
    made = []
    for number, line in enumerate(lines, 1):
        place = Place(part="text 1", line=number, characters=(2, 2 + len(line)))
        made.append(Text(line, place, (Piece(0, len(line), place),)))
    return made


def source_of(text, lines):
    """Read the characters of a text out of the source lines, by its pieces."""
    found = {}
    for piece in text.pieces:
        start, end = piece.place.characters
        source = "  " + lines[piece.place.line - 1]
        assert end - start == piece.length
        found[piece.start] = source[start:end]
    return found


@settings(deadline=None)
@given(LINES, st.data())
def test_pieces_of_what_is_cut_and_joined_map_back_to_the_source(lines, data):
    separators = data.draw(
        st.lists(st.sampled_from(["", "\n"]), min_size=len(lines) - 1, max_size=len(lines) - 1)
    )
    whole = join(texts_of(lines), separators, place=Place(row=1))
    start = data.draw(st.integers(0, len(whole.value)))
    end = data.draw(st.integers(start, len(whole.value)))
    part = cut(whole, start, end)
    assert part.value == whole.value[start:end].strip()
    for at, source in source_of(part, lines).items():
        assert part.value[at : at + len(source)] == source


@settings(deadline=None)
@given(LINES)
def test_joined_text_holds_every_character_once(lines):
    whole = join(texts_of(lines), ["\n"] * (len(lines) - 1), place=Place())
    assert "\n".join(lines) == whole.value
    assert sum(piece.length for piece in whole.pieces) == sum(map(len, lines))


@settings(deadline=None)
@given(LINES, st.integers(0, 6), st.integers(0, 6))
def test_cut_of_a_cut_stands_where_the_cut_of_the_whole_does(lines, skip, length):
    whole = join(texts_of(lines), [""] * (len(lines) - 1), place=Place())
    once = cut(whole, skip, skip + length)
    again = cut(once, 0, len(once.value))
    assert (again.value, again.pieces) == (once.value, once.pieces)


def test_white_space_at_the_ends_is_left_out():
    text = Text(" 市级 ", Place(line=1, characters=(0, 4)))
    assert cut(text, 0, 4).value == "市级"
    assert cut(text, 0, 4).pieces[0].place.characters == (1, 3)


def test_nothing_cut_has_no_pieces():
    assert cut(Text("市级", Place()), 1, 1).pieces == ()
