from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from shishi.cli import corpus as command
from shishi.corpus.children import end_children
from tests.cli.conftest import Run
from tests.corpus.invented import fill


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    fill(tmp_path / "in", 3)
    yield tmp_path / "in"
    end_children()


def test_corpus_reads_a_folder_and_answers_in_sql(
    shishi: Run, folder: Path, tmp_path: Path
) -> None:
    code, said, complaint = shishi("corpus", folder, "--out", tmp_path / "out", "--workers", 1)
    assert (code, complaint) == (0, "")
    assert said.startswith("3个文件（0个先前已读，3个这次读，其中0个读不了）；这次得到6项、")

    sql = 'select source, investment, lead_units from records where "order" = 1 order by source limit 1'
    code, said, _ = shishi("corpus", "query", sql, "--in", tmp_path / "out")
    assert (code, said) == (0, "source\tinvestment\tlead_units\n001.html\t12505000\t住建局\n")

    _, said, _ = shishi("corpus", "query", sql, "--in", tmp_path / "out", "--json")
    assert json.loads(said)["investment"] == "12505000"


def test_the_word_read_may_be_left_out_or_said(shishi: Run, folder: Path, tmp_path: Path) -> None:
    spoken = shishi("corpus", "read", folder, "--out", tmp_path / "out", "--workers", 1)
    again = shishi("corpus", "--out", tmp_path / "out", "--workers", 1, folder)

    assert spoken[0] == again[0] == 0
    assert again[1].startswith("3个文件（3个先前已读，0个这次读）；没有新的或改过的文件要读。")
    assert "0项" not in again[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere", "--out", "out"), "nowhere"),
        (("in",), "还缺 --out"),
        (("in", "--out", "in"), "里已有别的东西"),
        (("in", "--out", "out", "--scheduler", "tcp://127.0.0.1:1"), "没有读完"),
        (("in", "--out", "out", "--rulebook", "no-such"), "规则手册"),
        (("query", "select 1", "--in", "in"), "没有 shishi corpus 读好的数据"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    shishi: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(folder.parent)
    monkeypatch.setattr("shishi.corpus.work.PATIENCE", "1s")

    code, printed, complaint = shishi("corpus", *words)

    assert (code, printed) == (2, "")
    assert said in complaint
    assert complaint.count("\n") == 1


def test_bad_sql_is_said_with_the_tables_there_are(
    shishi: Run, folder: Path, tmp_path: Path
) -> None:
    shishi("corpus", folder, "--out", tmp_path / "out", "--workers", 1)

    code, _, complaint = shishi("corpus", "query", "selekt", "--in", tmp_path / "out")

    assert code == 2
    assert "notices、records" in complaint


@pytest.mark.parametrize(
    ("gone", "words", "extra"),
    [
        ("pyarrow", ("in", "--out", "out"), "shishi[corpus]"),
        ("duckdb", ("query", "select 1"), "shishi[corpus]"),
        ("distributed", ("in", "--out", "out", "--scheduler", "tcp://x:1"), "shishi[cluster]"),
    ],
)
def test_without_its_extra_corpus_says_what_to_install(
    shishi: Run,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    gone: str,
    words: tuple[str, ...],
    extra: str,
) -> None:
    monkeypatch.chdir(folder.parent)
    monkeypatch.setattr(command, "_missing", lambda module: module if module == gone else "")

    code, _, complaint = shishi("corpus", *words)

    assert code == 2
    assert extra in complaint
