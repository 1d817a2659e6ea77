"""What stands around a table: disclosure metadata, notes, and the furniture of a web page."""

from __future__ import annotations

from random import Random

from tests.exam.words.units import District


def notice(rng: Random, district: District, year: int, month: int) -> list[tuple[str, str]]:
    """Write the disclosure record: label and value, in random choice and order."""
    day = f"{year}-{min(month + 1, 12):02}-{rng.randint(1, 28):02}"
    pairs = [
        (
            "索引号",
            f"11{rng.randint(100000, 999999)}{rng.randint(1000000, 9999999)}{rng.choice('ABCDXYK')}/{year}-{rng.randint(1000, 99999)}",
        ),
        (
            rng.choice(("发布机构", "发布单位", "发文机关")),
            district.level + rng.choice(("府办", "政府办", "发改局")),
        ),
        (rng.choice(("成文日期", "生成日期")), day),
        (rng.choice(("发布日期", "公开日期")), day),
        ("主题分类", rng.choice(("政务公开", "综合政务", "重点民生"))),
        ("组配分类", rng.choice(("区政府工作", "民生实事"))),
        ("公开方式", "主动公开"),
        ("公开范围", "面向全社会"),
        ("体裁分类", rng.choice(("其他", "报告", "通知"))),
        ("有效性", "有效"),
    ]
    count = rng.randint(3, len(pairs))
    kept = sorted(rng.sample(range(len(pairs)), count))
    return [pairs[n] for n in kept]


def notes(rng: Random, words: tuple[str, ...]) -> list[str]:
    """Write the notes under a table: how to fill it in, or who made it."""
    if rng.random() < 0.4:
        shown = "、".join(words) if words else "正常、滞后、办结"
        return [
            rng.choice(("填报说明:", "填表说明:"))
            + "1.完成情况:简要说明工作进展,字数控制在100字左右;",
            f"2.进度状态:分为{shown},对照目标如实填报;",
            "3.情况说明:滞后项目须说明原因和下步计划,其他项目无需填报。",
        ]
    return rng.choice(
        (
            ["注:以上数据由各牵头单位提供。"],
            ["备注:本表统计口径截至当月月底。"],
            ["说明:1.进度以现场核查为准;", "2.投资额为估算数。"],
        )
    )


def furniture(rng: Random) -> tuple[list[str], list[str]]:
    """Write what a web page prints before and after its text."""
    top = rng.sample(
        [
            "首页 > 政务公开 > 民生实事",
            "关怀版 无障碍",
            "【字号 大 中 小】",
            "打印本页 关闭窗口",
            "浏览次数:1024",
        ],
        rng.randint(1, 3),
    )
    bottom = rng.sample(
        [
            "扫一扫在手机打开当前页",
            "当前页二维码",
            "相关文章",
            "附件下载",
            "主办:区人民政府办公室",
            "网站地图 | 联系我们",
        ],
        rng.randint(1, 3),
    )
    return top, bottom
