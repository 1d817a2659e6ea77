"""Headers in which a reading in brackets stands behind each traditional character."""

import pytest

from tests.layouts.invented import column, html, page_of

LEADS = "責(zé)任單(dān)位(標(biāo)★爲(wèi)牽(qiān)頭(tóu))"
ROWS = (
    "1 | 新建驛(yì)站9個(gè) | ★縣(xiàn)總(zǒng)工會(huì)、縣(xiàn)民政局 | 已開(kāi)工2個(gè)",
    "2 | 改造農(nóng)貿(mào)市場(chǎng)3處(chù) | ★縣(xiàn)商務(wù)局 | 已開(kāi)工1處(chù)",
)


def header(leads):
    return f"序號(hào) | 項(xiàng)目內(nèi)容 | {leads} | 進(jìn)展情況(kuàng)"


@pytest.mark.parametrize("leads", [LEADS, "責(zé)任單(dān)位"])
def test_header_word_is_no_longer_than_its_characters_without_their_readings(leads):
    page = page_of(html(header(leads), *ROWS), "云溪.html")
    assert column(page, "code") == ["1", "2"]


def test_sentence_as_long_without_readings_is_no_header_word():
    sentence = "各责任单位已经于九月底之前把所承担的各项任务的进展情况报到区政府督查室并在网上公布"
    assert len(sentence) > 40
    page = page_of(html(f"序号 | 项目内容 | {sentence} | 进展情况", *ROWS), "云溪.html")
    assert not page.headers
