"""The bodies that do the work: invented districts with their bureaus, streets, companies and leaders."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

BUREAUS = {
    "教育": ("教育局", "教育体育局", "教育局"),
    "卫健": ("卫生健康局", "卫生健康委员会", "卫健局", "卫健委"),
    "民政": ("民政局", "民政局"),
    "住建": ("住房和城乡建设局", "住建局", "住房城乡建设局"),
    "交通": ("交通运输局", "交通运输局", "交通局"),
    "执法": ("综合行政执法局", "城市管理局", "城管局"),
    "水利": ("水利局", "水务局"),
    "文旅": ("文化和广电旅游体育局", "文广旅体局", "文化旅游局", "文旅局"),
    "人社": ("人力资源和社会保障局", "人社局", "人力社保局"),
    "市监": ("市场监督管理局", "市场监管局"),
    "商务": ("商务局", "商务委"),
    "应急": ("应急管理局", "应急局"),
    "司法": ("司法局", "司法局"),
    "政数": ("政务服务和数据局", "大数据中心", "审管办", "数据局"),
    "发改": ("发展和改革局", "发改局", "发展改革委"),
    "财政": ("财政局", "财政局"),
    "农业": ("农业农村局", "农业农村局"),
    "审计": ("审计局", "审计局"),
    "国资": ("国有资产管理中心", "国资办"),
    "医保": ("医疗保障局", "医保局"),
    "退役": ("退役军人事务局", "退役军人局"),
}
BRANCHES = {
    "公安": ("公安分局", "公安局"),
    "环境": ("生态环境分局", "生态环境局"),
    "规划": ("自然资源和规划分局", "自然资源局", "资规分局"),
    "消防": ("消防救援大队", "消防救援支队"),
    "交警": ("交警大队", "交通警察大队"),
    "税务": ("税务局", "税务局"),
}
CENTRES = {
    "公建": ("公共项目建设管理中心", "公建中心", "城建事务中心"),
    "征收": ("房屋征收管理中心", "征迁服务中心"),
    "融媒": ("融媒体中心", "融媒体中心"),
    "园林": ("园林绿化管理中心", "园林中心"),
}
COMPANIES = {
    "城投": ("城市建设投资集团有限公司", "城投公司", "城投集团", "城建发展公司"),
    "水司": ("水务集团", "自来水有限公司"),
    "交投": ("交通投资集团有限公司", "交投集团"),
    "供电": ("供电公司", "供电分公司"),
    "文投": ("文化旅游投资有限公司", "文旅集团"),
}
PARTY = {
    "组织": ("{}委组织部",),
    "宣传": ("{}委宣传部",),
    "政法": ("{}委政法委",),
    "社工": ("{}委社会工作部",),
    "编办": ("{}委编办",),
    "团委": ("团{}委",),
    "妇联": ("{}妇联", "{}妇女联合会"),
    "残联": ("{}残联", "{}残疾人联合会"),
    "工会": ("{}总工会",),
    "红会": ("{}红十字会",),
    "府办": ("{}府办", "{}政府办公室"),
}
ZONES = ("经济开发区管委会", "高新区管委会", "临港新城管委会", "旅游度假区管委会")
GROUPS = ("各街道", "相关街道", "各镇(街道)", "各镇街", "各乡镇", "各有关单位")

_PLACE_HEADS = "青云望桐松溪石沙银湖东南柳梅白鹤翠兰金长永安和古新平龙凤南北枫竹荷清澄丹岚梧"
_PLACE_TAILS = "禾栖江塘桥湾溪岭港浦河洲城田沟亭坪渡山泉堰口林源苑"
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
_GIVEN = "甲乙丙丁戊己庚辛壬癸"  # nobody is called so: people appear by office only


def invent_place(rng: Random) -> str:
    """Invent the two characters of a place name."""
    while True:
        name = rng.choice(_PLACE_HEADS) + rng.choice(_PLACE_TAILS)
        if name[0] != name[1]:
            return name


def invent_person(rng: Random) -> str:
    """Invent a person's name of two or three characters."""
    given = rng.sample(_GIVEN, rng.choice((1, 2, 2)))
    return rng.choice(_SURNAMES) + "".join(given)


@dataclass(frozen=True)
class District:
    """One invented district: how it writes its units, its streets, companies and leaders."""

    name: str  # 云溪区
    level: str  # 区 县 市
    units: dict[str, str]  # key → name as this district writes it
    streets: tuple[str, ...]
    others: tuple[str, ...]  # zones
    leaders: tuple[str, ...]
    places: tuple[str, ...]


def invent_district(rng: Random) -> District:
    """Invent a district; one way of writing units for the whole page, with a few strays."""
    level = rng.choice("区区区区县市")
    prefix = level if rng.random() < 0.6 else ""
    short = rng.random()
    units = {}
    for book, prefixed in ((BUREAUS, 0.95), (BRANCHES, 0.35), (CENTRES, 0.9), (COMPANIES, 0.7)):
        for key, names in book.items():
            name = names[0] if rng.random() > short else rng.choice(names[1:])
            units[key] = (prefix if rng.random() < prefixed else "") + name
    for key, names in PARTY.items():
        units[key] = rng.choice(names).format(level)
    places = tuple(dict.fromkeys(invent_place(rng) for _ in range(26)))
    kind = rng.choice((("街道",), ("街道", "镇"), ("街道", "街道", "镇", "乡"), ("镇", "乡")))
    streets = tuple(place + rng.choice(kind) for place in places[: rng.randint(4, 9)])
    zones = tuple(rng.sample(ZONES, 2))
    leaders = tuple(dict.fromkeys(invent_person(rng) for _ in range(rng.randint(4, 9))))
    name = invent_place(rng) + level
    return District(name, level, units, streets, zones, leaders, places[10:])


def choose_leads(
    rng: Random, district: District, keys: tuple[str, ...], *, most: int = 3
) -> list[str]:
    """Choose who leads: mostly one body of the topic, sometimes a street, a company or several."""
    count = rng.choices((1, 2, 3), (78, 16, 6))[0]
    found = [district.units[rng.choice(keys)]]
    while len(found) < min(count, most):
        found.append(_any_unit(rng, district))
    if rng.random() < 0.12:
        found[0] = rng.choice(district.streets + district.others)
    return list(dict.fromkeys(found))


def choose_support(rng: Random, district: District, taken: list[str]) -> list[str]:
    """Choose who helps: none to nine, groups at the end."""
    count = rng.choices((0, 1, 2, 3, 5, 9), (14, 26, 24, 18, 12, 6))[0]
    found = [_any_unit(rng, district) for _ in range(count)]
    if count and rng.random() < 0.35:
        found.append(rng.choice(GROUPS))
    return [name for name in dict.fromkeys(found) if name not in taken]


def _any_unit(rng: Random, district: District) -> str:
    if rng.random() < 0.2:
        return rng.choice(district.streets)
    if rng.random() < 0.06:
        return rng.choice(district.others)
    return rng.choice(list(district.units.values()))
