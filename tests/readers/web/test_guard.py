import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.errors import UnreadableSource
from shishi.readers.web import guard
from shishi.readers.web.guard import DEEPEST_NESTING, LONGEST_TAG, check_page, drop_pictures


def code_of(page: str) -> str:
    try:
        check_page(drop_pictures(page), "页.html")
    except UnreadableSource as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<b>",
        "<span><div></span>",
        "<form><div></form>",
        "<b><div></b>",
        "<div><table><td></div>",
        "<table><tr><td>",
        "<ul><li>",
        "<li><section>",
        "<svg><td>",
        "<noscript><div></noscript>",
        "<body><div></body>",
        "<li><b></b><ul></li>",
        "<p><div><b><b><b><b><b><p>",
    ],
)
def test_check_page_tags_nested_without_end_are_refused(piece: str) -> None:
    assert code_of(piece * 3000) == "too-deep"


@pytest.mark.parametrize("piece", ["<div><b id={}></div>", "<p><b id={}></p>", "<font color={}>"])
def test_check_page_formatting_that_opens_again_and_again_is_refused(piece: str) -> None:
    assert code_of("".join(piece.format(i) for i in range(3000))) == "too-deep"


@pytest.mark.parametrize(
    "piece",
    [
        "<p>甲",
        "<br><img src=x><input>",
        "<li>甲",
        "<tr><td>甲<td>乙",
        "<table><tr><td><p><font>甲</table>",
        "<p><font color=red>甲</p>",
        "<div><span>甲</div>",
        "<dd>甲<dt>乙",
        "<a href=x>甲",
        "<!-- <div> -->",
        "<script>if(a<b)'<div>'</script>",
        "<b>甲</b>",
        "</div>",
        "< 5 <6",
    ],
)
def test_check_page_tags_that_close_one_another_pass(piece: str) -> None:
    assert code_of("<table>" + piece * 3000) == ""


def test_check_page_depth_at_the_limit_passes_and_one_more_is_refused() -> None:
    assert code_of("<div>" * DEEPEST_NESTING) == ""
    assert code_of("<div>" * (DEEPEST_NESTING + 1)) == "too-deep"


@pytest.mark.parametrize(
    "attributes", [" a" * LONGEST_TAG, " a='>' b=\"<\"" * LONGEST_TAG, " a=" * LONGEST_TAG]
)
def test_check_page_tag_with_attributes_without_end_is_refused(attributes: str) -> None:
    assert code_of(f"<p{attributes}>") == "tag-too-long"
    assert code_of(f"<script{attributes}>") == "tag-too-long"


@pytest.mark.parametrize(
    "page",
    [
        "<!--" + " a" * LONGEST_TAG + "-->",
        "<p>" + "甲" * 2 * LONGEST_TAG,
        "<script>" + "a<b " * LONGEST_TAG + "</script>",
        "<img src='data:image/png;base64," + "A" * 2 * LONGEST_TAG + "'>",
    ],
)
def test_check_page_long_content_that_is_no_tag_passes(page: str) -> None:
    assert code_of(page) == ""


PIECES = [
    *("<table>", "</table>", "<tr>", "</tr>", "<tr", "<td>甲</td>", '<td rowspan="2">乙</td>'),
    *("<TD class=x>丙</TD>", "<td>丁", "</td>", "<th>戊</td>", "<td><b>己</td>", "<b>", "</b>"),
    *("<td title='a>b'>庚</td>", "<!-- <td>辛</td>", "-->", "<svg>", "</svg>", "<p>", "<div>", "x"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.integers(2, 30))
def test_check_page_says_the_same_when_it_looks_at_every_cell(pieces: list[str], most: int) -> None:
    def verdict(skipping: bool) -> str:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(guard, "DEEPEST_NESTING", most)
            if not skipping:
                patch.setattr(guard, "_skip_cells", lambda page, position, nesting: position)
            try:
                check_page("".join(pieces), "a.html")
            except UnreadableSource as error:
                return error.code
        return "passes"

    assert verdict(skipping=True) == verdict(skipping=False)
