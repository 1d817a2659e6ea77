from decimal import Decimal

import pytest

from shishi.corpus.parts import part_file, read_signature, write_parts
from shishi.corpus.rows import _exact
from shishi.corpus.tables import SCHEMAS


@pytest.mark.parametrize("printed", ["0", "1.3", "-0.0000000001", "9" * 28, "12505000"])
def test_numbers_that_fit_the_column_are_kept_to_the_last_digit(printed):
    assert _exact(printed) == Decimal(printed)


@pytest.mark.parametrize("printed", ["1" + "0" * 28, "0.00000000001", "1e40"])
def test_numbers_that_do_not_fit_are_left_out_and_never_rounded(printed):
    assert _exact(printed) is None


def test_half_a_character_is_stored_as_a_question_mark(tmp_path):
    rows = {t: [] for t in SCHEMAS} | {
        "notices": [{"source": "a", "title": "表\ud800", "other": []}]
    }

    write_parts(tmp_path, "0", rows, signature="s")

    assert read_signature(tmp_path, "0") == "s"


def test_a_broken_part_counts_as_not_done(tmp_path):
    write_parts(tmp_path, "0", {t: [] for t in SCHEMAS}, signature="s")
    part_file(tmp_path, "notices", "0").write_bytes(b"PAR1 torn")

    assert read_signature(tmp_path, "0") is None
    assert read_signature(tmp_path, "1") is None
