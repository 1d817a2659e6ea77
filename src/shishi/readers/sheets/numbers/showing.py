"""Show a number as a spreadsheet shows it: 0.5 under 0% is 50%, 12 under 0"家" is 12家."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from shishi.readers.sheets.numbers.codes import Kind, Section, Token, parse_code
from shishi.readers.sheets.numbers.dates import show_date
from shishi.readers.sheets.numbers.numerals import spell_number

GENERAL = "General"
# A spreadsheet keeps 15 digits; what a binary number has beyond them (0.30000000000000004) it hides.
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
_LARGEST, _SMALLEST = Decimal("1e300"), Decimal("1e-300")
_COMPARE = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "=": operator.eq, "<>": operator.ne,
}  # fmt: skip


class UnknownFormat(ValueError):
    """A format code that is not understood, or a number that it cannot show."""


def show_number(raw: str, code: str, *, from_1904: bool = False) -> str:
    """Show a number, spelt as the file has it, under a format code. An empty text shows nothing.

    Rounding is half up on the 15 digits a spreadsheet keeps. Raises UnknownFormat.

    >>> show_number("0.5", "0%"), show_number("12", '0"家"'), show_number("7", "000")
    ('50%', '12家', '007')
    >>> show_number("0.30000000000000004", "General"), show_number("1234.5", "#,##0.00")
    ('0.3', '1,234.50')
    """
    if code == GENERAL and len(raw) < 16 and raw.isascii() and raw.isdigit() and raw[0] != "0":
        return raw
    try:
        value = _FIFTEEN.create_decimal(raw.strip())
        if not value.is_finite() or abs(value) > _LARGEST or 0 < abs(value) < _SMALLEST:
            raise UnknownFormat(raw)
        sections = parse_code(code or GENERAL)
    except (ArithmeticError, ValueError) as error:
        raise UnknownFormat(raw) from error
    section, signed = _choose(sections, value)
    if section.is_date:
        shown = show_date(value, section, from_1904=from_1904)
        if shown is None:
            raise UnknownFormat(code)
        return shown
    shown = _show(section, abs(value))
    has_digit = any(c in shown for c in "123456789一二三四五六七八九壹贰叁肆伍陆柒捌玖")
    return f"-{shown}" if signed and value < 0 and has_digit else shown


def plain_number(raw: str) -> str:
    """Show a number without any format; what is no number as it is spelt."""
    try:
        return show_number(raw, GENERAL)
    except UnknownFormat:
        return raw


def show_text(text: str, code: str) -> str:
    """Show a text under a format code: most show it as it is.

    >>> show_text("公园", "@"), show_text("公园", '0;0;0;"关于"@')
    ('公园', '关于公园')
    """
    if code in (GENERAL, "@", ""):
        return text
    try:
        sections = parse_code(code)
    except ValueError:
        return text
    section = sections[3] if len(sections) == 4 else sections[-1]
    if not any(token.kind is Kind.TEXT for token in section.tokens):
        return "" if len(sections) == 4 and not section.tokens else text
    return "".join(
        text if t.kind is Kind.TEXT else t.text
        for t in section.tokens
        if t.kind in (Kind.TEXT, Kind.LITERAL)
    )


def _choose(sections: Sequence[Section], value: Decimal) -> tuple[Section, bool]:
    """Choose the section for a value, and say whether the minus sign is still to be written."""
    numeric = list(sections[:3])
    if any(section.condition for section in numeric):
        for section in numeric:
            if section.condition is None or _holds(section.condition, value):
                return section, True
        raise UnknownFormat("no section for the number")
    if len(numeric) == 1 or value > 0:
        return numeric[0], True
    if value < 0:
        return numeric[1], False
    return (numeric[2] if len(numeric) == 3 else numeric[0]), False


def _holds(condition: tuple[str, Decimal], value: Decimal) -> bool:
    return bool(_COMPARE[condition[0]](value, condition[1]))


def _show(section: Section, value: Decimal) -> str:
    kinds = [token.kind for token in section.tokens]
    if Kind.TEXT in kinds or Kind.GENERAL in kinds or (not section.tokens and section.numerals):
        plain = _numeral(value, section.numerals) if section.numerals else f"{value.normalize():f}"
        whole = (Kind.TEXT, Kind.GENERAL)
        return "".join(plain if t.kind in whole else t.text for t in section.tokens) or plain
    if section.numerals:
        return _in_numerals(section, value)
    if Kind.SLASH in kinds and Kind.DIGIT in kinds:
        return _fraction(section.tokens, value)
    if Kind.EXPONENT in kinds:
        return _scientific(section.tokens, value)
    return _digits(section.tokens, value)


def _numeral(value: Decimal, style: int) -> str:
    if value != value.to_integral_value() or value >= 10**16 or style not in (1, 2):
        raise UnknownFormat("numerals")
    return spell_number(int(value), style)


def _in_numerals(section: Section, value: Decimal) -> str:
    """Show a whole number in numerals where the digits of the format stand."""
    spelt, shown = _numeral(value, section.numerals), ""
    for token in section.tokens:
        if token.kind is Kind.DIGIT:
            shown, spelt = shown + spelt, ""
        elif token.kind is Kind.LITERAL:
            shown += token.text
        else:
            raise UnknownFormat("numerals")
    return shown


def _digits(tokens: Sequence[Token], value: Decimal) -> str:
    point = next((i for i, t in enumerate(tokens) if t.kind is Kind.POINT), len(tokens))
    places = [i for i, t in enumerate(tokens) if t.kind is Kind.DIGIT]
    if not places:
        return "".join(t.text for t in tokens)
    whole = [i for i in places if i < point]
    commas = [i for i, t in enumerate(tokens) if t.kind is Kind.COMMA]
    grouped = any(whole and whole[0] < i < whole[-1] for i in commas)
    scale = sum(places[-1] < i or (bool(whole) and whole[-1] < i < point) for i in commas)
    percents = sum(t.kind is Kind.PERCENT for t in tokens)
    value = value.scaleb(2 * percents - 3 * scale)
    decimals = [i for i in places if i > point]
    rounded = value.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP, context=_WIDE)
    integer, _, fraction = f"{rounded:f}".partition(".")
    shown = _fill_whole(tokens, whole, integer.lstrip("0"), grouped=grouped) if whole else {}
    shown |= _fill_fraction(tokens, decimals, fraction)
    if point < len(tokens) and not whole:
        shown[point] = integer.lstrip("0") + "."
    return "".join(
        shown.get(i, "" if t.kind is Kind.COMMA else t.text) for i, t in enumerate(tokens)
    ).strip()


def _fill_whole(
    tokens: Sequence[Token], places: Sequence[int], digits: str, *, grouped: bool
) -> dict[int, str]:
    """Fill the digits before the point from the right; the first place takes what is left over."""
    shown: dict[int, str] = {}
    count = 0

    def put(digit: str) -> str:
        nonlocal count
        count += 1
        return f"{digit}," if grouped and count > 1 and count % 3 == 1 else digit

    for place in reversed(places):
        if digits:
            shown[place], digits = put(digits[-1]), digits[:-1]
        else:
            shown[place] = {"0": put("0"), "?": " "}.get(tokens[place].text, "")
    for digit in reversed(digits):
        shown[places[0]] = put(digit) + shown[places[0]]
    return shown


def _fill_fraction(tokens: Sequence[Token], places: Sequence[int], digits: str) -> dict[int, str]:
    """Fill the digits behind the point; # drops zeros at the end."""
    shown: dict[int, str] = {}
    ending = True
    for place, digit in zip(reversed(places), reversed(digits), strict=True):
        ending = ending and digit == "0" and tokens[place].text != "0"
        shown[place] = "" if ending else digit
    return shown


def _scientific(tokens: Sequence[Token], value: Decimal) -> str:
    mark = next(i for i, t in enumerate(tokens) if t.kind is Kind.EXPONENT)
    exponent = value.adjusted() if value else 0
    mantissa = _digits(tokens[:mark], value.scaleb(-exponent))
    width = sum(t.kind is Kind.DIGIT for t in tokens[mark:])
    sign = "-" if exponent < 0 else "+" * tokens[mark].text.endswith("+")
    return f"{mantissa}E{sign}{str(abs(exponent)).zfill(width)}"


def _fraction(tokens: Sequence[Token], value: Decimal) -> str:
    """Show a mixed fraction: # ?/? or # ??/??, or over a fixed denominator (0/4)."""
    slash = next(i for i, t in enumerate(tokens) if t.kind is Kind.SLASH)
    behind = "".join(t.text for t in tokens[slash + 1 :]).strip()
    before = "".join(t.text for t in tokens[:slash]).split()
    if not before or not behind:
        raise UnknownFormat("fraction")
    if behind.isdigit() and behind.strip("0"):
        bottom = int(behind)
        near = Fraction(round(Fraction(value) * bottom), bottom)
    else:
        bottom = 0
        near = Fraction(value).limit_denominator(10 ** min(4, len(behind)) - 1)
    whole = near.numerator // near.denominator if len(before) > 1 else 0
    rest = near - whole
    if not rest:
        return str(whole)
    top, bottom = (int(rest * bottom), bottom) if bottom else (rest.numerator, rest.denominator)
    return f"{whole} {top}/{bottom}" if whole else f"{top}/{bottom}"
