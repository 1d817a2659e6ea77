"""Invented pages for the five layouts, the same in every form that a writer makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from shishi.layouts import extract
from shishi.readers import read
from shishi.records import Page
from shishi.rulebook import load_rulebook
from shishi.street import measure_page
from shishi.writers.exchange import to_exchange

MONTH = """<p>2031年云溪区政府民生实事项目10月进度表
<p>发布时间: 2031-11-05 来源: 云溪区督查室
<table>
<tr><th rowspan=2>序号<th colspan=2>目标任务<th rowspan=2>区领导<th rowspan=2>牵头单位<th rowspan=2>配合单位
<th rowspan=2>四季度计划目标<th colspan=3>工作进度
<tr><th>重点工作<th>主要内容<th>10月完成情况<th>进度状态<th>情况说明
<tr><td rowspan=2>1<td rowspan=2>校园扩容<td>新建云溪三小。<td>陆远帆<td>教育局、城投公司<td>柳湖街道、石埠镇
<td>主体结顶,累计完成工程量的60%。<td>主体施工至四层,累计完成45%。<td>滞后<td>因连续降雨滞后,下一步增加班组。
<tr><td>配置午休躺椅1200套。<td>陆远帆<td>教育局<td>/<td>完成验收。<td>=已到位1260套<td>办结<td>
<tr><td>2<td>便民出行<td>优化公交线路4条。<td>沈知行<td>交通局<td>各街道等部门、单位<td>开通1条。<td>开通1条。<td>正常<td>
</table>
<p>填报说明:1.本月完成情况:写明做成了什么,100字左右;
<p>2.进度状态:分为正常、超前、滞后、办结,上月办结的标注“/”;
<p>3.情况说明:滞后的项目说明原因和下步计划。"""

CANDIDATES = """<p>索引号: 8812/2031-4 公开方式: 主動公開
<p>發布機構: 雲溪區府辦 成文日期: 2031-02-03
<p>2031年雲溪區政府民生實事候選項目目標任務與責任分解表
<table>
<tr><th>序號<th>項目<th>責任單位<th>建設內容<th>總投資<br>(萬元)<th>2031年<br>目標進度
<tr><td rowspan=2>1<td rowspan=2>完善交通設施<td>區住建局<br>區城投公司<td>實施環城路提升改造工程。<td>48414<td>一季度開工,年內完成工程量的50%。
<tr><td>區交通局<td>改造危橋2座。<td>1000.50<td>6月開工,年內完工。
<tr><td>2<td>提升養老服務<td>區民政局<td>新建社區食堂6家。<td>320<td>年內完成
</table>"""

TASKS = """<p>索引号: 8812/2031-9 组配分类: 区政府工作
<p>2031年云溪区政府工作主要任务分解
<table>
<tr><th>序号<th>目标任务<th>牵头单位<th>配合单位
<tr><td>1<td>清零拆迁地块7个。<td>区征收中心<td>区住建局、区水利局等部门、单位
<tr><td>2<td>加装电梯15部。<td>区住建局<td>
<tr><td>1<td>新开工海塘5公里。<td>区水利局<td>各街道
<tr><td>2<td>高标准农田1900亩。<td>区农业农村局<td>区水利局,相关街道
</table>"""

LEVELS = """<p>2031年云溪区政府实事项目8月份进展情况
<table>
<tr><th>序号<th>项目内容及居民受益面<th>牵头单位<th>8月份目标<th>进展情况
<tr><td>1<td>新增1个共享充电示范小区(市级)<td>区发改局<td>完成安装。<td>正在建设。
<tr><td>2<td>新增老年食堂12家(市级、区级)<td>区民政局<td>累计建成6家。<td>累计建成7家  另有2家在建。
<tr><td>3<td>加装电梯200台(区级)<td>区住建局、区房管中心<td>新增30台。<td>-
</table>
<p>信息来源: 区府督查室
<p>发布日期: 2031-09-05
<p>所属类目: 实事项目进展"""

STARRED = """<table>
<tr><th colspan=2>項目類別<th>項目目標<th>責任★及配合單位<th>完成情況(1-3月)
<tr><td rowspan=3>一、教育惠民<td>1.1<td>新增學位600個。<td>★教育局<br>發改局、財政局<td>2031年一季度完成初驗。
<tr><td rowspan=2>1.2<td rowspan=2>每個街道建成學堂20個。<td>★柳湖街道<br>教育局<td>1.選址完成;<br>2.圍擋搭設。
<tr><td>★石橋街道<br>教育局<td>完成方案。
<tr><td>二、交通暢行<td>2.1<td>新增泊位1200個。<td>★住建局、★交警大隊<br>財政局<td>尚未開展。
</table>"""

PAGES = {
    "beilun-month": MONTH,
    "jiangbei-candidates": CANDIDATES,
    "beilun-tasks": TASKS,
    "baoshan-month": LEVELS,
    "binjiang-quarter": STARRED,
}
"""One page for each layout that ships, by its name."""


@cache
def page_for(layout: str) -> Page:
    """Read the invented page of a layout."""
    return page_in(PAGES[layout].encode(), f"{layout}.html")


def page_in(data: bytes, name: str) -> Page:
    """Read a file under the common rules."""
    return extract(read(data, name), rulebook=load_rulebook("default"))


def said(page: Page) -> dict[str, object]:
    """Give all that a page says, in the exchange format, without where it stands."""
    exchange = to_exchange(page, measure_page(page), findings=())
    for name in ("source", "findings", "headers"):
        exchange.pop(name, None)
    for part in ("records", "stated_rules"):
        for entry in exchange[part]:  # type: ignore[attr-defined]
            entry.pop("place")
    return exchange


def differences(before: object, after: object, at: str = "") -> Iterator[str]:
    """Name what is not the same in two plain values, one line a difference."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in before.keys() | after.keys():
            yield from differences(before.get(name), after.get(name), f"{at}.{name}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from differences(one, other, f"{at}[{index}]")
    elif before != after:
        yield f"{at}: {before!r} became {after!r}"
