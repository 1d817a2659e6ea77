"""Words for rows on lines that no list of ours was made from: put together, so that few come twice."""

from __future__ import annotations

from collections.abc import Callable

from tests.layouts.pasted.truth import Draw

THEMES = [
    "就业创业",
    "教育助学",
    "健康守护",
    "养老服务",
    "安居保障",
    "交通畅行",
    "学有优教",
    "病有良医",
    "老有颐养",
    "住有宜居",
    "便民服务",
    "乡村振兴",
    "文体惠民",
    "城市更新",
    "环境整治",
    "社会救助",
    "公共安全",
    "民生保障工程",
    "交通基础设施建设",
    "优化公共服务供给",
    "基层治理提升行动",
    "扶残助弱",
    "食品安全",
    "生态宜居",
    "一老一小服务",
    "智慧城市",
    "卫生健康",
    "道路交通",
    "教育",
    "养老",
    "医疗",
]
TOWNS = [
    "清河",
    "永安",
    "桃源",
    "临江",
    "白石",
    "青山",
    "南坪",
    "石桥",
    "花桥",
    "龙泉",
    "新林",
    "大沙",
]
BUREAUS = [
    "教育局",
    "教体局",
    "卫健局",
    "卫生健康委",
    "民政局",
    "住建局",
    "住房城乡建设局",
    "交通运输局",
    "水利局",
    "农业农村局",
    "人社局",
    "财政局",
    "发改局",
    "经信局",
    "科技局",
    "商务局",
    "文旅局",
    "文化广电和旅游局",
    "应急管理局",
    "市场监管局",
    "城管局",
    "综合执法局",
    "生态环境分局",
    "公安分局",
    "司法局",
    "审计局",
    "医保局",
    "退役军人事务局",
    "数据局",
    "政务服务管理局",
    "园林绿化局",
    "自然资源局",
    "残联",
    "妇联",
    "总工会",
    "团区委",
    "红十字会",
    "消防救援大队",
    "城市更新中心",
    "疾控中心",
    "供销社",
    "民政部",
    "委宣传部",
    "委组织部",
    "机关事务中心",
    "气象局",
    "税务局",
]
COMPANIES = [
    "城投集团",
    "交投公司",
    "水务集团",
    "公交公司",
    "城市建设投资有限公司",
    "国投公司",
    "供电公司",
    "燃气公司",
    "文旅集团",
    "安居集团",
    "轨道交通公司",
    "自来水公司",
]
GROUPS = [
    "各街道",
    "各镇街",
    "各乡镇",
    "各镇(街道)",
    "相关部门",
    "有关单位",
    "相关镇街",
    "各相关单位",
]
WORKS = [
    "老旧小区改造",
    "农村饮水安全提升",
    "社区居家养老服务中心建设",
    "义务教育学校扩建",
    "适老化改造",
    "农贸市场改造提升",
    "背街小巷整治",
    "乡镇卫生院能力提升",
    "城区停车位增设",
    "公共充电设施建设",
    "农村公路提质改造",
    "免费健康体检",
    "高龄津贴发放",
    "残疾人康复服务",
    "公办幼儿园建设",
    "供水管网更新",
    "积水点整治",
    "就业技能培训",
    "口袋公园建设",
    "既有住宅加装电梯",
    "燃气管道更新",
    "困境儿童关爱",
    "消费帮扶行动",
    "“邻里中心”建设工程",
    "体育公园建设",
    "母婴室建设",
]
VERBS = [
    "新建",
    "改造",
    "新增",
    "建成",
    "提升",
    "完成",
    "建设",
    "开展",
    "实施",
    "打造",
    "新改建",
    "加装",
    "发放",
    "支持",
    "组织",
    "改扩建",
]
THINGS = [
    "幼儿园",
    "停车泊位",
    "养老床位",
    "健身步道",
    "社区食堂",
    "农村公路",
    "老旧小区",
    "雨污管网",
    "安置房",
    "无障碍设施",
    "电梯",
    "路灯",
    "充电桩",
    "日间照料中心",
    "适龄妇女“两癌”筛查",
    "图书室",
    "文化礼堂",
    "小型消防站",
    "托位",
    "农村户厕",
    "公共厕所",
    "技能培训",
    "视频监控",
    "危旧房",
    "老年人家庭",
    "非机动车棚",
    "学校食堂",
    "卫生室",
]
MEASURES = [
    "个",
    "处",
    "条",
    "家",
    "座",
    "公里",
    "所",
    "套",
    "张",
    "台",
    "户",
    "人",
    "人次",
    "场",
    "万平方米",
    "部",
    "间",
    "辆",
    "盏",
    "名",
    "万元",
    "片",
    "栋",
]
STATUSES = [
    ["正常", "滞后", "超前", "办结"],
    ["已完成", "正常推进", "滞后"],
    ["达序时", "未达序时", "超序时"],
    ["是", "否"],
    ["绿灯", "黄灯", "红灯"],
    ["按序时推进", "已完成", "推进缓慢"],
    ["完成", "未完成"],
    ["正常", "偏慢", "完成"],
]
REASONS = [
    "因征地拆迁滞后",
    "受连续降雨影响,工期顺延。",
    "资金未到位",
    "施工许可证办理中,影响开工。",
    "因设计方案调整,预计下月赶上进度。",
    "提前完成年度任务",
    "部分居民意见不统一,下一步加强协调。",
    "管线迁改协调难度大。",
]
REMARKS = [
    "市级",
    "省级实事",
    "续建项目",
    "新建",
    "跨年度项目",
    "市民生实事",
    "区级",
    "列入市十件实事",
    "2031年续建",
    "人大票决项目",
    "新增",
    "上年结转",
]
SITES = ["城东片区", "老城区", "北部新城", "全区", "开发区", "河西片区", "全区范围"]
SOURCES = ["财政资金", "区级财政", "专项债", "企业自筹", "上级补助", "市区共担"]
OFFICES = ["副区长", "区委常委", "区长", "区政协副主席", "区人大副主任"]
NAMES = [
    "陈志明",
    "林小燕",
    "黄建华",
    "何勇",
    "梁国栋",
    "郑晓",
    "谢文斌",
    "徐丽娟",
    "曹阳",
    "邓伟",
    "罗军",
    "汪海涛",
]


def count(draw: Draw) -> str:
    """Draw a number with its measure word."""
    number = draw.choice([draw.randint(1, 9), draw.randint(10, 99), draw.randint(100, 9000)])
    mantissa = draw.choice([f"{number}"] * 6 + [f"{number / 10:g}", f"{number / 10:g}万"])
    return mantissa + draw.choice(MEASURES)


def unit(draw: Draw, before: str = "区") -> str:
    """Draw a bureau, a company, a town or a street."""
    bureau, company = before + draw.choice(BUREAUS), before + draw.choice(COMPANIES)
    place = draw.choice(TOWNS) + draw.choice(["街道", "镇", "乡", "街道办事处", "镇人民政府"])
    return draw.choice([bureau] * 6 + [company, place])


def some_units(draw: Draw, most: int, before: str = "区") -> list[str]:
    """Draw one to so many units."""
    return list(dict.fromkeys(unit(draw, before) for _ in range(draw.randint(1, most))))


def item(draw: Draw) -> str:
    """Draw what is to be done: a name of works, a task with a number, or several."""
    thing = draw.choice(THINGS)
    said = [
        draw.choice(WORKS),
        draw.choice(WORKS) + draw.choice(["工程", "项目", ""]),
        f"{thing}{draw.choice(['改造', '建设', '提升'])}{count(draw)}",
        f"{draw.choice(VERBS)}{thing}{count(draw)}",
        f"{draw.choice(VERBS)}{thing}{count(draw)},{draw.choice(VERBS)}{draw.choice(THINGS)}{count(draw)}",
        f"{draw.choice(VERBS)}{thing}{count(draw)},{draw.choice(WORKS)}全覆盖",
    ]
    return draw.choice(said) + draw.choice(["", "", "。", "。"])


def goal(draw: Draw) -> str:
    """Draw what is to be reached by a month."""
    month = draw.randint(2, 12)
    said = [
        f"完成{count(draw)}",
        f"{month}月底前完工",
        f"完成总工程量的{draw.randint(2, 9)}0%",
        "完成招投标,进场施工。",
        "主体封顶",
        "完成年度任务",
        f"累计完成{draw.choice(THINGS)}{count(draw)}。",
        f"{month}月底前全部建成投用。",
        f"启动{draw.choice(THINGS)}建设",
        "竣工验收。",
        f"开工{count(draw)},完工{count(draw)}",
        "完成前期工作",
    ]
    return draw.choice(said)


def progress(draw: Draw) -> str:
    """Draw what has been reached."""
    said = [
        f"已完成{count(draw)}。",
        f"已建成{draw.choice(THINGS)}{count(draw)},正在建设{count(draw)}。",
        "已完工",
        "已全部完成。",
        f"完成工程量的{draw.randint(2, 9)}0%",
        f"目前{draw.choice(['正在进行招投标', '处于主体施工阶段', '完成基础施工', '进入装修阶段'])}。",
        f"截至目前,累计完成{draw.choice(THINGS)}{count(draw)},占年度目标的{draw.randint(20, 99)}%。",
        "正在进行方案设计",
        "前期手续办理中",
        f"{draw.choice(THINGS)}主体完工,正在进行附属工程施工。",
        "施工单位已进场。",
        f"完成{draw.choice(THINGS)}{count(draw)}",
        f"1-9月累计发放{draw.randint(20, 900)}万元,惠及{draw.randint(2, 90)}00人。",
    ]
    return draw.choice(said) + (draw.choice(said) if draw.random() < 0.15 else "")


def leader(draw: Draw) -> str:
    """Draw a person, or one named by office."""
    return draw.choice(
        [draw.choice(NAMES)] * 3 + [f"{draw.choice(OFFICES)}{draw.choice('甲乙丙丁')}"]
    )


OTHERS: dict[str, tuple[list[str], Callable[[Draw], str]]] = {
    "deadline": (
        ["完成时限", "计划完成时间"],
        lambda d: d.choice(["12月底", "2031年12月", "11月", "全年", "10月底前", "年底前"]),
    ),
    "person": (["责任人", "项目责任人", "联系人"], lambda d: d.choice(NAMES)),
    "site": (["建设地点"], lambda d: d.choice([*SITES, d.choice(TOWNS) + "街道"])),
    "source": (["资金来源"], lambda d: d.choice(SOURCES)),
    "nature": (["建设性质"], lambda d: d.choice(["新建", "续建", "改建"])),
    "paid": (["累计完成投资(万元)", "累计完成投资额(万元)"], lambda d: str(d.randint(10, 9000))),
    "city": (["市折子号"], lambda d: str(d.randint(1, 90))),
}
"""Columns without a field of their own: their header words and cells."""
