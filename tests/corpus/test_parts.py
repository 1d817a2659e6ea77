import pyarrow as pa
import pytest

from shishi.corpus import parts

SCHEMA = pa.schema([("source", pa.string()), ("order", pa.int64())])
WHOLE = [{"source": "a.html", "order": 1}, {"order": None, "source": "b.html", "more": 3}]


class Row(dict[str, object]):
    """A row that counts how often somebody asks what it holds."""

    asked = 0

    def __getitem__(self, name: str) -> object:
        Row.asked += 1
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        Row.asked += 1
        return super().__contains__(name)


@pytest.mark.parametrize("rows", [WHOLE, [], [*WHOLE, {"source": "c.html"}], [{"order": 2}]])
def test_rows_become_columns_whatever_they_leave_out(rows):
    assert parts._table(rows, SCHEMA).equals(pa.Table.from_pylist(rows, SCHEMA))


def test_whole_rows_are_asked_once_for_each_column():
    Row.asked = 0
    parts._table([Row(row) for row in WHOLE], SCHEMA)
    assert Row.asked == len(WHOLE) * len(SCHEMA.names)


def test_half_a_character_is_replaced_in_whole_rows_too():
    assert parts._table([{"source": "\ud800", "order": 1}], SCHEMA).to_pylist() == [
        {"source": "?", "order": 1}
    ]
