"""Blocks: one project each, its parts under labels; found in a flow and cut into rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import combinations, pairwise

from shishi.layouts.columns.column import Column, is_project_table
from shishi.layouts.columns.evidence import ColumnLook, look_at_column
from shishi.layouts.cutting import cut, join
from shishi.layouts.flows.joints import separator
from shishi.layouts.flows.labelled.alternatives import find_alternatives, meaning_of
from shishi.layouts.flows.labelled.habits import is_headed
from shishi.layouts.flows.labelled.labels import settle_labels, word_of
from shishi.layouts.flows.labelled.lines import Line
from shishi.layouts.flows.labelled.outside import may_remark
from shishi.layouts.flows.labelled.parting import HEAD, Block, part_blocks
from shishi.layouts.flows.labelled.reading import read_lines, with_labels
from shishi.layouts.flows.labelled.regions import find_regions
from shishi.layouts.flows.looks import Look, look_at
from shishi.layouts.layout import MAY_BE_OTHER, Because, Layout, RawCell, RawRow, RawTable, Shape
from shishi.layouts.terms import Terms
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.names.kinds import is_blank_mark
from shishi.layouts.words.notes import is_remark, is_title
from shishi.layouts.words.tasks import is_task
from shishi.places import Place, Text
from shishi.readers.document import Paragraph
from shishi.records import Field
from shishi.text.characters import fold, squeeze

_FEWEST = 2
_LED = frozenset({Field.LEAD_UNITS, Field.LEADERS})
_SOME = 40
_NAMED = re.compile("名称?$|(?:项目|工程|实事)$")
"""How a label ends that can only be of the item's own name: 项目名称, 实事项目."""
_PROJECTS = re.compile("实事|项目")
_CALLS = re.compile("征集.*(?:公告|通告|通知|启事)")


def find_blocks(
    paragraphs: Sequence[Paragraph], terms: Terms, *, labels: Set[str] = frozenset()
) -> list[Layout]:
    """Find the stretches of a flow that list projects in labelled blocks; their names are blank.

    There must be two projects at least, each with an item, and a unit, a goal or progress. One is
    enough where something stands between it and the other blocks of the page, whose `labels` it has.
    """
    lines = read_lines(paragraphs, terms)
    found = [
        _lay_out(lines, region, terms) for region in find_regions(with_labels(lines, terms), terms)
    ]
    sure = [layout for layout, blocks in found if layout and _are_many(blocks)]
    labels = labels | {c.word for layout in sure for c in layout.columns if c.word}
    return [
        layout
        for layout, blocks in found
        if layout and (_are_many(blocks) or _are_alike(_words(blocks), labels, terms))
    ]


def _words(blocks: Sequence[Block]) -> list[str]:
    """Give the labels of blocks, each once, in page order."""
    return list(dict.fromkeys(word for block in blocks for word in block.values if word))


def _are_many(blocks: Sequence[Block]) -> bool:
    """Tell two blocks or more that have a label in common."""
    words = Counter(word for block in blocks for word in block.values if word)
    return len(blocks) >= _FEWEST and max(words.values(), default=0) >= _FEWEST


def _lay_out(
    lines: Sequence[Line], region: tuple[int, int], terms: Terms
) -> tuple[Layout | None, list[Block]]:
    """Give the layout of a region and its blocks; None where it lists no projects."""
    start, end = region
    blocks = _blocks(lines[start:end], terms)
    words = _words(blocks)
    headed = 2 * sum(HEAD in b.values for b in blocks) > len(blocks)
    given = {Field.THEME} & {name for block in blocks for name in block.given}
    if any(word_of(word, terms.dialect).claims[0][0] == Field.THEME for word in words):
        given = set()
    coded = any(block.code for block in blocks)
    columns = _columns(blocks, headed=headed, coded=coded, given=given, terms=terms)
    if _may_be_named(blocks, columns):
        columns = tuple(replace(c, sure=c.field is not Field.ITEM) for c in columns)
    doubt = () if is_project_table(columns) else _candidates(lines[:start], blocks, columns)
    if not words or doubt is None:
        return None, blocks
    layout = Layout(
        name="",
        part=0,
        columns=columns,
        header=(start, start),
        body=region,
        score=100 * sum(c.is_known for c in columns) // len(columns),
        reasons=(Because("labels-found", {"words": words}), *doubt),
        shape=Shape.LABELLED,
    )
    return layout, blocks


def _may_be_named(blocks: Sequence[Block], columns: Sequence[Column]) -> bool:
    """Tell themes over one block each that may be the names of the items, where the label of those (任务) says no name."""
    themes = [block.given[Field.THEME].value for block in blocks if Field.THEME in block.given]
    if len({*themes}) < len(blocks):
        return False
    item = next((c.word for c in columns if c.field is Field.ITEM and c.word), "")
    return bool(item) and not _NAMED.search(item)


def _candidates(
    above: Sequence[Line], blocks: Sequence[Block], columns: Sequence[Column]
) -> tuple[Because, ...] | None:
    """Tell projects that nobody answers for yet, under a title that names them: 民生实事候选项目建议清单.

    A call for proposals (项目征集公告) lists something else. Where no item reads like a task, their
    money must speak for them, and a person is asked; None where they are none.
    """
    fields = {c.field for c in columns} - {None}
    if len(blocks) <= _FEWEST or Field.ITEM not in fields or len(fields) < _FEWEST:
        return None
    titles = (squeeze(x.folded.plain) for x in reversed(above) if x.outside)
    title = next(filter(is_title, titles), "")
    if not _PROJECTS.search(title) or _CALLS.search(title):
        return None
    word = next(c.word if c.printed else HEAD for c in columns if c.field is Field.ITEM)
    items = [squeeze("".join(t.value for t in b.values.get(word, ()))) for b in blocks]
    if 100 * sum(map(is_task, items)) >= _SOME * len(items):
        return ()
    return (Because(MAY_BE_OTHER),) if Field.INVESTMENT in fields else None


def _are_alike(words: Sequence[str], labels: Set[str], terms: Terms) -> bool:
    """Tell words of which most are among the `labels` of other blocks, and the rest say what those say."""

    said = {meaning_of(label, terms.dialect, headed=True) for label in labels} - {None}
    others = [word for word in words if word not in labels]
    known = all(meaning_of(word, terms.dialect, headed=True) in said for word in others)
    return known and 2 * len(others) < len(words)


def _columns(
    blocks: Sequence[Block], *, headed: bool, coded: bool, given: Set[Field], terms: Terms
) -> tuple[Column, ...]:
    words = _words(blocks)
    taken = given | ({Field.ITEM} if headed else set())
    looks = {word: _look_at(word, blocks, terms) for word in words}
    meant = settle_labels(words, taken=taken, dialect=terms.dialect, looks=looks)
    named = tuple(meant[w] for w in words if w in meant)
    coded = coded and all(c.field is not Field.CODE for c in named)
    code = [Column(Field.CODE, printed=False)] if coded else []
    item = [Column(Field.ITEM, printed=False)] if headed else []
    return (*code, *item, *named)


def _look_at(word: str, blocks: Sequence[Block], terms: Terms) -> ColumnLook:
    """Look at the values of a label."""
    values = (b.values.get(word, ()) for b in blocks)
    return look_at_column(
        (terms.plain("".join(t.value for t in v)) for v in values), terms.statuses
    )


def cut_blocks(paragraphs: Sequence[Paragraph], layout: Layout, *, terms: Terms) -> RawTable:
    """Cut the blocks of a layout into rows."""
    start, end = layout.body
    lines = read_lines(paragraphs[start:end], terms)
    blocks = _blocks(lines, terms)
    if blocks and _may_go_on(read_lines(paragraphs[end : end + 1], terms)):
        blocks[-1].unsure.add(blocks[-1].last)
    if _may_speak_of_all(lines, blocks, terms.dialect):
        blocks[-1].unsure.add(blocks[-1].last)
    led = _mostly_led(blocks, layout.columns)
    rows = [
        RawRow(
            _cells(block, layout, number, terms=terms),
            given=block.given,
            unsure=_unsure_blanks(block, layout.columns, led),
        )
        for number, block in enumerate(blocks, 1)
    ]
    return RawTable(layout, tuple(rows))


def _may_speak_of_all(lines: Sequence[Line], blocks: Sequence[Block], dialect: Dialect) -> bool:
    """Tell the one remark of several blocks, on a line of its own below the last: it may be on the whole list."""
    if len(blocks) < _FEWEST or not blocks[-1].last:
        return False
    line = next(x for x in reversed(lines) if x.labels)
    word = line.labels[0].word
    alone = not line.head and len(line.labels) == 1 and may_remark(word, dialect)
    return alone and not any(word in block.printed for block in blocks[:-1])


def _may_go_on(below: Sequence[Line]) -> bool:
    """Tell a sentence right below the last value, which the values above give no reason to take in."""
    told = [x for x in below if not (x.labels or x.outside or x.mark or x.gap)]
    return any(x.plain.endswith("。") and not is_remark(squeeze(x.plain)) for x in told)


def _cells(block: Block, layout: Layout, number: int, *, terms: Terms) -> dict[int, RawCell]:
    cells = {}
    for index, column in enumerate(layout.columns):
        word = column.word if column.printed else HEAD
        texts = block.values.get(word, [])
        if not column.printed and column.field is Field.CODE:
            texts = [block.code] if block.code else []
        name = column.field.value if column.field else ""
        place = Place(part=layout.name, row=number, column=index + 1, field=name)
        texts = [_without_end(t) for t in texts if t.value]
        if texts:
            looks = [look_at(fold(t.value, terms.script).plain, terms.statuses) for t in texts]
            between = list(_separators(column.field, looks))
            unsure = word in block.unsure
            margin, rival = (0, index) if unsure else (None, None)
            cells[index] = RawCell(join(texts, between, place=place), margin, rival)
    return cells


def _without_end(text: Text) -> Text:
    """Leave out the full stop behind a mark for nothing: 总投资:/。"""
    end = len(text.value) - text.value.endswith("。")
    return cut(text, 0, end) if is_blank_mark(text.value[:end]) else text


def _separators(field: Field | None, looks: Sequence[Look]) -> Iterator[str]:
    """Say what stands between the paragraphs of a value; behind a colon each is a line of a list."""
    listed = False
    for before, after in pairwise(looks):
        listed |= before.text.endswith((":", "：")) or (before.starred and not after.starred)
        yield "\n" if listed else separator(field, before, after)


def _mostly_led(blocks: Sequence[Block], columns: Sequence[Column]) -> frozenset[str]:
    """Give the labels of who leads that most blocks have: one without may share those of a merged cell."""
    words = {c.word for c in columns if c.word and c.field in _LED}
    often = {word: sum(word in block.values for block in blocks) for word in words}
    return frozenset(word for word, n in often.items() if 3 * n >= 2 * len(blocks))


def _unsure_blanks(block: Block, columns: Sequence[Column], led: frozenset[str]) -> frozenset[int]:
    words = (block.unsure | led) - block.values.keys()
    return frozenset(i for i, column in enumerate(columns) if column.word and column.word in words)


def _blocks(lines: Sequence[Line], terms: Terms) -> list[Block]:
    """Part the lines of a region into blocks; two labels in one block are not the same thing."""
    lines = with_labels([line for line in lines if not line.furniture], terms)
    blocks = part_blocks(_renamed(lines, terms, apart=frozenset()), terms)
    printed = Counter(word for block in blocks for word in block.printed)
    shared = Counter(
        frozenset(pair) for block in blocks for pair in combinations(sorted(block.printed), 2)
    )
    apart = {p for p, times in shared.items() if 2 * times >= min(printed[word] for word in p)}
    return part_blocks(_renamed(lines, terms, apart=apart), terms)


def _renamed(lines: Sequence[Line], terms: Terms, *, apart: Set[frozenset[str]]) -> list[Line]:
    """Call the labels that say the same by one word."""
    words = [label.word for line in lines for label in line.labels]
    headed = is_headed(lines, terms.dialect)
    same = find_alternatives(words, headed=headed, dialect=terms.dialect, apart=apart)
    return [
        replace(
            line,
            labels=[replace(x, word=same[x.word], printed=x.word) for x in line.labels],
            doubted=[replace(x, word=same.get(x.word, x.word)) for x in line.doubted],
        )
        for line in lines
    ]
