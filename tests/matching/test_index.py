from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.matching.index import build_index, list_places, sort_by
from shishi.matching.wording import likeness

TEXTS = st.lists(
    st.frozensets(st.sampled_from(["公园", "口袋", "泵站", "托位", "站点"])), max_size=20
)
SHARES = st.sampled_from([Fraction(n, 100) for n in (1, 35, 45, 60, 100)])


@given(
    TEXTS, st.frozensets(st.sampled_from(["公园", "口袋", "泵站", "学位"])), SHARES, st.booleans()
)
def test_index_finds_exactly_the_texts_that_are_alike_enough(texts, pairs, share, whole):
    alike = [likeness(pairs, text, whole=whole) for text in texts]
    index = build_index(texts)
    found = index.group(pairs, share=share, whole=whole)

    assert index.find(pairs, share=share, whole=whole) == [
        place for place, near in enumerate(alike) if near >= share
    ]
    assert {place: near for near, set_ in found.items() for place in list_places(set_)} == {
        place: near for place, near in enumerate(alike) if near >= share
    }


@pytest.mark.parametrize(("pairs", "found"), [({"公园"}, [0]), (set(), []), ({"学位"}, [])])
def test_text_without_anything_in_common_is_never_found(pairs, found):
    index = build_index([{"公园"}, set(), {"泵站"}])

    assert index.find(frozenset(pairs), share=Fraction(1, 100), whole=True) == found


@given(st.sets(st.integers(0, 300)))
def test_set_gives_back_the_places_that_were_put_in(places):
    marks = [["x"] if place in places else [] for place in range(301)]

    assert list_places(sort_by(marks).get("x", 0)) == sorted(places)
