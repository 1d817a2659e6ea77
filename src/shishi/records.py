"""Record: one item as printed, field by field; Notice and stated rules of the page around it.

Nothing here is corrected or counted. Where the script is traditional, the folded (simplified, without
pinyin) form stands beside the printed one, with an offset map between the two.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from itertools import chain, groupby, islice, repeat
from threading import RLock
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, overload

from shishi.findings import Finding
from shishi.places import Place, Source, Text
from shishi.text.characters import Folded, Script, fold
from shishi.text.periods import Period

_T = TypeVar("_T", covariant=True)
_K = TypeVar("_K", bound=str)


class Field(StrEnum):
    """The fields of a record, by their names in the exchange format."""

    CODE = "code"  # 序号、编号
    THEME = "theme"  # 类别、重点工作
    ITEM = "item"  # 项目名称、主要内容、目标任务
    LEAD_UNITS = "lead_units"  # 牵头单位
    SUPPORT_UNITS = "support_units"  # 配合单位
    LEADERS = "leaders"  # 区领导、分管领导
    LEVELS = "levels"  # 市级、区级
    INVESTMENT = "investment"  # 总投资
    GOAL = "goal"  # 阶段目标、季度计划目标
    PROGRESS = "progress"  # 进展情况
    PERCENT = "percent"  # 完成率、形象进度
    STATUS = "status"  # 进度状态
    EXPLANATION = "explanation"  # 情况说明
    REMARK = "remark"  # 备注


LISTS = frozenset({Field.LEAD_UNITS, Field.SUPPORT_UNITS, Field.LEADERS, Field.LEVELS})
"""The fields that hold several names; all others hold one text."""


class FoldedTexts(Mapping[Field, Folded]):
    """The texts of a record in simplified characters, each folded when it is first asked for.

    >>> from shishi.places import Place, Text
    >>> FoldedTexts({Field.ITEM: Text("修路", Place())}, Script.SIMPLIFIED)[Field.ITEM].plain
    '修路'
    """

    __slots__ = ("_made", "_script", "_texts")

    def __init__(self, texts: Mapping[Field, Text], script: Script) -> None:
        self._texts, self._script = texts, script
        self._made: dict[Field, Folded] = {}

    def __getitem__(self, name: Field) -> Folded:
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = fold(self._texts[name].value, self._script)
        return made

    def __contains__(self, name: object) -> bool:
        return name in self._texts

    def __iter__(self) -> Iterator[Field]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __repr__(self) -> str:
        return repr(dict(self))


@dataclass(frozen=True)
class Record:
    """One row of a project table.

    `texts` holds the printed cell of every field that is not blank, list fields included (the whole
    cell: "教育局、公建中心"); `names` holds the list fields split into their names. `other` holds
    columns whose meaning is not known, by header word. `folded` has an entry for each text and is the
    identity where the page is in simplified script. `investment_unit` is the unit that the header
    prints ("万元"). `shares_item_with` is the order of the row whose item or goal this row continues.
    """

    order: int  # 1, 2, 3 … over the whole page
    place: Place
    section: int = 1
    texts: Mapping[Field, Text] = field(default_factory=dict)
    names: Mapping[Field, tuple[Text, ...]] = field(default_factory=dict)
    other: Mapping[str, Text] = field(default_factory=dict)
    folded: Mapping[Field, Folded] = field(default_factory=dict)
    open_ended: bool = False  # 等部门、单位
    investment_unit: str = ""
    shares_item_with: int | None = None

    @classmethod
    def of(cls, facts: dict[str, Any]) -> Record:
        """Build a record from all its fields at once, six times as fast as one by one.

        The dict must hold every field and is not to be used afterwards; see Measure.of.
        """
        record = object.__new__(cls)
        object.__setattr__(record, "__dict__", facts)
        return record

    def printed(self, name: Field) -> str:
        """Give a field as printed; "" when the cell is blank or the page has no such column."""
        return self.texts[name].value if name in self.texts else ""

    def plain(self, name: Field) -> str:
        """Give a field in simplified characters without pinyin; "" when blank."""
        return self.folded[name].plain if name in self.folded else self.printed(name)

    def spot(self, name: Field) -> Place:
        """Give the place that a finding about this field of this record carries."""
        return Place(part=self.place.part, row=self.place.row, field=name.value)


@dataclass(frozen=True, slots=True)
class StatedRule:
    """A fill-in rule that the page prints (填报说明): its number, its words, what was read in them.

    `facts` may hold: {"length": 100}, {"statuses": ["正常", …]}, {"closed_mark": "/"},
    {"explain": ["滞后", "超前"], "reason": ["滞后"], "next_step": ["滞后"]}.
    """

    number: str
    text: Text
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """The disclosure record (信息公开元数据) around a table; blank where the page prints nothing.

    Dates are ISO ("2024-04-01"), everything else is as printed. `printed` keeps every label–value
    pair as it stands, repeated ones too; `other` those whose label has no field here.
    """

    title: str = ""
    index_number: str = ""  # 索引号
    issuer: str = ""  # 发布机构
    document_date: str = ""  # 成文日期
    publication_date: str = ""  # 发布日期
    document_number: str = ""  # 文号
    subject: str = ""  # 主题分类
    grouping: str = ""  # 组配分类
    genre: str = ""  # 体裁分类
    disclosure: str = ""  # 公开方式
    scope: str = ""  # 公开范围
    validity: str = ""  # 有效性
    source: str = ""  # 信息来源
    attachments: tuple[str, ...] = ()
    other: Mapping[str, str] = field(default_factory=dict)
    printed: tuple[tuple[str, Text], ...] = ()


class Role(StrEnum):
    """What a stretch of the source was taken for, so that nothing disappears."""

    TITLE = "title"
    NOTICE = "notice"
    HEADER = "header"
    CELL = "cell"
    RULE = "rule"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"


class Stretch(NamedTuple):
    """A printed stretch of the source and the role it was given; cells name their record and field."""

    text: Text
    role: Role
    order: int | None = None
    field: Field | None = None


class Later(Sequence[_T]):
    """Things that are found when they are first asked for, and then kept: many who read a page never look at them.

    They are found once, whichever threads ask. To whoever compares, adds or hashes them they are a tuple: they
    equal no list.

    >>> Later(lambda: iter([Stretch(Text("修路", Place()), Role.CELL)]))[0].role.value
    'cell'
    """

    __slots__ = ("_find", "_finding", "_found")

    def __init__(self, find: Callable[[], Iterable[_T]]) -> None:
        self._find: Callable[[], Iterable[_T]] | None = find
        self._found: tuple[_T, ...] = ()
        self._finding = RLock()

    def _all(self) -> tuple[_T, ...]:
        if self._find is not None:
            with self._finding:
                if (find := self._find) is not None:
                    self._found = tuple(find())
                    self._find = None  # and with it go the document and its tables
        return self._found

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[_T, ...]: ...
    def __getitem__(self, index: int | slice) -> _T | tuple[_T, ...]:
        return self._all()[index]

    def __iter__(self) -> Iterator[_T]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        return self._all() == tuple(other) if isinstance(other, (tuple, Later)) else NotImplemented

    def __add__(self, other: object) -> tuple[Any, ...]:
        return (*self, *other) if isinstance(other, (tuple, Later)) else NotImplemented

    def __radd__(self, other: object) -> tuple[Any, ...]:
        return (*other, *self) if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())

    def __reduce__(self) -> tuple[type[tuple[_T, ...]], tuple[tuple[_T, ...]]]:
        return tuple, (self._all(),)


class Columns(Later[Record]):
    """The records of a table that is held column by column: what they print, and Records when they are asked for.

    `part` is the name of the table. `printed` has a text for each record by field, "" where the cell is
    blank; `other` the same for the columns that no field has. `listed` has the lists of names that stand in a
    field, each once.
    """

    __slots__ = ("_count", "listed", "other", "part", "printed")

    def __init__(
        self,
        part: str,
        printed: Mapping[Field, Sequence[str]],
        find: Callable[[], Iterable[Record]],
        *,
        other: Mapping[str, Sequence[str]],
        count: int,
        listed: Mapping[Field, Collection[tuple[str, ...]]],
    ) -> None:
        super().__init__(find)
        self.part, self.printed, self.other = part, printed, other
        self.listed, self._count = listed, count

    def __len__(self) -> int:
        return self._count


class Records(Later[Record]):
    """The records of a page, table by table."""

    __slots__ = ("tables",)

    def __init__(self, tables: Sequence[Sequence[Record]]) -> None:
        super().__init__(partial(chain.from_iterable, tables))
        self.tables = tables

    def __len__(self) -> int:
        return sum(map(len, self.tables))


def part_tables(records: Sequence[Record]) -> Mapping[str, Sequence[Record]]:
    """Part the records of a page by the names of their tables; what is held column by column stays so."""
    found: dict[str, Sequence[Record]] = {}
    for table in records.tables if isinstance(records, Records) else (records,):
        if isinstance(table, Columns):
            found[table.part] = table
        else:
            for part, own in groupby(table, key=lambda record: record.place.part):
                found[part] = [*found.get(part, ()), *own]
    return found


def print_rows(
    records: Sequence[Record],
) -> Iterator[tuple[Mapping[Field, str], Mapping[str, str]]]:
    """Yield all that each record prints as plain strings: `texts` by field, and `other`; blank cells are left out.

    What is held column by column makes no Record for it. The order within a row is no certain one.

    >>> record = Record(1, Place(), texts={Field.ITEM: Text("修路", Place())})
    >>> list(print_rows((record,)))
    [({<Field.ITEM: 'item'>: '修路'}, {})]
    """
    tables = records.tables if isinstance(records, Records) else (records,)
    return chain.from_iterable(map(_print_table, tables))


def _print_table(
    table: Sequence[Record],
) -> Iterable[tuple[Mapping[Field, str], Mapping[str, str]]]:
    if isinstance(table, Columns):
        texts, other = _print_columns(table.printed), _print_columns(table.other)
        return zip(islice(texts, len(table)), other, strict=False)
    return ((_printed(record.texts), _printed(record.other)) for record in table)


def _printed(texts: Mapping[_K, Text]) -> Mapping[_K, str]:
    return {key: text.value for key, text in texts.items()}


_NOTHING: Mapping[Any, str] = MappingProxyType({})


def _print_columns(columns: Mapping[_K, Sequence[str]]) -> Iterator[Mapping[_K, str]]:
    """Turn columns into rows; without a column every row is blank, and they have no end."""
    if not columns:
        return repeat(_NOTHING)
    rows = zip(*columns.values(), strict=True)
    if any("" in column for column in columns.values()):
        return ({key: text for key, text in zip(columns, row, strict=True) if text} for row in rows)
    return map(dict, map(zip, repeat(tuple(columns)), rows))


@dataclass(frozen=True, slots=True)
class HeadedColumn:
    """One column of a table that was read: its header word as printed and the field it was taken for.

    `field` is None for a column that is kept under its word as `other`. `sure` is False where the word
    is not known and the meaning was guessed from its parts or from the cells below it.
    """

    number: int  # 1, 2, 3 … in the table
    word: str
    field: Field | None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Header:
    """The header of one table that was read, and what its columns were taken for.

    `signature` is the same for every table with the same header words in the same order, whatever its
    periods and white space; a choice that a person made for one of them holds for the next. `score`
    says in hundredths how sure the meanings are.
    """

    part: str  # "table 1"
    signature: str
    columns: tuple[HeadedColumn, ...]
    score: int = 100


@dataclass(frozen=True, slots=True)
class Page:
    """Everything read from one source: the records, and the page around them.

    `columns` are fields that are asked for even where every record leaves them blank, as a form does.
    """

    source: Source
    script: Script
    notice: Notice
    records: Sequence[Record]
    plan: Period | None = None  # the period the goals are for
    report: Period | None = None  # the period the progress is of
    stated_rules: tuple[StatedRule, ...] = ()
    stretches: Sequence[Stretch] = ()
    findings: tuple[Finding, ...] = ()
    columns: frozenset[Field] = frozenset()
    headers: tuple[Header, ...] = ()  # one a table, in reading order
