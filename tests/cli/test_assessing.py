from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

HEAD = "云溪区2031年民生实事项目{month}月进展表\n序号 | 项目名称 | 牵头单位 | {month}月目标 | 进展情况 | 进度状态\n"
MAY = "1 | 修缮廊桥60座 | 住建局 | 累计修缮20座 | 累计修缮廊桥19座 | 正常\n2 | 添置渔船8艘 | 交通局 | 完成招标 | 已完成招标 | 正常\n"
JUNE = "1 | 修缮廊桥60座 | 住建局 | 累计修缮24座 | 累计修缮廊桥25座 | 正常\n"


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    may, june = tmp_path / "may.txt", tmp_path / "june.txt"
    may.write_text(HEAD.format(month=5) + MAY, encoding="utf-8")
    june.write_text(HEAD.format(month=6) + JUNE, encoding="utf-8")
    return may, june


def assess(shishi: Run, june: Path, *options: object) -> str:
    code, printed, said = shishi("assess", june, "--on", "2031-07-03", "--lang", "zh", *options)
    assert (code, said) == (0, "")
    return printed


def test_assess_beside_an_earlier_page_says_what_changed(
    shishi: Run, pages: tuple[Path, Path]
) -> None:
    may, june = pages
    out = assess(shishi, june, "--previous", may)

    assert "较上期：“60座”由19座增加到25座。" in out
    assert "# 上期有、本期没有的：上期第2条" in out


def test_assess_beside_an_earlier_page_forecasts_from_both(
    shishi: Run, pages: tuple[Path, Path]
) -> None:
    may, june = pages
    out = json.loads(assess(shishi, june, "--json", "--previous", may))

    (forecast,) = out["assessments"][0]["forecasts"]
    assert [point["actual"] for point in forecast["points"]] == ["19", "25"]
    assert [(c["order"], c["previous"]) for c in out["changes"]] == [(1, 1), (None, 2)]


def test_assess_of_one_page_speaks_of_no_change(shishi: Run, pages: tuple[Path, Path]) -> None:
    out = json.loads(assess(shishi, pages[1], "--json"))

    assert "changes" not in out
    assert out["assessments"][0]["forecasts"][0]["reasons"][0]["code"] == "forecast-since-january"


def test_assess_says_where_a_number_leads(shishi: Run, pages: tuple[Path, Path]) -> None:
    out = assess(shishi, pages[1])

    assert "照此速度，年底预计50座，达不到60座" in out
    assert "较上期" not in out
