import json
from contextlib import suppress
from inspect import get_annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.findings import About, Finding, Severity
from shishi.places import Piece, Place, Source, Text
from shishi.readers import read
from shishi.readers.apart.wire import BadAnswer, from_lines, to_lines
from shishi.readers.document import Cell, Document, Flow, Grid, Paragraph
from tests.samples import make

SOURCE = Source("a", "text", "")
counts = st.integers(0, 9)
some = st.none() | counts
strings = st.text(max_size=9)
spans = st.none() | st.tuples(counts, counts)
pages = st.none() | st.integers(1, 9)
places = st.builds(Place, strings, some, some, some, spans, strings, pages)
texts = st.builds(
    lambda value, place, at: Text(value, place, (Piece(at % (len(value) + 1), 0, place),)),
    strings,
    places,
    counts,
)
cells = st.builds(
    Cell, texts, st.integers(1, 5), st.integers(1, 5), st.integers(1, 3), st.integers(1, 3), st.booleans()
)  # fmt: skip
grids = st.builds(
    Grid, strings, st.just(9), st.just(9), st.lists(cells).map(tuple), st.none() | texts
)
flows = st.builds(
    Flow, strings, st.lists(st.builds(Paragraph, texts, counts, counts, counts)).map(tuple)
)
parts = st.lists(grids | flows, max_size=3).map(tuple)
findings = st.builds(
    Finding,
    st.sampled_from(["hidden-text", "characters-lost"]),
    st.sampled_from(About),
    st.sampled_from(Severity),
    places,
    st.dictionaries(strings, counts | strings | st.lists(strings, max_size=2), max_size=2),
)
documents = st.builds(
    Document,
    st.just(SOURCE),
    parts,
    st.lists(st.tuples(strings, strings), max_size=2).map(tuple),
    st.lists(findings, max_size=2).map(tuple),
    parts,
)


@given(documents)
def test_wire_any_document_comes_back_the_same(document: Document) -> None:
    assert from_lines(list(to_lines(document)), SOURCE) == document


def test_wire_keeps_the_page_of_a_place() -> None:
    finding = Finding("empty", About.READING, Severity.NOTES, Place(part="table 1", row=2, page=3))
    document = Document(SOURCE, (), (), (finding,))

    assert from_lines(list(to_lines(document)), SOURCE) == document


def test_wire_every_sample_comes_back_the_same() -> None:
    for folder in make.folders():
        [path] = folder.glob("source.*")
        document = read(path.read_bytes(), path.name)
        assert from_lines(list(to_lines(document)), document.source) == document


def test_wire_more_cells_than_one_line_holds_come_back_the_same() -> None:
    page = "<table>" + "<tr><td>公园<td>2" * 800 + "</table>"
    document = read(page.encode(), "a")

    assert from_lines(list(to_lines(document)), document.source) == document


@given(documents, st.data())
def test_wire_damaged_answer_is_a_document_or_a_bad_answer(
    document: Document, data: st.DataObject
) -> None:
    lines = list(to_lines(document))
    at = data.draw(st.integers(0, len(lines) - 1))
    values = json.loads(lines[at])
    odd = data.draw(st.sampled_from([None, -1, 1.5, "x", [], {}, True, [[1]], {"grid": 1}]))
    if isinstance(values, dict):
        values[data.draw(st.sampled_from(sorted(values)))] = odd
    else:
        values[data.draw(st.integers(0, len(values) - 1))] = odd
    lines[at] = json.dumps(values).encode()

    with suppress(BadAnswer):
        assert isinstance(from_lines(lines, SOURCE), Document)


@pytest.mark.parametrize("lines", [[], [b""], [b"{}"], [b"\xff"], [b"[" * 9999], [b"null"]])
def test_wire_what_is_no_answer_is_a_bad_answer(lines: list[bytes]) -> None:
    with pytest.raises(BadAnswer):
        from_lines(lines, SOURCE)


@pytest.mark.parametrize(("size", "believed"), [((1000, 1000), True), ((10**9, 10**9), False)])
def test_wire_grid_larger_than_any_reader_makes_is_a_bad_answer(size, believed) -> None:
    lines = list(to_lines(Document(SOURCE, (Grid("table 1", *size, ()),))))
    if believed:
        assert from_lines(lines, SOURCE).parts
    else:
        with pytest.raises(BadAnswer):
            from_lines(lines, SOURCE)


def test_wire_carries_every_field_that_a_document_is_made_of() -> None:
    made = {Place: 7, Text: 3, Piece: 3, Cell: 6, Paragraph: 4, Grid: 6, Flow: 2, Document: 5}
    laid = {"laid"}  # how the cells of a Grid lie: told by the cells

    assert {kind: len(get_annotations(kind).keys() - laid) for kind in made} == made
