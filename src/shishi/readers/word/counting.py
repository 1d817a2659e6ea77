"""Counting: a number in the form that a word processor prints it: 3, 三, ③, (3), III, 丙."""

from __future__ import annotations

from collections.abc import Callable

_HAN = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 4000


def format_count(number: int, form: str) -> str | None:
    """Print a number in one of the forms of w:numFmt; None for a form that is not known.

    >>> [format_count(12, f) for f in ("decimal", "chineseCounting", "decimalEnclosedCircle", "upperRoman")]
    ['12', '十二', '⑫', 'XII']
    """
    printer = _FORMS.get(form)
    return printer(number) if printer else None


def _chinese(number: int) -> str:
    """Say a number below 10,000 in Chinese: 十二, 一百零五."""
    if not 0 < number < 10_000:
        return _digits(number)
    said, owed = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            said += ("零" if owed else "") + _HAN[digit] + name
        owed = bool(said) and digit == 0
    return said.removeprefix("一") if 10 <= number < 20 else said


def _formal(number: int) -> str:
    said = _chinese(number)
    said = f"一{said}" if said.startswith("十") else said
    pairs = zip("一二三四五六七八九零十百千", f"{_FORMAL[1:]}零拾佰仟", strict=True)
    return said.translate({ord(a): b for a, b in pairs})


def _digits(number: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    if not 0 < number < _LARGEST_ROMAN:
        return str(number)
    said = ""
    for size, name in _ROMAN:
        said += name * (number // size)
        number %= size
    return said


def _letter(number: int) -> str:
    """Count as word processors do: z is followed by aa, bb, cc."""
    if number < 1:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * min(times + 1, 30)


def _from(*runs: tuple[int, int, int]) -> Callable[[int], str]:
    """Print by runs of code points: (first number, last number, code point of the first)."""

    def printed(number: int) -> str:
        for first, last, start in runs:
            if first <= number <= last:
                return chr(start + number - first)
        return str(number)

    return printed


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else str(number)


def _wide(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


_CIRCLES = _from((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1), (0, 0, 0x24EA))
_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": _CIRCLES,
    "decimalEnclosedCircleChinese": _CIRCLES,
    "decimalEnclosedParen": _from((1, 20, 0x2474)),
    "decimalEnclosedFullstop": _from((1, 20, 0x2488)),
    "ideographEnclosedCircle": _from((1, 10, 0x3280)),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal,
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda number: "",
}
