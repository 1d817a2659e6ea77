"""Words around a table: titles, notes below it, page furniture. Plain text without white space."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile

from shishi.layouts.words.names.kinds import is_person, is_unit

_LONGEST_TITLE = 60
_ATTACHED = re.compile("(?:附[件表]|表)[0-9一二三四五六七八九十]{0,2}[:：]?")
_TITLE_BEGIN = re.compile("[12][0-9]{3}年|附[件表]|关于")
_PICTURE = re.compile(r"[0-9A-Za-z_()\-]{1,40}\.(?:png|jpe?g|gif|bmp)", re.IGNORECASE)
"""The file name of a picture, which a copied page leaves where the picture stood: 2.png."""
_NUMBERED_PICTURE = re.compile("图[0-9]{1,2}(?P<mark>[:：.]?)[\u4e00-\u9fff]+")
_CREDITED = re.compile(r".*[(（](?:记者|通讯员|图/?文?[:：]?)?(?P<who>[^()（）]{2,16})[)）]")
_NUMBER_OF_ROW = re.compile("[0-9]{1,3}(?:[.、](?![0-9])|(?![0-9年月日.%个项]))")
_BY_CAMERA = ("拍", "录", "影")
"""Behind these 摄 is no credit but a part of a verb: 航拍摄影, 录摄."""
_OWN_NUMBER = re.compile("[(（]?[0-9一二三四五六七八九十]{1,3}[)）.、]*")
_AROUND_WORD = re.compile("^[(（【]|[)）】]?[0-9一二三四五六七八九十]{0,2}[)）】:：]?$")
_SIGNED = re.compile(
    "(?:[填制编][报表制写]|上报|报送|汇总|统计|审[核批定]|联系|咨询|监督|举报)(?:责任)?(?:人员?|单位|部门|科室|机构|日期|时间|电话|方式|邮箱|地址):"
)
"""How a line begins that says who filled a table in, when, or whom to ask: 填表日期:, 联系电话:."""
_SIGNING = re.compile(
    "(?:政府|办公室|政府办|领导小组|专班|指挥部|督[查察][室局办]|(?:考核|目标)办)$"
)
_DAY = re.compile("[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日")
_TERM = re.compile(
    "(?:[12][0-9]{3}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|[上中下]旬)?(?:[初中]|[底末]?前?)"
    "|[12][0-9]{3}[.][0-9]{1,2}(?:[.][0-9]{1,2})?"
    "|(?:[12][0-9]{3}|[今当本]|)年(?:[底末]?前?|内|第?[一二三四]季度(?:[底末]?前?))"
    "|第?[一二三四]季度(?:[底末]?前?)"
)
"""By when a project is done, alone in its cell: 2031年6月, 12月底, 年底前."""
_OF_PAGE = re.compile(
    "[-—–]{1,2} ?[0-9]{1,3} ?[-—–]{1,2}|第 ?[0-9]{1,3} ?页(?:[,，/]? ?共 ?[0-9]{1,3} ?页)?"
)
"""The number of the page, on a line of its own."""
_IMPRINT = re.compile(
    "(?P<who>[\u4e00-\u9fff]{3,20})[12][0-9]{3}年[0-9]{1,2}月(?:[0-9]{1,2}日)?(?P<what>[\u4e00-\u9fff]{2})(?:[各给至].*)?"
)


@dataclass(frozen=True, slots=True)
class AroundWords:
    """The word lists of data/notices.toml."""

    labels: Mapping[str, str]  # label → field of the Notice, or "other"
    title_ends: tuple[str, ...]
    title_has: tuple[str, ...]
    notes: tuple[str, ...]
    captions: tuple[str, ...]  # how the line below a photo begins
    credits: tuple[str, ...]  # what stands behind who took it, in brackets
    shown: tuple[str, ...]  # what the line below a photo with a number ends with
    remarks: tuple[str, ...]  # what a line begins with that speaks of the table or the paper
    elsewhere: tuple[str, ...]  # what stands over the title of another page or of what is attached
    continued: frozenset[str]  # what stands over the rest of a table on a new page
    imprints: tuple[str, ...]  # what stands behind the date of who printed it
    furniture: frozenset[str]
    furniture_begins: tuple[str, ...]
    rule_headings: tuple[str, ...]
    project_names: tuple[str, ...]  # what the title of a list of projects names
    no_list: tuple[str, ...]  # what header words of other lists have in them
    statuses: frozenset[str]  # what headings over projects say of them all
    status_themes: frozenset[str]  # those that are as good a theme
    planned: tuple[str, ...]  # what stands before a status to come
    others: tuple[str, ...]  # what projects of none of these statuses are called
    reached: tuple[str, ...]  # what a status of today has in it
    works: frozenset[str]  # kinds of works that headings name
    of_works: frozenset[str]  # statuses that are one as well


@cache
def load_around_words() -> AroundWords:
    """Load the word lists once."""
    data = tomllib.loads((files("shishi") / "data" / "notices.toml").read_text(encoding="utf-8"))
    return AroundWords(
        labels={label: field for field, labels in data["labels"].items() for label in labels},
        title_ends=tuple(data["title"]["ends"]),
        title_has=tuple(data["title"]["has"]),
        notes=tuple(data["notes"]["begins"]),
        captions=tuple(data["notes"]["captions"]),
        credits=tuple(data["notes"]["credits"]),
        shown=tuple(data["notes"]["shown"]),
        remarks=tuple(data["notes"]["remarks"]),
        elsewhere=tuple(data["notes"]["elsewhere"]),
        continued=frozenset(data["notes"]["continued"]),
        imprints=tuple(data["notes"]["imprints"]),
        furniture=frozenset(data["furniture"]["words"]),
        furniture_begins=tuple(data["furniture"]["begins"]),
        rule_headings=tuple(data["rules"]["headings"]),
        project_names=tuple(data["lists"]["names"]),
        no_list=tuple(data["lists"]["never"]),
        statuses=frozenset(data["statuses"]["words"]),
        status_themes=frozenset(data["statuses"]["themes"]),
        planned=tuple(data["statuses"]["planned"]),
        others=tuple(data["statuses"]["others"]),
        reached=tuple(data["statuses"]["reached"]),
        works=frozenset(data["statuses"]["works"]),
        of_works=frozenset(data["statuses"]["of_works"]),
    )


def begins_note(token: str) -> bool:
    """Tell a paragraph that stands below a table: fill-in rules, a remark, the foot of a web page.

    >>> begins_note("填报说明:1.本月完成情况"), begins_note("填表日期:10月8日"), begins_note("说明会已召开")
    (True, True, False)
    """
    if token.startswith(load_around_words().notes) or _SIGNED.match(token):
        return True
    return _PICTURE.fullmatch(token) is not None or is_caption(token)


def is_caption(token: str) -> bool:
    """Tell the line below a photo: it says what that shows, has a number, or names who took it.

    What is done with photos is none: 采集影像(上门拍摄), 图1已公示.

    >>> [is_caption(line) for line in ("图为水厂通水现场", "图1水厂夜景", "水厂通水(李明摄)", "图书馆已开放", "图1已公示")]
    [True, True, True, False, False]
    """
    words = load_around_words()
    numbered = _NUMBERED_PICTURE.match(token)
    if token.startswith(words.captions) or (numbered and numbered["mark"]):
        return True
    if numbered:
        return numbered.end() == len(token) and token.endswith(words.shown)
    credited = None if token[:1].isdigit() else _CREDITED.fullmatch(token)  # no row: 3 整治路口
    return credited is not None and _took_photo(credited["who"])


def is_caption_above_rows(tokens: Sequence[str], at: int) -> bool:
    """Tell the line below a photo that stands among the rows of a table, as the numbers of more rows below it say.

    >>> is_caption_above_rows(["图为水厂夜景", "2", "修路"], 0), is_caption_above_rows(["图为夜景", "说明:", "1.修路"], 0)
    (True, False)
    """
    if not is_caption(tokens[at]):
        return False
    below = takewhile(lambda x: is_caption(x) or not is_loose(x), tokens[at + 1 :])
    return any(_NUMBER_OF_ROW.match(token) for token in below)


def _took_photo(told: str) -> bool:
    """Tell who took a photo, a person or an office: 李明摄, 县融媒体中心供图, but no way to take one: 上门拍摄."""
    credit = next((x for x in load_around_words().credits if told.endswith(x)), "")
    who = told[: -len(credit)] if credit else ""
    return is_unit(who) or (is_person(who) and not who.endswith(_BY_CAMERA))


def is_title(token: str) -> bool:
    """Tell the title of a table or a page.

    >>> is_title("2025年云溪区民生实事项目9月进度表"), is_title("完成项目验收。")
    (True, False)
    """
    words = load_around_words()
    bare = re.sub(r"[(（][^()（）]*[)）]$", "", token)
    if not 6 <= len(bare) <= _LONGEST_TITLE or any(c in bare for c in "。;；,，|"):
        return False
    dated = re.search(r"[12][0-9]{3}年", bare) or "实事" in bare or "年度" in bare
    return (
        bool(dated) and bare.endswith(words.title_ends) and any(w in bare for w in words.title_has)
    )


def begins_title(token: str) -> bool:
    """Tell how a title begins, and no row: with the year, 附件2, 关于.

    >>> [begins_title(line) for line in ("2031年1-9月情况", "附件2:清单", "关于修路的公示", "20座桥")]
    [True, True, True, False]
    """
    return _TITLE_BEGIN.match(token) is not None


def is_furniture(token: str) -> bool:
    """Tell a line of a web page that says nothing about the table: buttons, font sizes, paths."""
    words = load_around_words()
    begins = token.startswith(words.furniture_begins)
    return token in words.furniture or begins or _PICTURE.fullmatch(token) is not None


def tells_continued(token: str) -> bool:
    """Tell what stands over the rest of a table on a new page.

    >>> [tells_continued(t) for t in ("续表", "(续表)", "续表2:", "续建")]
    [True, True, True, False]
    """
    return _AROUND_WORD.sub("", token) in load_around_words().continued


def is_page_number(token: str) -> bool:
    """Tell the number of a page on a line of its own.

    >>> [is_page_number(t) for t in ("— 2 —", "第3页,共5页", "2")]
    [True, True, False]
    """
    return _OF_PAGE.fullmatch(token) is not None


def is_loose(token: str) -> bool:
    """Tell a line that is no row of a table: a note, a title, 附件2, what a web page has around its text.

    >>> [is_loose(line) for line in ("注:数据截至9月底。", "附件2", "打印本页", "— 2 —", "(续表)", "便民出行")]
    [True, True, True, True, True, False]
    """
    if _ATTACHED.fullmatch(token) or is_page_number(token) or tells_continued(token):
        return True
    if is_signature(token):
        return True
    return begins_note(token) or is_title(token) or is_furniture(token)


def names_other_list(word: str) -> bool:
    """Tell a header word that no list of projects has: 联系电话, 服务窗口.

    >>> names_other_list("联系电话"), names_other_list("牵头单位")
    (True, False)
    """
    return any(never in word for never in load_around_words().no_list)


def is_remark(token: str) -> bool:
    """Tell a line that speaks of the table or of the paper itself, a number before it or not.

    >>> is_remark("4.本表数据截至10月底。"), is_remark("区政府办公室2031年10月印发各镇")
    (True, True)
    >>> is_remark("4.印发实施方案。"), is_remark("区教育局2031年10月印发实施方案")
    (False, False)
    """
    words = load_around_words()
    number = _OWN_NUMBER.match(token)
    if token.startswith(words.remarks, number.end() if number else 0):
        return True
    printed = _IMPRINT.fullmatch(token)
    return printed is not None and printed["what"] in words.imprints and is_unit(printed["who"])


def is_day(token: str) -> bool:
    """Tell a day alone on its line, as it stands below a letter."""
    return _DAY.fullmatch(token) is not None


def is_term(token: str) -> bool:
    """Tell a cell that says by when and no more: a day, a month, the end of one or of the year.

    >>> [is_term(t) for t in ("2031年6月", "12月底", "年底前", "2031年9月30日", "6月开工", "12")]
    [True, True, True, True, False, False]
    """
    return _TERM.fullmatch(token) is not None


def may_sign(token: str) -> bool:
    """Tell who may sign a page, above its day: the government or its office, and no unit that does the work.

    >>> [may_sign(who) for who in ("云溪区人民政府办公室", "云溪区人民政府督查室", "云溪区教育局")]
    [True, True, False]
    """
    return is_unit(token) and _SIGNING.search(token) is not None


def is_signed(who: str, day: str) -> bool:
    """Tell the two lines below a page: who signs it, and the day."""
    return may_sign(who) and is_day(day)


def is_signature(token: str) -> bool:
    """Tell who signs a page, and the day behind; what a page has around its text may follow.

    >>> is_signature("云溪区人民政府办公室2031年10月9日"), is_signature("云溪区教育局2031年10月9日")
    (True, False)
    >>> is_signature("区政府办公室2031年10月9日打印本页"), is_signature("区政府办公室2031年10月9日验收")
    (True, False)
    """
    day = _DAY.search(token)
    if day is None or not may_sign(token[: day.start()]):
        return False
    return day.end() == len(token) or is_loose(token[day.end() :])
