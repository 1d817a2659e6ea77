"""The sentences of clerks: goals, reports, reasons and remarks, as templates whose blanks `wording` fills."""

from __future__ import annotations


def terms(text: str) -> tuple[str, ...]:
    """Take a text apart at its spaces and line ends: no term and no template holds any."""
    return tuple(text.split())


GOALS = terms("""
完成{step} 开展{step} 完成{spot}{step},启动{step} {step}、{step} {later}月底前完成{step}
力争{later}月完成{spot}{step} 确保{later}月{step}到位 计划完成{some}个点位的{step}
计划投资{many}万元,启动{step} 争取完成全年任务的{share}% 年底前全部建成并投入使用
完成总工程量的{share}% 累计完成总工程量的{share}% 完成年度任务的{share}%以上 完成{few}处改造
培训{many}人次 新增{some}个 竣工验收并投入使用 推进{place}段施工,完成{km}公里
开展摸底调查,形成清单 确定运营单位,开展内部装修 形成长效管护机制 做好选址论证 {spot}进场施工
""")
UNDATED = tuple(text for text in GOALS if "月" not in text and "年底" not in text)

REPORTS = terms("""
已完成{step} 已完成{few}处,占年度任务的{share}% 已完成{spot}{step},正在进行{step}
已全部完工并通过竣工验收 已确定选址方案,正在办理用地手续 已投用{few}座,其余{some}座设备安装中
已开工{few}个小区,完工{some}个 已召开{step}协调会{few}次 已拨付资金{many}万元,剩余待验收后支付
已联合{few}个街道开展排查,整改隐患{some}处 目前正在开展{step} 目前已签约{many}户,签约率{share}%
目前{few}家已投入运营,{some}家正在装修 目前,{step}已报审,{step}同步推进
目前{place}段已贯通,{place}段正在铺设沥青 截至{month}月底,累计完成{many}户,完成率{share}%
截至目前,{spot}{step}完成{share}% 截至{month}月{day}日,完成{some}个 现已累计服务{many}人次
正在推进{spot}{step} 正在办理{step}手续 正在编制实施方案,已征求{few}个部门意见
{road}段正在进行路基施工,累计完成工程量{share}% {place}点位主体封顶,{place}点位正在砌筑墙体
{spot}已完工 {step}基本完成 {month}月{day}日通过专家评审,{later}月可开工
{month}月份新增{some}个,累计{many}个 完成投资{many}万元,占计划的{share}%
完成招标,{month}月{day}日签订合同,已进场施工 完成全年目标的{share}%,超序时进度{few}个百分点
累计培训{many}人次,其中{month}月培训{some}人次 累计铺设管道{km}公里,剩余{km}公里正在施工
其中{spot}完成{some}处,{spot}完成{few}处 前{few}个点位已完工,后续点位按计划推进
桩基完成{share}%,基坑开挖正在推进 项目已办结,较计划提前{few}天 系统已上线试运行,累计办件{many}件
尚未启动,计划{later}月发布公告 暂未开展,待市级下达指标后组织实施
因管线迁改,{road}段暂停施工,目前正协调产权单位 预计{later}月完成{step} 下一步将加快{step}进度
""")
SHORT_REPORTS = terms("正在建设 已完工 已完成 正在招标 已投入使用 正在实施 目前正常推进")

REASONS = terms("""
因征地工作滞后,预计推迟{few}个月 因设计变更,{road}段暂缓实施 因部分居民意见不统一,需继续协调
因管线权属复杂,{spot}尚未交地 因原址不符合消防要求,重新选址,争取{later}月底前赶上进度
受连续降雨影响,工期顺延{few}天;下步增加班组抢工 受省级资金下达较晚影响,采购延后
受主材价格上涨影响,首次招标流标 管线迁改滞后,下步由专班每周调度 资金分批下达,计划{later}月补齐
设备供货周期较长,预计{later}月到货 提前一个月完成,主要是审批提速
""")
REMARKS = terms("跨年项目 人大票决项目 续建 新增项目 市区联动 列入人大督办 含社会投资")
LEVELS = terms("省级民生实事 市级民生实事 区级民生实事")
FUNDS = terms("区财政 市区两级财政 社会资本 专项债 区财政、福彩公益金 上级补助 自筹 国企自筹")
NATURES = terms("新建 续建 改扩建")

STEPS = terms("""
项目立项 可研批复 初步设计评审 施工图审查 施工招标 监理招标 用地预审 征地拆迁 管线迁改 场地平整
桩基施工 基础工程 主体结构施工 二次结构砌筑 外墙保温 室内装修 设备采购 设备安装调试 绿化种植
附属工程 竣工验收 结算审计 方案制定 选址踏勘 对象摸排 入户走访 信息录入 名单公示 合同签订 人员培训
首批发放 点位确认 宣传发动 中期评估 资金拨付 资料归档 绩效评价 回访核查
""")
SCHOOLS = terms("第三实验小学 城东中学 翠湖幼儿园 育英学校 桥北小学 高铁片区九年一贯制学校")
ESTATES = terms("怡和苑 纺织厂宿舍 金桂花园 东风里 粮食局家属院 荷塘小区 铁路新村")
INTROS = (
    "为切实办好{y}年民生实事,现将有关情况公布如下,欢迎社会各界监督。",
    "根据{d}人民代表大会票决结果,现将{y}年民生实事项目有关情况公布如下。",
)
RULES = (
    "填报内容应对照年度目标任务,文字控制在100字左右。",
    "“进度状态”分为正常、超前、滞后、办结四种。",
    "进度滞后的,须在情况说明栏写明原因及下步计划;其余无需填写,填“/”。",
)
