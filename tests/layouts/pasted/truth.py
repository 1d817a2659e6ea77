"""Draw the truth of a pasted page: a table's columns, header words and rows, before anything harms it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

WORDS = {
    "code": "序号 编号",
    "theme": "类别 重点工作 项目类别 领域 大类 指标类别",
    "item": "项目名称 主要内容 建设内容 目标任务 工作任务 项目内容 实施内容 具体内容 内容与要求 实事内容 "
    "主要任务 工作内容 子项目 项目内容及居民受益面 全年目标任务 实施内容及工作目标",
    "lead_units": "牵头单位 责任单位 牵头部门 责任部门 实施单位 业主单位 主要责任单位",
    "support_units": "配合单位 协同单位 协办单位 相关单位 配合部门",
    "leaders": "区领导 分管领导 责任领导 牵头领导 区政府分管领导 牵头区领导",
    "investment": "总投资(万元) 计划投资(万元) 计划投资额(万元)",
    "goal": "四季度计划目标 9月份目标 目标进度 三季度计划 月度工作计划 8月计划进度 年度目标 工作进度安排",
    "progress": "进展情况 完成情况 推进情况 截至9月底进展 目前进展情况 落实情况 实际完成情况 1-9月推进情况 "
    "当前进度 10月完成情况 目前实施情况",
    "percent": "完成率 形象进度(%) 完成比例(%) 任务完成率",
    "status": "进度状态 是否达序 状态",
    "explanation": "情况说明",
    "remark": "备注",
}
LABELS = {
    "item": ["目标任务", "年度目标任务", "项目内容", "主要内容"],
    "goal": ["年度目标", "目标", "阶段目标"],
    "lead_units": ["牵头单位", "责任单位", "牵头部门"],
    "support_units": ["配合单位", "协同单位"],
    "leaders": ["牵头领导", "分管领导", "责任领导"],
    "progress": ["完成情况", "进展情况", "实际完成情况", "实际进展情况"],
    "status": ["进度状态"],
    "explanation": ["情况说明"],
}
"""What labelled blocks call their parts."""

OPTIONAL = ("support_units", "leaders", "investment", "percent", "status", "explanation", "remark")
THEMES = [
    "便民出行",
    "养老托育",
    "教育优先发展",
    "健康服务提升",
    "一、乐享交通",
    "二、品质居住",
    "环境美化",
    "文化惠民工程",
    "完善交通基础设施",
    "就业增收",
    "三、绿色生态",
    "平安建设",
]
VERBS = [
    "新建",
    "改造",
    "新增",
    "改扩建",
    "提升",
    "打通",
    "完成",
    "建设",
    "创建",
    "优化",
    "更新",
    "打造",
    "推进",
    "实施",
    "开展",
    "增设",
]
THINGS = [
    "口袋公园",
    "公共泊位",
    "社区食堂",
    "断头路",
    "农村公厕",
    "老旧小区",
    "健身点",
    "托育机构",
    "便民服务点",
    "公交站台",
    "充电桩",
    "雨污分流管网",
    "未来社区",
    "家庭养老床位",
    "人行天桥",
    "智慧农贸市场",
]
MEASURES = ["个", "处", "条", "家", "座", "公里", "所", "套", "张", "台"]
UNITS = [
    "区教育局",
    "区卫健局",
    "住建局",
    "区民政局",
    "区交通运输局",
    "市场监管局",
    "区水务集团",
    "城投公司",
    "柳湖街道",
    "石埠镇",
    "云溪街道",
    "区综合行政执法局",
    "区文广旅体局",
    "团区委",
    "区残联",
    "公安分局",
    "自然资源和规划分局",
    "区府办",
    "区发展和改革局",
    "区总工会",
    "公建中心",
    "区人力社保局",
    "区红十字会",
    "区妇联",
]
GROUPS = ["各街道", "各镇(街道)", "相关单位", "各乡镇", "相关街道"]
PEOPLE = ["陆远帆", "沈知行", "顾长河", "欧阳岚", "周一鸣", "方朔", "白若溪", "江枫"]
STATUSES = ["正常", "超前", "滞后", "办结", "完成", "已完成"]
EXPLANATIONS = [
    "因管线迁改滞后,下一步加快协调。",
    "提前完成年度任务。",
    "受连续降雨影响,计划10月赶上进度。",
    "征地受阻,正与属地对接。",
]
REMARKS = ["市级", "续建项目", "新增项目", "跨年度", "省级"]
TITLES = [
    "2031年云溪区民生实事项目9月进展表",
    "2031年度云溪区十件实事项目完成情况一览表(截至9月底)",
    "2031年云溪区政府民生实事项目目标任务责任分解表",
    "2031年区为民办实事项目推进情况(1-9月)",
]

Row = dict[str, str]


class Draw(Random):
    """A source of chance that also draws the words of cells."""

    def count(self) -> str:
        """Draw a number with its measure word."""
        number = self.choice([self.randint(2, 9), self.randint(10, 99), self.randint(100, 9000)])
        return f"{number}{self.choice(MEASURES)}"

    def item(self) -> str:
        """Draw what is to be done."""
        parts = [f"{self.choice(VERBS)}{self.choice(THINGS)}{self.count()}"]
        while self.random() < 0.35 and len(parts) < 4:
            parts.append(f"{self.choice(VERBS)}{self.choice(THINGS)}{self.count()}")
        return ",".join(parts) + self.choice(["", "。", "。", "。"])

    def goal(self) -> str:
        """Draw what is to be reached by the end of the period."""
        month, share = self.randint(2, 11), self.randint(20, 95)
        words = (
            f"完成{self.choice(THINGS)}{self.count()}。 {month}月底前完成主体施工。 完成总工程量的{share}%。 "
            f"年内开工{self.count()},完工{self.count()}。 全面完工并投入使用。 完成招标,{month}月开工 "
            f"{month}月开工,年内完工。 完成前期手续办理,力争{month}月进场施工。"
        )
        return self.choice(words.split())

    def sentence(self) -> str:
        """Draw one sentence on what has been reached."""
        thing, share = self.choice(THINGS), self.randint(10, 99)
        words = (
            f"已完成{thing}{self.count()}。 目前正在进行基础施工,累计完成工程量{share}%。 主体结构施工中。 "
            f"{thing}已开工{self.count()},其余正在办理前期手续。 已完成竣工验收。 完成{self.count()}。 "
            f"截至目前,完成{thing}{self.count()},占年度任务的{share}%。 正在开展方案设计。"
        )
        return self.choice(words.split())

    def progress(self) -> str:
        """Draw what has been reached, in one sentence or several."""
        said = [self.sentence() for _ in range(self.choice([1, 1, 1, 2, 3]))]
        return "".join(said)

    def supporters(self) -> str:
        """Draw the supporting units: none, some, a group."""
        some = self.sample(UNITS, self.randint(1, 4))
        return "、".join(
            self.choice([[], some, [self.choice(GROUPS)], [*some, self.choice(GROUPS)]])
        )

    def rarely(self, often: float, word: str) -> str:
        """Give a word so often, and otherwise a blank."""
        return word if self.random() < often else ""

    def cell(self, column: str) -> str:
        """Draw one cell of a column."""
        drawing: dict[str, Callable[[], str]] = {
            "item": self.item,
            "goal": self.goal,
            "progress": self.progress,
            "lead_units": lambda: "、".join(self.sample(UNITS, self.choice([1, 1, 1, 2]))),
            "support_units": self.supporters,
            "leaders": lambda: self.choice(PEOPLE),
            "investment": lambda: self.rarely(0.9, str(self.randint(50, 90000))),
            "percent": lambda: self.rarely(0.9, f"{self.randint(5, 100)}%"),
            "status": lambda: self.choice(STATUSES),
            "explanation": lambda: self.rarely(0.4, self.choice(EXPLANATIONS)),
            "remark": lambda: self.rarely(0.3, self.choice(REMARKS)),
        }
        return drawing[column]()


@dataclass(frozen=True)
class Truth:
    """A drawn table: its title, columns, header words, rows, and where a theme is printed.

    `open_columns` are those between whose cells nothing on the page tells where one ends: to be asked
    about them is never too much.
    """

    title: str
    columns: list[str]
    words: list[str]
    rows: list[Row]
    begins: list[bool]
    script: str = "simplified"
    open_columns: frozenset[str] = frozenset()

    def printed(self, at: int, column: str) -> str:
        """Give a cell as it is printed; a theme only where it begins."""
        if column == "theme" and not self.begins[at]:
            return ""
        return self.rows[at][column]


def draw_truth(draw: Draw, *, columns: list[str] | None = None) -> Truth:
    """Draw the columns and the rows of a table."""
    if columns is None:
        core = ["item", "lead_units", *(["goal"] if draw.random() < 0.5 else []), "progress"]
        rest = core + [name for name in OPTIONAL if draw.random() < 0.35]
        draw.shuffle(rest)
        columns = ["code", *(["theme"] if draw.random() < 0.4 else []), *rest]
    rows: list[Row] = []
    begins: list[bool] = []
    theme, part, dotted = "", 0, "theme" in columns and draw.random() < 0.25
    sub = 0
    for number in range(1, draw.randint(6, 18)):
        begins.append(not theme or draw.random() < 0.4)
        if begins[-1]:
            theme = draw.choice([t for t in THEMES if t != theme])
            part, sub = part + 1, 0
        sub += 1
        row: Row = {"code": f"{part}.{sub}" if dotted else str(number), "theme": theme}
        rows.append(row | {name: draw.cell(name) for name in columns if name not in row})
    words = [draw.choice(WORDS[c].split()) for c in columns]
    return Truth(draw.choice(TITLES), columns, words, rows, begins)
