"""A text that will be published holds nobody's identity number, mobile number or bank card.

Authority: the Personal Information Protection Law, and Regulations on Open Government Information, art. 15.
An identity number is told by its birthday and check digit, a card by its first digits and Luhn's, a
mobile number by its form; full-width digits and blanks between them hide nothing. Digits that belong to
a longer code (索引号, 统一社会信用代码, 项目代码) are none. The finding never repeats what it found.
Example: 联系人及手机号 left in a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import cycle

from shishi.findings import About, Finding, Severity
from shishi.places import Place, Text
from shishi.records import Page, Role
from shishi.rules.subject import Subject
from shishi.text.characters import Script, fold

CODE = "personal-data"
SEVERITY = Severity.BLOCKS

# A run of digits with blanks, dots or dashes between; what touches a letter, a digit, / or 〔 is a code.
_RUN = re.compile(
    r"(?<![0-9A-Za-z/〔\[_.-])[0-9](?:[ .\-]?[0-9]){9,18}[Xx]?(?![0-9A-Za-z/〕\]_-]|\.[0-9]|[元万亿人个平吨户])"
)
_PART = re.compile(r"(?<![0-9.\-])[0-9]{11,18}[Xx]?(?![0-9.\-])")
_CODE_BEFORE = re.compile(
    r"(?:代码|编号|编码|证号|文号|索引号|单号|票号|批号|项目号|合同号)[为是:：\s]*$"
)
_IDENTITY_BEFORE = re.compile(r"身份证(?:件)?(?:号码?|编号|证号)?[为是:：\s]*$")
_PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_MOBILE = re.compile(r"(?:00)?(?:86)?1[3-9][0-9]{9}")
_CARD = re.compile(r"(?:62[0-9]{14,17}|[45][0-9]{15})")
_KINDS = {
    "identity": {"zh": "身份证号码", "en": "identity number"},
    "mobile": {"zh": "手机号码", "en": "mobile number"},
    "card": {"zh": "银行卡号", "en": "bank card number"},
}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a number of a person, wherever on the page it stands."""
    for record in subject.page.records:
        for name, text in record.texts.items():
            yield from _search(text, record.spot(name), order=record.order)
        for text in record.other.values():
            yield from _search(text, record.place, order=record.order)
    yield from _search_around(subject.page)


def _search_around(page: Page) -> Iterator[Finding]:
    for stretch in page.stretches:
        if stretch.role in (Role.PARAGRAPH, Role.RULE, Role.TITLE):
            yield from _search(stretch.text, stretch.text.place, order=None)


def _search(text: Text, place: Place, *, order: int | None) -> Iterator[Finding]:
    folded = fold(text.value, Script.SIMPLIFIED)
    for run in _RUN.finditer(folded.plain):
        before = folded.plain[max(0, run.start() - 12) : run.start()]
        if _CODE_BEFORE.search(before) and not _IDENTITY_BEFORE.search(before):
            continue
        for start, end, digits in _read_run(run):
            if kind := _kind_of(digits):
                facts: dict[str, object] = {
                    "kind": _KINDS[kind],
                    "masked": f"{digits[:3]}…{digits[-2:]}",
                }
                if order is not None:
                    facts["order"] = order
                spot = place._replace(characters=folded.printed_span(start, end))
                yield Finding(CODE, About.CONTENT, SEVERITY, spot, facts)


def _read_run(run: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Read a run of digits as one number, or else as the numbers that blanks cut it into."""
    whole = "".join(c for c in run[0] if c.isalnum()).upper()
    if _kind_of(whole):
        yield run.start(), run.end(), whole
        return
    for part in _PART.finditer(run[0]):
        yield run.start() + part.start(), run.start() + part.end(), part[0].upper()


def _kind_of(digits: str) -> str:
    if _is_identity(digits):
        return "identity"
    if _MOBILE.fullmatch(digits):
        return "mobile"
    return "card" if _CARD.fullmatch(digits) and _passes_luhn(digits) else ""


def _is_identity(digits: str) -> bool:
    """Say whether 18 characters are an identity number: a province, a birthday, and the check digit."""
    if len(digits) != 18 or digits[:2] not in _PROVINCES or not digits[:17].isdigit():
        return False
    try:
        born = date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    total = sum(int(d) * w for d, w in zip(digits[:17], _WEIGHTS, strict=True))
    return 1900 <= born.year < 2100 and digits[17] == _CHECK_DIGITS[total % 11]


def _passes_luhn(digits: str) -> bool:
    doubled = (int(d) * times for d, times in zip(reversed(digits), cycle((1, 2)), strict=False))
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0
