from dataclasses import replace

import pytest

from shishi.findings import message
from shishi.places import Place, Text
from shishi.records import Role, Stretch
from shishi.rulebook import load_rulebook
from shishi.rules.personal_data import check
from shishi.rules.subject import build_subject
from tests.rules.pages import make_page, make_subject

# Numbers of nobody: the check digits are right, the places and days are made up.
IDENTITY = "11010119900307803X"
CARD = "6222020200112233445"[:18]
MOBILE = "13800000000"


def check_digit(body):
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(d) * w for d, w in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]


def luhn(body):
    for digit in "0123456789":
        number = [int(d) for d in reversed(body + digit)]
        doubled = [n * 2 if i % 2 else n for i, n in enumerate(number)]
        if sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0:
            return body + digit
    raise AssertionError


IDENTITY = check_digit("11010119900307803")
CARD = luhn("622202020011223344")


def kinds(text, field="remark"):
    return [f.facts["kind"]["en"] for f in check(make_subject({field: text}))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"联系人身份证号{IDENTITY}。", "identity number"),
        (f"身份证号码:{IDENTITY[:6]} {IDENTITY[6:14]} {IDENTITY[14:]}", "identity number"),
        (IDENTITY.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789X"}), "identity number"),
        (IDENTITY.lower(), "identity number"),
        (f"电话{MOBILE}", "mobile number"),
        ("联系方式:138 0000 0000(周宁)", "mobile number"),
        ("138-0000-0000", "mobile number"),
        ("１３８００００００００", "mobile number"),
        ("+86 13800000000", "mobile number"),
        (f"补贴打入{CARD}", "bank card number"),
        (f"卡号:{CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:16]} {CARD[16:]}", "bank card number"),
    ],
)
def test_number_of_a_person_blocks_publication(text, kind):
    assert kinds(text) == [kind]


def test_two_numbers_side_by_side_are_two():
    assert kinds("13800000000、13900000001") == ["mobile number"] * 2
    assert kinds("13800000000 13900000001") == ["mobile number"] * 2
    assert kinds("13800000000 13000") == ["mobile number"]


@pytest.mark.parametrize(
    "text",
    [
        "索引号 11330999002954449B/2024-198521",
        "统一社会信用代码91330206MA2AF0000X",
        "113302060029544491",
        "项目代码2018-330206-13-03-012345-000",
        "项目编号:13800000000",
        "合同号13800000000",
        "A13800000000",
        "13800000000B",
        "总投资13800000000元",
        "12345678901",
        "0574-86780000",
        "2031126项",
        "截至20311024",
        IDENTITY[:-1] + ("1" if IDENTITY[-1] != "1" else "2"),
        check_digit("11010119901307803"),
        check_digit("99010119900307803"),
        check_digit("11010110900307803"),
        CARD[:-1] + str((int(CARD[-1]) + 1) % 10),
        "9" + CARD[1:],
        "3.13800000000",
        "138000000001234567890123456789",
        "",
    ],
)
def test_code_or_amount_or_number_that_checks_badly_passes(text):
    assert kinds(text) == []


def test_identity_number_is_found_although_its_label_says_number():
    assert kinds(f"身份证编号:{IDENTITY}") == ["identity number"]


def test_finding_names_the_place_and_never_the_number():
    (finding,) = check(make_subject({"progress": f"电话{MOBILE}。"}))

    assert finding.severity == "blocks"
    assert finding.place.field == "progress"
    assert finding.place.characters == (2, 13)
    assert finding.facts == {
        "order": 1,
        "kind": {"zh": "手机号码", "en": "mobile number"},
        "masked": "138…00",
    }
    assert MOBILE not in message(finding, "zh") + message(finding, "en") + repr(finding)


def test_columns_nobody_knows_and_the_page_around_the_table_are_searched_too():
    page = make_page({"item": "甲"})
    text = Text(f"联系人{MOBILE}", Place(part="text 1", line=9))
    record = replace(page.records[0], other={"联系方式": text})
    stretches = (Stretch(text, Role.PARAGRAPH), Stretch(text, Role.CELL, 1))
    page = replace(page, records=(record,), stretches=stretches)

    first, second = check(build_subject(page, {}, rulebook=load_rulebook("default")))

    assert first.facts["order"] == 1
    assert "order" not in second.facts
    assert (second.place.line, second.place.characters) == (9, (3, 14))
