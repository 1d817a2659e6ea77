import pytest

from shishi.layouts.flows.strips.anchors import find_anchors


def names(text):
    found = find_anchors(text, frozenset(), frozenset())
    return {text[start:end] for start, ends in found.names.items() for end, _ in ends}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("建成5公里。区水务局", "区水务局"),
        ("新建口袋公园5个住建局各街道", "住建局"),
        ("新建口袋公园5个住建局各街道", "各街道"),
        ("完成招标区综合行政执法局", "区综合行政执法局"),
        ("1修路。云溪街道", "云溪街道"),
    ],
)
def test_unit_name_is_seen_where_nothing_parts_it_from_its_neighbours(text, name):
    assert name in names(text)


@pytest.mark.parametrize("text", ["完成主体施工。", "已建成5公里,完成60%", "打造便民服务圈"])
def test_running_text_without_a_unit_has_no_name(text):
    assert names(text) == set()


def test_sentence_may_end_at_a_full_stop_for_nothing():
    text = "修路。造林。"
    assert [
        at for at, cost in find_anchors(text, frozenset(), frozenset()).cuts.items() if not cost
    ] == [
        0,
        6,
        3,
    ]
