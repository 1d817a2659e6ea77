import pytest

from benchmarks.measures import Result, load, measure_ours, misses
from benchmarks.peers_of_measures import naive_regex

OURS = Result("Shishi", 1, 1, 1.0, 50_000)


@pytest.mark.parametrize(
    ("f1", "speed", "missed"),
    [(0.7, 400_000, 0), (0.9, 4_000, 0), (0.9, 6_000, 1), (1.0, 100, 1), (1.0, 50_000, 2)],
)
def test_a_peer_misses_a_bar_when_ahead_or_when_near_and_fast(
    f1: float, speed: float, missed: int
) -> None:
    assert len(misses(OURS, [Result("peer", f1, f1, f1, speed)])) == missed


def test_without_real_pages_the_sentences_of_the_repository_are_read() -> None:
    sentences, source = load(None)

    assert source == "this repository"
    assert measure_ours(sentences[:40]).f1 > 0.97


def test_the_naive_peer_reads_plain_numbers() -> None:
    assert naive_regex("新增公厕3座,投入1.5万元") == [("3", "座", "="), ("15000", "元", "=")]
