"""A second reader of quantities, written without the first: one character after the other, no patterns.

It knows the sentences that `invent` makes and nothing else. Both are for one question: does
find_measures ever give another number than the one that is printed, without anybody being told?
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

Quantity = tuple[Decimal, str, str, Decimal | None]

UNITS = (
    "平方米",
    "个百分点",
    "人次",
    "公里",
    "吨/日",
    "个",
    "家",
    "所",
    "条",
    "处",
    "座",
    "户",
    "人",
    "件",
    "亩",
    "元",
    "%",
    "‰",
)
SPOKEN_UNITS = ("个", "家", "所", "条", "处", "座", "户", "人", "件", "公里", "亩", "元")
LEFT = {
    "不少于": ">=",
    "不低于": ">=",
    "至少": ">=",
    "超过": ">",
    "超": ">",
    "约": "~",
    "近": "~",
    "不超过": "<=",
    "低于": "<",
    "≥": ">=",
}
RIGHT = {"以上": ">=", "及以上": ">=", "以内": "<=", "以下": "<=", "左右": "~"}
VERBS = ("新增", "建成", "完成", "改造", "累计新增", "本月完成", "已发放", "惠及", "增加至")
THINGS = ("公厕", "绿道", "老旧小区", "(区级)", "书屋", "困难家庭", "")
NAMES = (
    "329国道",
    "15分钟生活圈",
    "80周岁以上老人",
    "3#地块",
    "第3批",
    "“6+3”学校",
    "附件2",
    "G228国道",
    "2024年",
    "10月24日前",
    "截至2024年3月",
    "1-9月",
    "二次供水",
    "一体化",
    "十四五",
    "12345热线",
    "38弄",
    "5G网络",
    "50-74周岁",
)
DAMAGED = ("1024日", "202310月份", "2021126项", "2015分钟健身圈", "20171011")
SPOKEN = "零一二三四五六七八九"
SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def invent(random: Random) -> str:
    """Make up a sentence of one to three clauses, wide digits and damage among them."""
    text = random.choice(",;。").join(_clause(random) for _ in range(random.randint(1, 3)))
    if random.random() < 0.15:
        text = text.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789%,"})
    return text + random.choice(["。", ""])


def _clause(random: Random) -> str:
    kind = random.random()
    if kind < 0.12:
        return random.choice(VERBS) + random.choice(NAMES)
    if kind < 0.2:
        return random.choice(("截至", "工期", "建成")) + random.choice(DAMAGED)
    middle = random.choice(THINGS)
    return random.choice(VERBS) + middle + _quantity(random)


def _quantity(random: Random) -> str:
    kind = random.random()
    left = random.choice([*LEFT, *[""] * 12])
    right = "" if left else random.choice([*RIGHT, *[""] * 8])
    if kind < 0.15:
        number, unit = (
            _spell(random.choice([random.randint(2, 99), random.randint(100, 9999)])),
            random.choice(SPOKEN_UNITS),
        )
        return left + number + unit + right
    unit = random.choice(UNITS)
    if kind < 0.3:
        low = random.randint(2, 900)
        return f"{low}{random.choice(['-', '~', '至', '—'])}{low + random.randint(1, 90)}{unit}"
    number = _digits(random)
    size = random.choice(["", "", "", "万", "亿", "千万"])
    more = "" if "." in number or right or left else random.choice(["", "", "", "余", "多"])
    gap = random.choice(["", "", "", " "])
    return left + number + random.choice([more + size, size + more]) + gap + unit + right


def _digits(random: Random) -> str:
    kind = random.random()
    if kind < 0.3:
        return f"{random.randint(1000, 99_999_999):,}"
    if kind < 0.5:
        return f"{random.randint(1, 999)}.{random.randint(1, 99):02}"
    return str(
        random.choice(
            [random.randint(1, 99), random.randint(100, 18_999), random.randint(21_0000, 10**9)]
        )
    )


def _spell(number: int) -> str:
    text, gap = "", False
    for name, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // size % 10
        if digit:
            text += ("零" if gap and text else "") + SPOKEN[digit] + name
        gap = not digit
    return text.removeprefix("一") if 10 <= number < 20 else text


def read(text: str) -> list[Quantity]:
    """Read the quantities of an invented sentence, in order; wide characters are folded before."""
    return list(_Reader(text).quantities())


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def quantities(self) -> Iterator[Quantity]:
        while self.at < len(self.text):
            if self._take((*NAMES, *DAMAGED)) or not self._starts():
                self.at += not self._taken
                continue
            yield self._quantity()

    def _take(self, words: tuple[str, ...]) -> str:
        """Step over the longest of the words that stands here."""
        here = [word for word in words if word and self.text[self.at : self.at + len(word)] == word]
        self._taken = max(here, key=len, default="")
        self.at += len(self._taken)
        return self._taken

    def _starts(self) -> bool:
        start = self.at
        self._sign = self._take(tuple(LEFT))
        number = self.text[self.at : self.at + 1]
        if number and (number.isdigit() or number in SPOKEN or number == "十"):
            return True
        self.at, self._taken = start, ""
        return False

    def _quantity(self) -> Quantity:
        sign = LEFT.get(self._sign, "=")
        value, high = self._number(), None
        if self._take(("-", "~", "至", "—")):
            high = self._number()
        more = bool(self._take(("余", "多")))
        size = 1
        while name := self._take(tuple(SIZES)):
            size *= SIZES[name]
        more = bool(self._take(("余", "多"))) or more
        self._take((" ",))
        unit = self._take(UNITS)
        sign = RIGHT.get(self._take(tuple(RIGHT)), ">=" if more and sign == "=" else sign)
        return value * size, unit, sign, high

    def _number(self) -> Decimal:
        printed = ""
        while (c := self.text[self.at : self.at + 1]) and (c.isdigit() or c in ",."):
            printed, self.at = printed + c, self.at + 1
        if printed:
            return Decimal(printed.replace(",", ""))
        total = digit = 0
        while (c := self.text[self.at : self.at + 1]) and (c in SPOKEN or c in "十百千"):
            if c in SPOKEN:
                digit = SPOKEN.index(c)
            else:
                total, digit = total + (digit or 1) * SIZES[c], 0
            self.at += 1
        return Decimal(total + digit)
