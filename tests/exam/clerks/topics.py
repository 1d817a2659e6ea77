"""What clerks promise: themes and items, written as templates whose blanks `wording` fills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tests.exam.clerks.texts import terms


class Topic(NamedTuple):
    """A field of work: names for it as a theme, and its promises."""

    themes: tuple[str, ...]
    items: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """The rows under one theme, or under one leader."""

    number: int
    topic: Topic
    name: str
    theme: str  # the name as this page writes it
    leader: str
    heading: str


def _topics(text: str) -> tuple[Topic, ...]:
    """Read blocks: a line with the themes, then the items."""
    blocks = (block.split("\n", 1) for block in text.strip().split("\n\n"))
    return tuple(Topic(terms(themes), terms(items)) for themes, items in blocks)


TOPICS = _topics("""
教育优质均衡 教育优学 基础教育扩容提质
新建{school}、改扩建{school},新增学位{many}个 完成{few}所学校校园餐厅“明厨亮灶”改造
为全区{few}所中小学更换护眼灯具{many}套 新增普惠性幼儿园{few}所,普惠率达到{share}%以上
开办小学生暑期公益托管班{few}个,服务学生不少于{many}人次 实施{school}运动场地提升工程

健康服务提升 健康守护 医疗服务提升
建成{place}社区卫生服务中心新院区并投入使用 为{many}名适龄女性提供免费“两癌”筛查
为65周岁以上老年人免费体检,完成{wan}万人 改造提升村卫生室{few}家,标准化率达到{share}%
建设区域影像诊断中心1个,覆盖{few}家基层医疗机构 常态化开展青少年心理健康筛查,覆盖率达到{share}%

幸福养老 老有颐养 养老托育服务
建成社区老年食堂{few}家,日均助餐{many}人次 完成{many}户困难老年人家庭适老化改造
提供居家养老上门服务{wan}万小时 新增养老护理床位{some}张,其中认知障碍床位{few}张
打造“15分钟养老服务圈”{few}个

安居宜居 住房保障改造 老旧小区焕新
完成{few}个老旧小区综合改造,惠及居民{many}户 加装住宅电梯{some}台,完工{few}台
筹集保障性租赁住房{many}套(间) 整治{estate}等背街小巷{few}条
更换{some}个小区老旧配电设施,惠及{many}户 改造燃气老旧立管{km}公里、户内设施{many}户

交通畅行 畅通出行 公共交通优化
打通{road}、{road}等断头路{few}条 实施{road}(自{road}至{road})拓宽改造,长{km}公里
新辟、优化公交线路{few}条,更新新能源公交车{some}辆
新增公共停车泊位{many}个,其中错时共享泊位{some}个 改造{road}(人民路至滨河路段)排水管网
新建改建农村公路{km}公里,危桥改造{few}座

水清岸绿 生态环境改善 清新空气
完成{place}河、{place}浜等{few}条河道清淤疏浚 新建污水管网{km}公里,雨污分流改造小区{some}个
空气质量优良天数比例达到{share}% 增殖放流鱼苗{wan}万尾,修复岸线{km}公里
建设海绵型绿地{many}亩,口袋公园{few}座

就业创业 就业创业帮扶 青年发展友好
发放稳岗补贴{many}万元,新增城镇就业{many}人 开展职业技能培训{many}人次,取得高级工以上证书{some}人
建设零工驿站{few}个,撮合用工{many}人次以上 举办专场招聘会不少于{some}场

文体惠民 文化润城 全民健身
新建24小时自助书屋{few}间、文化驿站{some}处 送戏下乡{some}场、送电影{many}场、送展览{few}场
建成百姓健身步道{km}公里,笼式足球场{few}片 新增“城市书房”{few}家,藏书总量不低于{wan}万册
建成{place}街道文化驿站1处

平安守望 平安建设 应急救护能力建设
为{many}户独居老人安装独立式烟感报警器 新增电动自行车充电端口{many}个
新建微型消防站{few}座、消火栓{some}个 排查整治自建房安全隐患{some}处
布设自动体外除颤器{some}台,培训急救员{many}名

乡村焕新 乡村振兴 饮水安全工程
新建高标准农田{wan}万亩 实施{village}、{village}供水管网延伸工程
实施{place}水库除险加固,7月底前具备蓄水条件 创建省级和美乡村{few}个,改造农房{some}户
完成{few}个村生活污水治理,治理率达到{share}%

助残扶弱 困难群体关爱 特殊群体关爱
为残疾儿童提供康复救助{some}人次,适配辅具{many}件 城乡低保标准提高到每人每月{many}元
资助困难家庭学生{many}名 建设“残疾人之家”{few}个 法律援助案件办理不少于{many}件,满意率{share}%以上

数字便民 社区治理创新 政务服务提速
上线“一件事”联办事项{some}项,网办率超{share}% 推进政务服务“就近办”,建成自助服务点{few}个
实施{place}片区“15分钟便民生活圈”提升工程,培育网点{some}个 推动{few}类高频证照电子化
升级{place}街道便民服务中心

食品放心 消费环境改善 菜市场改造
改造农贸市场{few}家,打造“放心早餐”网点{some}个 开展食品快检{many}批次,不合格处置率{share}%
设立夜间诊疗门诊{few}家,基层就诊率不低于{share}% 推广家庭医生签约,重点人群签约率达{share}%以上
""")
