"""Clerks who do one odd thing, and the rest as anybody does."""

from __future__ import annotations

from tests.exam.clerks.habits import Clerk, star_behind, star_lines, star_shuffled
from tests.exam.clerks.wording import listed

_ITEM = "item:目标任务|项目名称|内容与要求|建设内容|主要任务|实事内容|具体内容"
_REPORT = (
    "progress:进展情况|完成情况|落实情况|目前进展情况|推进情况|{m}月完成情况|完成情况(1-{m}月)"
)
_LEADER = "leaders?:区领导|分管领导|牵头领导|责任领导"
_PLAN = "{y}年{d}民生实事项目目标任务责任分解表"

ODDITIES = (
    Clerk(
        "heads each section with a leader, and numbers it from 1",
        f"code:序号 {_ITEM} lead_units:责任单位|牵头单位 support_units?:配合单位 goal?:{{m}}月份目标 {_REPORT} remark?:备注",
        over="leader",
        codes=("run", "restart"),
    ),
    Clerk(
        "gives each leader a table",
        f"code:序号 {_ITEM} lead_units:责任单位|牵头单位 support_units?:配合单位 {_REPORT}",
        over="leader with a table each",
        codes=("run", "restart"),
        files=frozenset({"apart"}),
    ),
    Clerk(
        "merges themes and hides a column of identifiers",
        f"code:序号 theme:类别|大类 {_ITEM} {_LEADER} lead_units:牵头单位 support_units:配合单位 goal?:{{m}}月份目标 {_REPORT} status?:进度状态 remark:备注",
        codes=("run", "run", "theme"),
        files=frozenset({"ids"}),
    ),
    Clerk(
        "prints header and theme again on the next sheet",
        f"theme:项目类别|重点工作 code:序号 {_ITEM} lead_units:牵头单位 support_units:配合单位 {_REPORT}",
        codes=("run", "dotted"),
        again=0.15,
    ),
    Clerk(
        "adds who to call",
        f"code:序号 theme?:类别 {_ITEM} lead_units:责任单位 {_LEADER} {_REPORT} percent?:完成率 remark?:备注",
        contacts=True,
    ),
    Clerk(
        "sets the goals of four quarters beside that of the year",
        f"code:序号 theme:类别|重点工作 item:年度目标任务|全年目标任务|年度目标 quarters: lead_units:责任单位 support_units?:配合单位 {_LEADER}",
        title=_PLAN,
    ),
    Clerk(
        "sets who is responsible over who leads and who helps",
        f"code:序号 theme?:类别 {_ITEM} lead_units:责任单位/牵头单位 support_units:责任单位/配合单位 {_LEADER} goal?:{{q}}季度计划目标 {_REPORT}",
    ),
    Clerk(
        "stars who leads",
        f"code:序号 theme?:类别 {_ITEM} star:责任★及配合单位|责任单位★及配合单位 {_LEADER} {_REPORT}",
        star=star_lines,
    ),
    Clerk(
        "stars who leads, somewhere in the list",
        f"code:序号 {_ITEM} star:责任★及配合单位 {_REPORT} remark?:备注",
        star=star_shuffled,
        title="{y}年{d}惠民实事推进情况(1-{m}月)",
    ),
    Clerk(
        "sets the star behind the name",
        f"code:序号 theme?:类别 {_ITEM} star:责任单位(★为牵头单位) {_REPORT}",
        star=star_behind,
    ),
    Clerk(
        "colours the status",
        f"code:序号 theme?:类别 {_ITEM} lead_units:牵头单位 support_units?:配合单位 goal?:{{m}}月计划进度 progress:工作进度/完成情况 status:工作进度/进度状态 explanation:工作进度/情况说明",
        statuses=("正常", "滞后", "较慢", "部分滞后", "未启动", "超额完成"),
        files=frozenset({"coloured"}),
    ),
    Clerk(
        "says where the money comes from",
        f"code:序号 theme:类别 {_ITEM} investment:总投资(万元)|计划投资额(万元) fund:资金来源 lead_units:责任单位 due?:完成时限 {_REPORT} percent?:形象进度(%)",
        merging="blank",
        total=0.5,
        files=frozenset({"dates"}),
    ),
    Clerk(
        "writes no table but blocks, and lists within an item",
        f"code:序号 theme?:类别 item:目标任务|项目内容 lead_units:责任单位 support_units?:配合单位 {_LEADER} {_REPORT} explanation?:情况说明",
        items=listed,
        separators=("、", ","),
        files=frozenset({"blocks"}),
    ),
)
