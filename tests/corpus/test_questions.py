import pytest

from shishi.corpus import BadQuestion, NotACorpus, ask, list_folder, plan_jobs


@pytest.fixture
def out(folder, tmp_path):
    plan_jobs(folder, tmp_path / "out", list_folder(folder))
    return tmp_path / "out"


def test_tables_without_parts_are_empty_and_have_their_columns(out):
    answer = ask(out, "select source, value, unit from measures")

    assert (answer.columns, answer.rows) == (("source", "value", "unit"), ())


def test_more_rows_than_asked_for_are_said_to_be_there(out):
    assert ask(out, "select * from range(5)", most=4).more
    assert not ask(out, "select * from range(4)", most=4).more


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('{secret}')",
        "copy (select 1) to '{secret}'",
        "set enable_external_access = true",
        "select * from nowhere",
        "install httpfs",
        "selekt",
        "",
        "-- nothing but a remark",
    ],
)
def test_questions_reach_nothing_but_the_tables(out, tmp_path, sql):
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")

    with pytest.raises(BadQuestion):
        ask(out, sql.format(secret=secret))
    assert secret.read_text() == "a\n1\n"


def test_a_folder_that_is_no_corpus_is_named(tmp_path):
    with pytest.raises(NotACorpus, match="no-corpus"):
        ask(tmp_path, "select 1")
