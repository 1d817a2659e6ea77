"""The peers of `make bench-measures`, each as good as a few lines make it; runs in an environment of its own.

Reads {"sentences": [...], "rounds": n} from standard input and prints, for each peer, what it found in
every sentence (value, unit, comparator) and the CPU seconds of all rounds.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation

Found = list[tuple[str, str, str]]
Peer = Callable[[str], Found]

SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
LEFT = {
    "不少于": ">=",
    "不低于": ">=",
    "至少": ">=",
    "超过": ">",
    "超": ">",
    "约": "~",
    "近": "~",
    "不超过": "<=",
}
RIGHT = {"以上": ">=", "以内": "<=", "以下": "<=", "左右": "~"}

_NAIVE = re.compile(r"([0-9]+(?:\.[0-9]+)?)(万|亿)?([\u4e00-\u9fff%])")
_LEFT = re.compile(f"(?:{'|'.join(LEFT)})$")
_RIGHT = re.compile("|".join(RIGHT))


def naive_regex(text: str) -> Found:
    """Digits, 万 or 亿, and the character after them."""
    return [
        (_plain(Decimal(number) * SIZES.get(size, 1)), unit, "=")
        for number, size, unit in _NAIVE.findall(text)
    ]


def jieba_and_regex() -> Peer:
    """Words tagged as numbers by jieba, the measure word after them, comparators by pattern."""
    import jieba
    from jieba import posseg

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()

    def find(text: str) -> Found:
        found, at, number, start = [], 0, "", 0
        for pair in posseg.cut(text):
            word, end = pair.word, at + len(pair.word)
            if pair.flag == "m" or (number and word in SIZES):
                start, number = (start, number + word) if number else (at, word)
            elif number:
                found += _with_unit(text, number, start, unit=word, end=end)
                number = ""
            at = end
        return found

    return find


def _with_unit(
    text: str, number: str, start: int, *, unit: str, end: int
) -> Iterator[tuple[str, str, str]]:
    money = number[-1:] == "元"
    value = _number(number.removesuffix("元"))
    if value is None or not re.fullmatch("[\u4e00-\u9fff%‰]{1,4}", "元" if money else unit):
        return
    after = end - len(unit) if money else end
    left, right = _LEFT.search(text[max(0, start - 3) : start]), _RIGHT.match(text, after)
    sign = LEFT[left[0]] if left else RIGHT[right[0]] if right else "="
    yield _plain(value), "元" if money else unit, sign


def _number(word: str) -> Decimal | None:
    total, rest = Decimal(0), Decimal(0)
    for part in re.findall(r"[0-9.]+|[十百千万亿]|[零一二两三四五六七八九]", word):
        if part in SIZES:
            if part in "万亿":
                total, rest = (total + (rest or 1)) * SIZES[part], Decimal(0)
            else:
                total, rest = total + (rest or 1) * SIZES[part], Decimal(0)
        else:
            try:
                rest = Decimal(DIGITS.get(part, part))
            except InvalidOperation:
                return None
    return total + rest or None


def recognizers_text() -> Peer:
    """Dimensions, currencies and percentages, and the other numbers with the character after them."""
    from recognizers_number import Culture, recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    culture = Culture.Chinese

    def find(text: str) -> Found:
        taken = bytearray(len(text))
        found = []
        for recognize in (
            recognize_currency,
            recognize_dimension,
            recognize_percentage,
            recognize_number,
        ):
            for result in recognize(text, culture):
                value = str((result.resolution or {}).get("value") or "").rstrip("%")
                if any(taken[result.start : result.end + 1]) or not value:
                    continue
                taken[result.start : result.end + 1] = b"\1" * (result.end + 1 - result.start)
                unit = re.sub("^[0-9.,零一二两三四五六七八九十百千万亿]+", "", result.text)
                unit = unit or text[result.end + 1 : result.end + 2]
                try:
                    found.append((_plain(Decimal(value)), unit, "="))
                except InvalidOperation:
                    continue
        return found

    return find


def _plain(value: Decimal) -> str:
    return format(
        value.quantize(1) if value == value.to_integral_value() else value.normalize(), "f"
    )


PEERS: dict[str, Callable[[], Peer]] = {
    "Recognizers-Text": recognizers_text,
    "jieba + regex": jieba_and_regex,
    "naive regex": lambda: naive_regex,
}


def main() -> None:
    """Answer one question from standard input."""
    warnings.simplefilter("ignore")
    asked = json.load(sys.stdin)
    answers: dict[str, object] = {}
    for name, build in PEERS.items():
        try:
            find = build()
        except ImportError as error:
            answers[name] = {"missing": str(error)}
            continue
        found = [find(text) for text in asked["sentences"]]  # warm, before the clock starts
        rounds = asked["rounds"] if name == "naive regex" else 1
        started = time.process_time()
        for _ in range(rounds):
            for text in asked["sentences"]:
                find(text)
        answers[name] = {"found": found, "seconds": (time.process_time() - started) / rounds}
    json.dump(answers, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
