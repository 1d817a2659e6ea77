"""Other words for drawn cells: sentences of many kinds, units and themes that truth.py does not have."""

from __future__ import annotations

from tests.layouts.pasted.truth import Draw


def _parted(words: str, mark: str = " ") -> list[str]:
    """Part words at a mark and at line ends."""
    parts = words.replace("\n", mark).split(mark)
    return [part.strip() for part in parts if part.strip()]


ITEMS = _parted(
    """
新增托位{n}个,其中公办托位{m}个 | 为{n}名适龄女生免费接种疫苗 | 完成老旧小区改造{n}个,惠及居民{m}户
改造提升农贸市场{n}家 | 既有住宅加装电梯{n}台 | 开展残疾人辅具适配{n}人次以上 | 举办公益演出{n}场、展览{m}场
全区{n}所中小学配备空气净化设备 | 免费提供“两癌”筛查{n}人 | 打造15分钟便民生活圈{m}个 | 累计淘汰老旧营运货车{n}辆以上
组织职业技能培训{n}人次,新增高技能人才{m}人 | 绿道贯通{n}公里 | 河道清淤{n}万立方米 | 智能快件箱新增{n}组
食品安全定量检测{n}批次/千人 | 建成区级公共法律服务中心并投入使用 | “暖心驿站”建设 | 公交线路优化调整{m}条
城乡居民免费健康体检不少于{n}人 | 推进村级寄递物流站点全覆盖 | 供水管网改造{n}公里,漏损率降至{m}%以下
""",
    "|",
)
GOALS = _parted(
    """
完成{n}个 | 开工{m}个 | 完成总量的{m}% | {k}月底前进场 | 完成选址和立项批复 | 上半年完成招标,三季度开工 | 累计完成{n}人次
主体结构封顶 | 完成投资{n}万元 | 力争完成{m}%以上 | 启动二期建设 | 完成年度任务的{m}% | 全面建成 | 完成验收并交付使用
一季度完成前期工作,二季度开工建设,四季度完成{m}% | 开展宣传发动,制定实施方案 | 路基完成{m}% | 不少于{n}场
""",
    "|",
)
REPORTS = _parted(
    """
{n}个点位已全部建成 | 已接种{n}人 | 完成全年目标的{m}% | 设计方案已通过评审 | 桩基完成{m}根,剩余{k}根正在施工
电梯井道施工,累计完成{m}台 | 已完成检测{n}批次,合格率{m}.{k}% | 已举办{n}场,参加群众{m}万人次 | 尚未启动
累计投入资金{n}万元 | 初步设计已批复 | 建成{n}个,超额完成{m}个 | 土方开挖完成 | 目前完成{m}%,预计{k}月完工 | 已挂网招标
共培训{n}人次 | 外立面粉刷基本结束 | 完成率{m}% | 一标段完成{m}%,二标段完成{k}% | 正办理施工许可证 | 已竣工备案 | 进场施工
""",
    "|",
)
REASONS = _parted(
    """
因前期手续办理时间较长,进度偏慢 | 受台风天气影响,{k}月底前追赶进度 | 超额完成 | 提前{k}个月完成 | 管线迁改协调难度大,下一步专班推进
资金尚未到位,影响开工 | 与街道对接,督促施工单位增加人手 | 由于设计变更,工期顺延
""",
    "|",
)
REMARKS = _parted("续建 | 新建 | 市级 | 省级项目 | 区级 | 跨年项目 | 人大代表票决项目 | 新增", "|")
NOTES = _parted("/ 无 — - ／")
STATUSES = _parted("正常 超前 滞后 完成 已完成 办结 正常推进 提前完成 基本完成")
THEMES = _parted("""
幼有善育 学有优教 老有颐养 病有良医 住有宜居 弱有众扶 一、就业创业 二、医疗卫生 三、养老服务 (一)交通出行 (二)住房保障
教育惠民工程 出行畅通工程 平安守护 食品安全保障 文体生活 生态环境提升 城市更新 公共服务提质 数字便民 乡村建设
""")
UNITS = _parted("""
教育局 区教体局 卫生健康局 区民政局 区住建局 区住房和城乡建设局 区交通局 交警大队 区城管局 综合执法局 区农业农村局 水利局
区文旅局 区体育局 区市场监督管理局 区人社局 区残联 区妇联 团区委 总工会 区商务局 区大数据中心 区发改局 区财政局 生态环境分局
区公安分局 区司法局 区委政法委 区委宣传部 区民宗局 区邮政管理局 供电公司 城投集团 区轨道办 桃源镇 青枫街道 松岭街道 南浔湖街道
白鹭洲街道 高新区管委会 经开区管委会 区消防救援大队 区红十字会 区国资公司 水务集团 区退役军人事务局 区医保局 公积金中心
""")
GROUPS = _parted("各街道 各镇(街道) 各镇街 各乡镇 相关单位 各相关部门 相关镇街")
LEADERS = _parted("陆远帆 沈知行 顾长河 欧阳岚 周一鸣 方朔 白若溪 江枫 李青 王振华 司徒明 何晓")


class Phrases(Draw):
    """A source of chance that draws the words of cells from other sentences."""

    def words(self, told: list[str], end: float = 0.6) -> str:
        """Draw one sentence and fill in its numbers; so often it ends with a mark."""
        template = self.choice(told)
        numbers = {"n": self.randint(2, 900), "m": self.randint(2, 99), "k": self.randint(2, 9)}
        return template.format(**numbers) + ("。" if self.random() < end else "")

    def sentences(self, told: list[str], most: int) -> list[str]:
        """Draw some sentences of one cell, each with its end."""
        many = self.choice([1, 1, 1, *range(2, most + 1)])
        if many == 1:
            return [self.words(told)]
        numbered = self.random() < 0.4
        said = [self.words(told, 0) for _ in range(many)]
        marks = [f"{i}." if numbered else "" for i in range(1, many + 1)]
        ends = [*[self.choice("。;")] * (many - 1), "。"]
        return [m + s + e for m, s, e in zip(marks, said, ends, strict=True)]

    def units(self, most: int, groups: float = 0.0) -> list[str]:
        """Draw the names of some units, so often with a group behind them."""
        named = self.sample(UNITS, self.randint(1, most))
        return [*named, self.choice(GROUPS)] if self.random() < groups else named
