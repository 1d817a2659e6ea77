"""What stands around a table: navigation, metadata, contacts, statistics, notes, calendars."""

from __future__ import annotations

from tests.layouts.drawn import Draw


def _table(*rows: str) -> str:
    lines = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


NAVIGATION = _table("首页|政务公开|政务服务|互动交流|走进云溪")
METADATA = _table(
    "索引号|0032-2031/0417|主题分类|民生",
    "发布机构|云溪区人民政府办公室|成文日期|2031-10-08",
    "名称|2031年云溪区民生实事项目9月进展情况表|文号|",
)
CONTACTS = _table("序号|单位|联系人|联系电话", "1|区教育局|陆远帆|6688012", "2|石埠镇|方朔|6688013")
STATISTICS = _table(
    "指标名称|计量单位|本月|1-9月累计|同比增长(%)",
    "社会消费品零售总额|亿元|12.5|110.2|5.1",
    "财政收入|亿元|3.2|28.8|-1.2",
)
CALENDAR = _table("日|一|二|三|四|五|六", "1|2|3|4|5|6|7", "8|9|10|11|12|13|14")
SATISFACTION = _table(
    "序号|项目名称|满意(票)|基本满意(票)|不满意(票)|测评等次",
    "1|新建学校|201|12|3|满意",
    "2|修建公厕|180|20|16|满意",
)
BALLOT = _table("序号|候选项目|得票数|是否入选", "1|新建学校|231|是", "2|修建公厕|98|否")

BEFORE = [
    NAVIGATION,
    METADATA,
    "<p>索引号:0032-2031/0417 发布日期:2031-10-09</p>",
    "<p>当前位置:首页>政务公开</p>",
    CALENDAR,
]
AFTER = [
    CONTACTS,
    STATISTICS,
    SATISFACTION,
    BALLOT,
    "<p>填报说明:</p><p>1.进展情况控制在100字左右。</p><p>2.滞后项目须说明原因。</p>",
    "<p>注:数据由各责任单位报送。</p>",
    "<p>联系人:陆远帆</p><p>打印 关闭</p>",
]


def before(draw: Draw) -> list[str]:
    """Draw what stands before the table."""
    return draw.sample(BEFORE, draw.choice([0, 0, 1, 2]))


def after(draw: Draw) -> list[str]:
    """Draw what stands after the table."""
    return draw.sample(AFTER, draw.choice([0, 0, 1, 2]))
