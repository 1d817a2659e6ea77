from shishi.rules.not_in_previous import check
from tests.rules.pages import month, read_subject


def found(*items, before=("改造泵站4座",), report="2031-09"):
    last = month(*({"item": item} for item in before), report=report)
    return list(check(read_subject(*({"item": item} for item in items), previous=(last,))))


def test_items_that_the_page_before_lacks_are_noted_once_with_the_reasons():
    (finding,) = found("改造泵站4座", "新建书房2家", "改造泵站4座")

    assert (finding.severity, finding.place.row) == ("notes", None)
    assert finding.facts == {
        "orders": [2, 3],
        "count": 2,
        "before": "2031-09",
        "why": [
            {"zh": "没有内容相近的条目", "en": "no item with similar words"},
            {
                "zh": "最相近的一条已与别的条目对应",
                "en": "the most similar item belongs to another",
            },
        ],
    }


def test_page_whose_items_all_stood_on_the_page_before_passes():
    assert found("改造泵站3座") == []


def test_later_page_and_no_page_are_no_page_before():
    assert found("新建书房2家", report="2031-11") == []
    assert list(check(read_subject({"item": "新建书房2家"}))) == []
