import json
from pathlib import Path

import pytest

from shishi.readers import read
from shishi.readers.mojibake import find_mojibake
from shishi.readers.sniff import decode

CASES = json.loads(
    (Path(__file__).parents[1] / "cases/readers/encodings.json").read_text(encoding="utf-8")
)
WORDS = "大碶街道新建公园2座,镕基路竣工。"


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_decode_reads_every_encoding_an_office_uses(case):
    data = bytes.fromhex(case.get("mark", "")) + case["text"].encode(case["codec"])
    text, encoding = decode(data + bytes.fromhex(case.get("tail", "")))

    assert text == case["text"] + "\ufffd" * case.get("lost", 0)
    assert encoding == case["encoding"]


def codes(text, encoding=""):
    return [finding.code for finding in find_mojibake(text, encoding)]


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_mojibake_of_western_letters_is_proposed_to_be_mended(codec):
    twice = "任务校改桥".encode().decode(codec)

    [found] = find_mojibake(f"项目:{twice}2座", "utf-8")
    assert (found.code, found.facts["repaired"]) == ("mojibake", "任务校改桥")


def test_mojibake_of_a_page_encoded_twice_leaves_the_words_as_they_are():
    twice = WORDS.encode().decode("latin-1").encode()

    document = read(twice, "a.txt")
    assert document.parts[0].paragraphs[0].text.value.startswith("å¤§")
    assert [f.code for f in document.findings] == ["mojibake"]
    assert document.findings[0].facts["repaired"] == "大碶街道新建公园"


def test_mojibake_of_utf8_among_gbk_is_proposed_to_be_mended():
    mixed = (WORDS * 4).encode("gbk") + "文化惠民工程".encode() + WORDS.encode("gbk")

    document = read(mixed, "a.txt")
    assert [f.code for f in document.findings] == ["mojibake"]
    assert document.findings[0].facts["repaired"] == "文化惠民工程"


def test_mojibake_that_cannot_be_mended_is_told():
    assert codes("新建锟斤拷公园") == ["characters-given-up"]


def test_private_characters_are_told_with_their_numbers():
    [found] = find_mojibake("甲\ue5e5乙\ue5e5", "gb18030")

    assert found.code == "private-characters"
    assert found.facts == {"count": 2, "codes": ["U+E5E5"]}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WORDS * 20, "gb18030"),
        ("鐢垫瀵煎潧镇水利站", "gb18030"),
        ("Café à la carte, naïve façade; 25 °C ± 2 µm", "utf-8"),
        ("élève – “très bien” …", "utf-8"),
        ("共青团、妇联 1.5‰ 20℃", "utf-8"),
        ("區政府實事項目進度表", "big5hkscs"),
    ],
)
def test_words_in_order_raise_no_doubt_of_mojibake(text, encoding):
    assert codes(text, encoding) == []


@pytest.mark.parametrize(
    "label", ["unicode_escape", "raw_unicode_escape", "undefined", "punycode", "cp037", "no-such"]
)
def test_codec_that_no_page_is_in_is_not_believed(label):
    page = f"<meta charset={label}>新建公园2座 \\ud800"

    assert decode(page.encode("gb18030")) == (page, "gb18030")


@pytest.mark.parametrize(("label", "text"), [("shift_jis", "道路工事の進捗"), ("koi8-r", "школа")])
def test_encoding_of_another_country_is_believed_where_the_page_says_so(label, text):
    page = f"<meta charset={label}>{text}"

    assert decode(page.encode(label)) == (page, label)
