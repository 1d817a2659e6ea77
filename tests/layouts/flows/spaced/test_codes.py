import pytest

from shishi.layouts.flows.spaced.codes import find_codes
from tests.layouts.flows.spaced.made import body_of


def codes(*lines, column=0):
    body = body_of(*lines)
    return [body.tokens[t].plain for t in sorted(find_codes(body, column))]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("1 新建公厕", "2 改造泵房", "3 修路"), ["1", "2", "3"]),
        (("一 新建公厕", "二 改造泵房"), ["一", "二"]),
        (("1 便民出行 新建公厕", "改造泵房", "2 修路"), ["1", "2"]),
        (("3 新建公厕", "7 改造泵房", "12 修路"), ["3", "7", "12"]),
        (("1 新建公厕", "2 改造泵房", "1 修路", "2 植树"), ["1", "2", "1", "2"]),
        (("1、新建公厕", "2、改造泵房"), ["1、", "2、"]),
    ],
)
def test_numbers_that_go_on_are_codes(lines, found):
    assert codes(*lines) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("1 新建公厕", "9000 8", "2 改造泵房"), ["1", "2"]),
        (("新建公厕 1", "改造泵房 2"), []),
        (("1 新建公厕", "1.5公里", "2 改造泵房"), ["1", "2"]),
    ],
)
def test_number_out_of_place_is_no_code(lines, found):
    assert codes(*lines) == found


def test_code_behind_a_theme_is_found():
    assert codes("便民出行 1 新建公厕", "2 改造泵房", column=1) == ["1", "2"]
