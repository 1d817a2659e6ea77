"""Header words and titles as districts print them, many words for one meaning."""

from __future__ import annotations

from random import Random

SERIAL = ("序号", "序号", "序号", "编号")
THEME = ("类别", "大类", "项目类别", "重点工作", "指标类别")
ITEM = (
    "目标任务",
    "目标任务",
    "项目名称",
    "项目名称",
    "项目内容",
    "内容与要求",
    "主要内容",
    "考核指标",
    "项目目标",
    "建设内容",
    "主要任务",
    "全年目标任务",
    "工作任务",
    "实事内容",
    "民生实事",
    "指标名称",
    "工作内容",
    "子项目",
    "具体内容",
    "项目内容及居民受益面",
    "实施内容及工作目标",
    "主要工作任务",
)
LEAD = (
    "责任单位",
    "责任单位",
    "责任单位",
    "牵头单位",
    "牵头单位",
    "责任部门",
    "业主单位",
    "主要责任单位",
)
SUPPORT = ("配合单位", "配合单位", "配合单位", "相关单位", "协同单位", "协同配合单位")
STARRED = ("责任★及配合单位", "责任单位(★为牵头单位)", "责任单位")
LEADER = ("区领导", "分管领导", "区政府分管领导", "牵头领导", "责任领导", "具体分管领导")
LEVEL = ("层级", "项目层级", "级别", "项目级别")
MONEY = ("总投资(万元)", "计划投资额(万元)", "计划投资(万元)", "年度计划投资(万元)", "投资额(万元)")
PERCENT = (
    "形象进度(%)",
    "完成率",
    "完成率(%)",
    "完成比例(%)",
    "累计进度",
    "实际完成率%",
    "任务完成率",
    "完成百分比",
)
STATUS = ("进度状态", "进度状态", "是否达序", "完成成效", "进展状态", "推进状态")
EXPLANATION = ("情况说明", "情况说明", "原因说明")  # 说明 alone may as well be a remark
REMARK = ("备注",)
OTHERS = ("市折子号", "点位数", "联系电话", "所属年度")

STATUSES = (
    ("正常", "超前", "滞后", "办结"),
    ("已完成", "正常推进", "滞后", "超额完成"),
    ("按序时", "超序时", "慢序时"),
    ("绿灯", "黄灯", "红灯"),
    ("完成任务", "超额完成", "未完成", "基本完成"),
    ("已完工", "正常", "偏慢", "未启动"),
    ("正常", "部分滞后", "严重滞后", "办结", "完成", "提前完成"),
    ("与时间进度同步", "超时间进度", "暂缓", "待验收"),
    ("正常", "较慢", "暂停", "已办结"),
)
REACHED = ("是", "否")

_KINDS = (
    "民生实事项目",
    "政府民生实事项目",
    "实事项目",
    "为民办实事项目",
    "十大民生实事项目",
    "重点民生实事",
    "惠民实事项目",
    "民生工程",
    "民心工程",
)


def goal_word(rng: Random, month: int) -> str:
    """Name the column of the goals of a period."""
    quarter = "一二三四"[(month - 1) // 3]
    return rng.choice(
        (
            f"{quarter}季度计划目标",
            f"{month}月份目标",
            f"{month}月计划进度",
            f"{month}月工作计划",
            "阶段目标",
            "月度工作计划",
            "节点目标",
            "年度进度计划",
            "目标进度",
        )
    )


TIME_LIMIT = "完成时限"


def report_word(rng: Random, month: int) -> str:
    """Name the column of what was done."""
    return rng.choice(
        (
            "进展情况",
            "进展情况",
            "完成情况",
            "完成情况",
            "实际完成情况",
            "落实情况",
            "目前进展情况",
            "推进情况",
            "当前进度",
            f"{month}月完成情况",
            f"截至{month}月底进展情况",
            f"1-{max(month, 2)}月推进情况",
            f"完成情况(1-{max(month, 2)}月)",
            "工作进展",
        )
    )


def title(rng: Random, name: str, year: int, month: int) -> str:
    """Write the title of the page, "" for a page without one."""
    kind = rng.choice(_KINDS)
    quarter = "一二三四"[(month - 1) // 3]
    level = name[-1]
    return rng.choice(
        (
            f"{year}年{level}{kind.removeprefix('政府')}{month}月进度表",
            f"{name}{year}年{kind}{month}月份进展情况",
            f"{year}年度{name}{kind}推进情况(1-{max(month, 2)}月)",
            f"{year}年{name}{kind}目标任务责任分解表",
            f"{name}{year}年{kind}完成情况一览表",
            f"{name}{year}年第{quarter}季度{kind}进展情况汇总表",
            f"{year}年{level}政府民生实事项目进展表(截至{month}月底)",
            f"关于{name}{year}年{kind}{month}月进展情况的公示",
            f"{name}{kind}实施计划({year}年)",
            "",
        )
    )


def spread(rng: Random, word: str, ends: str) -> str:
    """Break a header word as pages do: spaces between its characters, or a line end inside it."""
    if len(word) < 2 or rng.random() > 0.22:
        return word
    if len(word) <= 3 or rng.random() < 0.3:
        return " ".join(word) if "(" not in word else word
    middle = word.index("(") if "(" in word and rng.random() < 0.8 else len(word) // 2
    return word[:middle] + ends + word[middle:]
