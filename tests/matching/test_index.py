from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.matching.index import build_index
from shishi.matching.wording import likeness

TEXTS = st.lists(
    st.frozensets(st.sampled_from(["公园", "口袋", "泵站", "托位", "站点"])), max_size=6
)
SHARES = st.sampled_from([Fraction(n, 100) for n in (1, 35, 45, 60, 100)])


@given(
    TEXTS, st.frozensets(st.sampled_from(["公园", "口袋", "泵站", "学位"])), SHARES, st.booleans()
)
def test_index_finds_exactly_the_texts_that_are_alike_enough(texts, pairs, share, whole):
    alike = [p for p, text in enumerate(texts) if likeness(pairs, text, whole=whole) >= share]

    assert build_index(texts).find(pairs, share=share, whole=whole) == alike


@pytest.mark.parametrize(("pairs", "found"), [({"公园"}, [0]), (set(), []), ({"学位"}, [])])
def test_text_without_anything_in_common_is_never_found(pairs, found):
    index = build_index([{"公园"}, set(), {"泵站"}])

    assert index.find(pairs, share=Fraction(1, 100), whole=True) == found
