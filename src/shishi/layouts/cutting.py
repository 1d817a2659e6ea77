"""Cut and join Texts without losing where their characters stand in the source."""

from __future__ import annotations

from collections.abc import Sequence

from shishi.places import Piece, Place, Text


def cut(text: Text, start: int, end: int, *, place: Place | None = None) -> Text:
    """Give text.value[start:end] as a Text of its own, white space at both ends left off.

    >>> line = Text("6月开工(市级)", Place(line=3, characters=(0, 8)))
    >>> cut(line, 0, 4).value, cut(line, 0, 4).pieces[0].place.characters
    ('6月开工', (0, 4))
    """
    value = text.value[start:end]
    if place is None and value == text.value == value.strip() and text.pieces:
        return text  # most cells are one line, taken whole
    start += len(value) - len(value.lstrip())
    value = value.strip()
    end = start + len(value)
    pieces = []
    for piece in text.pieces or (Piece(0, len(text.value), text.place),):
        left, right = max(start, piece.start), min(end, piece.start + piece.length)
        if left < right:
            base = (piece.place.characters or (0, 0))[0] - piece.start
            spot = piece.place._replace(characters=(base + left, base + right))
            pieces.append(Piece(left - start, right - left, spot))
    return Text(value, place or text.place, tuple(pieces))


def join(texts: Sequence[Text], separators: Sequence[str], *, place: Place) -> Text:
    """Join paragraphs into one cell; separators[i] stands between texts[i] and texts[i + 1].

    >>> halves = [Text("7月底", Place(line=1)), Text("具备挡水条件", Place(line=3))]
    >>> whole = join(halves, [""], place=Place(row=1))
    >>> whole.value, [p.place.line for p in whole.pieces]
    ('7月底具备挡水条件', [1, 3])
    """
    value, pieces = "", []
    for text, separator in zip(texts, [*separators, ""], strict=True):
        for piece in text.pieces or (Piece(0, len(text.value), text.place),):
            pieces.append(piece._replace(start=piece.start + len(value)))
        value += text.value + separator
    return Text(value, place, tuple(pieces))
