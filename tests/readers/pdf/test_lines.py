from shishi.readers.pdf.drawn import Box, Glyph
from shishi.readers.pdf.lines import find_lines, join_lines


def glyph(character, left, top, *, height=10.0, width=10.0):
    return Glyph(character, Box(left, top, left + width, top + height))


def test_find_lines_keeps_small_marks_on_their_line():
    drawn = [
        glyph("“", 0, 1, height=3), glyph("甲", 10, 0), glyph(",", 20, 8.5, height=2, width=3),
        glyph("乙", 23, 0), glyph("2", 33, -2, height=5, width=5), glyph("丙", 0, 13), glyph("。", 10, 20, height=3),
    ]  # fmt: skip

    assert [line.text for line in find_lines(drawn)] == ["“甲,乙2", "丙。"]


def test_find_lines_parts_lines_whose_boxes_overlap_a_little():
    assert [
        line.text
        for line in find_lines([glyph("甲", 0, 0, height=14), glyph("乙", 0, 11, height=14)])
    ] == ["甲", "乙"]


def test_join_lines_joins_where_the_next_word_did_not_fit():
    drawn = [glyph(c, 10 * i, 0) for i, c in enumerate("新建公园")] + [
        glyph("2", 0, 12, width=5),
        glyph("座", 5, 12),
    ]

    assert join_lines(find_lines(drawn), 42) == [["新建公园", "2座"]]
    assert join_lines(find_lines(drawn), 60) == [["新建公园"], ["2座"]]
