"""No text is slow: pieces that tempt a pattern to try again, repeated and mixed."""

from collections.abc import Callable, Iterable
from random import Random
from time import process_time

import pytest

from shishi.measures import find_measures, find_milestones
from shishi.text.damage import find_damage
from shishi.text.periods import find_periods

PIECES = """1 9, 1. 1- 1~ 3至 约 不少于 一 十 百 上百 1/3 1万 30余 分别3个、 3和个 个 元/月 / ( (区级) (( 3个( 全覆盖 为所有 基本
开工 7月 本月 月底 春节前 开工时间 具备条件 累计 目前 完成 其中 1-8月 。 每千 同一所 3座至 3-5 控制在 百分之 三分之 2024年
二〇二四年 推迟至 10个工作日 新(改)建 新( 提升改造 , 3,000 1# 第3 前3名 排名 50%以上的村 80万元以上的 年 - 至 到 分钟 201215分钟
开工率 3个、5个、 的 已 未 ： ； “ ” 以上 人次 平方米 吨/日 \ufffd""".split()  # noqa: SIM905 - a list of eighty pieces is easier to read so
PIECES += ["1\n", "1\n个", "新1\n2个", "不少\n于", " \n", "12个\n以上", "3公\n里"]
READERS: dict[str, Callable[[str], object]] = {
    "measures": find_measures,
    "milestones": lambda text: find_milestones(text, year=2024, month=3),
    "damage": find_damage,
    "periods": lambda text: find_periods(text, year=2024, month=3),
}


def _seconds(read: Callable[[str], object], text: str) -> float:
    """The least of three, because another program may take the processor in between."""
    taken = []
    for _ in range(3):
        started = process_time()
        read(text)
        taken.append(process_time() - started)
        if taken[-1] < 0.005:
            break
    return min(taken)


def _slow(texts: Iterable[str], limit: float) -> list[str]:
    """Readers and texts that take longer for a thousand characters than the limit."""
    return [
        f"{name}: {text[:60]!r}"
        for text in texts
        for name, read in READERS.items()
        if _seconds(read, text) > limit * max(1, len(text) / 1000)
    ]


def test_a_piece_said_a_thousand_times_takes_time_by_its_length_only() -> None:
    assert _slow((piece * (6_000 // len(piece)) for piece in PIECES), 0.02) == []


def test_a_reader_that_looks_back_to_the_start_each_time_is_found_slow() -> None:
    def quadratic(text: str) -> int:
        return sum(1 for at in range(len(text)) for _ in text[:at])

    assert _seconds(quadratic, "个" * 6_000) > 0.02 * 6


@pytest.mark.long
def test_no_text_of_a_hundred_thousand_is_slow() -> None:
    random = Random(7)
    texts = (
        "".join(
            random.choices(random.sample(PIECES, random.randint(1, 6)), k=random.randint(1, 90))
        )
        for _ in range(100_000)
    )

    assert _slow(texts, 0.05) == []
