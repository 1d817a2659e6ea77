"""The bodies on the pages of clerks: one clerk writes them all in one way."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.exam.clerks.texts import terms
from tests.exam.words.units import invent_place

_FULL = terms("""
教育局 卫生健康局 民政局 财政局 住房和城乡建设局 交通运输局 水利局 农业农村局 文化广电旅游体育局
司法局 人力资源和社会保障局 医疗保障局 市场监督管理局 应急管理局 综合行政执法局 园林绿化局
生态环境分局 公安分局 审计局 工业和信息化局 商务局 机关事务局 政务服务局 数据管理局 退役军人事务局
粮食和物资储备局 自然资源和规划分局 发展和改革委员会 残疾人联合会 总工会 妇女联合会
公共资源交易中心 房屋征收事务中心 水利工程管理中心 消防救援大队 供销社 乡村振兴局 高新区管委会
湿地公园管理处
""")
_SHORT = terms("""
教体局 卫健委 民政局 住建局 交通局 农业农村局 水务局 文旅局 人社局 市场监管局 环保分局 综合执法局
财政局 发改委 应急局 经信局 医保局 建管委 国资委 老龄委 政法委 宣传部 组织部 政府办 审管办 民防办
文明办 征收办 河长办 妇儿工委办 未来社区办 乡村振兴办 老旧小区改造办 残联 团委 总工会 妇联 科协
工商联 侨联 计生协会 供销社 慈善总会 红十字会 公建中心 疾控中心 养老服务指导中心 社会治理中心
档案信息中心 救助管理中心 便民服务中心 水环境治理中心 数据局 规资分局 公安分局 消防大队 交警大队
环境监察支队 市政养护队 公路养护所 房管所 园林管理所 图书馆 文化馆 少年宫 中医院 社会福利院
规划设计院 新城建设指挥部 滨江片区专班 经开区管委会 港区管理站 第三水厂
""")
_COMPANIES = terms("""
城市建设投资集团有限公司 水务集团 交通发展有限公司 文旅投资公司 城市更新公司 停车管理公司 燃气公司
供热公司 康养集团
""")
_GROUPS = ("各镇(街道)", "各街道办事处", "相关镇街", "各乡镇人民政府", "各村(社区)", "各镇街")


@dataclass(frozen=True)
class Bodies:
    """The bodies of one page: bureaus and the like, streets and towns, companies."""

    bureaus: tuple[str, ...]
    streets: tuple[str, ...]
    companies: tuple[str, ...]

    def lead(self, rng: Random, count: int) -> list[str]:
        """Choose who leads."""
        others = self.streets + self.companies
        return rng.sample(self.bureaus if rng.random() < 0.85 else others, count)

    def support(self, rng: Random, leads: list[str]) -> list[str]:
        """Choose who helps: one to six, a group of bodies at the end of some lists."""
        pool = [name for name in self.bureaus + self.companies if name not in leads]
        names = rng.sample(pool, rng.choice((1, 1, 2, 3, 4, 6)))
        if rng.random() < 0.35:
            names[-1] = rng.choice(
                [name for name in (*_GROUPS, *self.streets) if name not in leads]
            )
        return names


def draw_bodies(rng: Random, district: str, way: str) -> Bodies:
    """Draw the bodies of a district, written in full, short with 区, bare, or mixed."""
    names = rng.sample(_FULL if way == "full" else _SHORT, 22)
    before = {"full": district, "short": district[-1], "mixed": district[-1]}.get(way, "")
    bureaus = tuple((before if way != "mixed" or rng.random() < 0.6 else "") + n for n in names)
    street, town = ("街道办事处", "镇人民政府") if way == "full" else ("街道", "镇")
    places = list(dict.fromkeys(invent_place(rng) for _ in range(12)))[:9]
    streets = [place + street for place in places[:6]] + [place + town for place in places[6:]]
    companies = tuple(before + name for name in rng.sample(_COMPANIES, 3))
    return Bodies(bureaus, tuple(streets), companies)
