import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shishi.text import characters
from shishi.text.characters import Script, fold, guess_script, squeeze

PIECES = st.one_of(
    st.sampled_from(
        list("區實計劃于干云并年月日乾隆碶長度女綠政府 \u3000\u00a0\u200b\n\t２０％（）“”、。①㎡")
    ),
    st.sampled_from(
        ["(shí)", "(zheng)", "（lǜ）", "(kg)", "(Bin-hub)", "u\u0308", "é", "ｅ\u0301"]
    ),
    st.characters(),
    st.sampled_from(string.printable),
)
ANY_TEXT = st.lists(PIECES).map("".join)


def plain(text: str, script: Script = Script.TRADITIONAL_PINYIN) -> str:
    return fold(text, script).plain


@given(ANY_TEXT, st.sampled_from(Script))
@settings(deadline=None)  # the first text loads the tables
def test_fold_any_text_keeps_a_true_way_back(text: str, script: Script) -> None:
    folded = fold(text, script)

    assert folded.printed == text
    assert len(folded.offsets) == len(folded.plain) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text)
    assert all(offset < len(text) for offset in folded.offsets[:-1])


@given(ANY_TEXT)
def test_fold_what_is_folded_stays_the_same(text: str) -> None:
    once = plain(text, Script.SIMPLIFIED)

    assert plain(once, Script.SIMPLIFIED) == once


@given(st.text(alphabet="建成公园座条年月日0123456789,.;:()%“”、。①★㎡—\n "))
def test_fold_plain_text_is_untouched(text: str) -> None:
    folded = fold(text, Script.SIMPLIFIED)

    assert folded.plain == text
    assert folded.offsets == tuple(range(len(text) + 1))


def fold_step_by_step(text: str, monkeypatch: pytest.MonkeyPatch) -> characters.Folded:
    with monkeypatch.context() as patch:
        patch.setattr(characters, "_foldable", lambda: characters._ANYTHING)
        return characters._fold(text, Script.SIMPLIFIED)


def test_fold_short_way_gives_for_every_character_what_all_steps_give(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ranges = (range(0xD800), range(0xE000, 0x20000), range(0x2F800, 0x2FA20))
    text = "\x00e".join(chr(c) for codes in ranges for c in codes)

    assert characters._fold(text, Script.SIMPLIFIED) == fold_step_by_step(text, monkeypatch)
    steady = [c for c in text if not characters._foldable().search(c)]
    assert len(set(steady)) > 20_000
    assert "".join(steady) == fold_step_by_step("".join(steady), monkeypatch).plain


@pytest.mark.parametrize(
    "odd", ["區", "，", "○", "\u200b", "\u0301", "가\u11a8", "⼀", "\ud800", "𠮷"]
)
def test_fold_short_way_is_not_taken_by_a_text_with(odd: str) -> None:
    assert characters._foldable().search(f"新建{odd}2条")


@given(ANY_TEXT)
@settings(deadline=None)  # the first annotated text loads a dictionary
def test_guess_script_sure_at_a_glance_is_what_counting_gives(text: str) -> None:
    counted = [sum(c in telling for c in text) for telling in characters._telling()]
    if guess_script(text) is Script.SIMPLIFIED:
        assert counted[0] >= counted[1]
    else:
        assert counted[0] <= counted[1]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("２０２４年（一）：８０％；", "2024年(一):80%;"),
        ("完成\u3000\u00a080 %", "完成  80 %"),
        ("道\u200b路\ufeff", "道路"),
        ("⼀座⽔库", "一座水库"),
        ("二○二四年", "二〇二四年"),
        ("「安心」", "“安心”"),
        ("2024–2026年", "2024-2026年"),
        ("乾隆橋、乾燥", "乾隆桥、干燥"),
    ],
)
def test_fold_characters_of_one_meaning_become_one(printed: str, expected: str) -> None:
    assert plain(printed) == expected


@pytest.mark.parametrize(
    "printed", ["“书房”、。", "①★▲", "500㎡", "Ⅱ期", "25℃", "南路—北路", "○ 备注"]
)
def test_fold_characters_with_a_meaning_of_their_own_stay(printed: str) -> None:
    assert plain(printed) == printed


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("實(shí)事項(xiàng)目", "实事项目"),
        ("辦(ban)公廳(ting)", "办公厅"),
        ("政(zheng)(zheng)府(fu)", "政府"),
        ("綜合政務（zhèng wù）公開", "综合政务公开"),
        ("重點(zhòngdiǎn)工程", "重点工程"),
        ("綠(lǜ)道、女(nü)性、旅(lu\u0308\u030c)游", "绿道、女性、旅游"),
        ("公(ɡōnɡ)園", "公园"),
        ("實(shi\u0301)事", "实事"),
        ("銀行(háng)、行(xíng)人", "银行、行人"),
    ],
)
def test_fold_readings_in_brackets_are_taken_out(printed: str, expected: str) -> None:
    assert plain(printed) == expected


@pytest.mark.parametrize(
    "printed",
    [
        "重量(kg)",
        "长度(m)",
        "总量(t)",
        "空间(Bin-hub)",
        "水泥(shui)",
        "(shí)事",
        "A(a)",
        "政府(ZF)",
        "路灯(led)",
    ],
)
def test_fold_brackets_that_are_no_reading_stay(printed: str) -> None:
    assert plain(printed) == printed


def test_fold_half_a_surrogate_pair_stays() -> None:
    assert plain("\ud800區") == "\ud800区"


class Lengthening:
    def convert(self, text: str) -> str:
        return {"區": "区", "府": "政府"}.get(text, text + "!")


def test_fold_where_a_phrase_would_change_its_length_characters_are_converted_singly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(characters, "_converter", Lengthening)

    folded = fold("區府", Script.TRADITIONAL)

    assert (folded.plain, folded.offsets) == ("区府", (0, 1, 2))


@pytest.mark.parametrize("script", [Script.SIMPLIFIED, Script.TRADITIONAL])
def test_fold_in_a_page_without_pinyin_readings_stay(script: Script) -> None:
    assert plain("实(shí)事", script) == "实(shí)事"


def test_printed_span_of_a_word_with_readings_takes_them_in() -> None:
    folded = fold("新建實(shí)驗(yàn)學校", Script.TRADITIONAL_PINYIN)

    start, end = folded.printed_span(2, 4)

    assert folded.plain[2:4] == "实验"
    assert folded.printed[start:end] == "實(shí)驗(yàn)"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("區教育局開設班級,計劃于6月完成,干部交流、白云路并行", Script.TRADITIONAL),
        ("区教育局开设班级,陳列馆开放", Script.SIMPLIFIED),
        ("乾隆年间建的桥已经修复", Script.SIMPLIFIED),
        ("2024年10月", Script.SIMPLIFIED),
        ("", Script.SIMPLIFIED),
        ("區(qū)教育局開(kāi)設(shè)班級", Script.TRADITIONAL_PINYIN),
        ("政(zheng)(zheng)府工作", Script.TRADITIONAL_PINYIN),
        ("區內道路長度(m)、總量(t)", Script.TRADITIONAL),
        ("区(qū)内道路总长开设班级", Script.SIMPLIFIED),
    ],
)
def test_guess_script_of_a_page_follows_what_most_of_it_is(text: str, script: Script) -> None:
    assert guess_script(text) is script


@pytest.mark.parametrize(
    ("broken", "whole"),
    [("序 号", "序号"), ("目标\n任务\u3000", "目标任务"), ("\u00a0", ""), ("序号", "序号")],
)
def test_squeeze_a_broken_word_makes_it_whole(broken: str, whole: str) -> None:
    assert squeeze(broken) == whole
