import pytest

from tests.readers.invented import any_table, as_word
from tests.readers.word.written import grids, paragraph, read


def facts(grid):
    return {(c.row, c.column, c.rows, c.columns, "".join(c.text.value.split())) for c in grid.cells}


@pytest.mark.parametrize("seed", range(60))
def test_read_docx_gives_back_an_invented_table_of_any_shape(seed):
    made = any_table(seed)
    document = read(as_word(made) + paragraph("完"))

    assert facts(grids(document)[0]) == made.facts()
