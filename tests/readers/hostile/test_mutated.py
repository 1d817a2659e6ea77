"""Twenty thousand mutated files: the parent lives, and every one is read or refused in plain words."""

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from shishi.errors import UnreadableSource
from shishi.readers import read_apart
from shishi.readers.apart.limits import FOR_THE_WEB
from tests.readers.hostile.mutations import mutate, originals

SHARE = 1_000


def outcome(seed: int) -> str:
    name, data = mutate(seed)
    try:
        read_apart(data, name, limits=FOR_THE_WEB)
    except UnreadableSource as error:
        return error.code if error.line("zh") and error.line("en") else "speechless"
    return "read"


def run(seeds: range) -> Counter[str]:
    with ThreadPoolExecutor(2) as pool:
        return Counter(pool.map(outcome, seeds))


def test_mutations_come_in_every_format_and_are_the_same_again() -> None:
    kinds = {name.rpartition(".")[2] for name, _ in originals()}
    assert kinds >= {"html", "txt", "csv", "xlsx", "xls", "ods", "docx"}
    assert mutate(7) == mutate(7) != mutate(8)


def test_mutated_files_are_read_or_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    outcomes = run(range(60))

    assert outcomes.total() == 60
    assert outcomes["read"] > 10
    assert outcomes["no-reader"] == outcomes["speechless"] == 0
    assert os.listdir(tmp_path) == []


@pytest.mark.long
@pytest.mark.parametrize("share", range(1, 21))
def test_twenty_thousand_mutated_files_are_read_or_refused(
    share: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    outcomes = run(range(share * SHARE, share * SHARE + SHARE))

    assert outcomes.total() == SHARE
    assert outcomes["no-reader"] == outcomes["speechless"] == 0
    assert outcomes["reader-crashed"] <= SHARE // 100, outcomes
    assert outcomes["too-long"] <= 2, outcomes
    assert os.listdir(tmp_path) == []
