"""Read the fill-in rules (填报说明) that a district prints under its table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shishi.layouts.cutting import cut
from shishi.layouts.words.notes import load_around_words
from shishi.places import Text
from shishi.records import StatedRule
from shishi.text.characters import Script, fold, squeeze

_NUMBER = re.compile(
    r"(?:^|(?<=[;;。:：\s]))[(（]?([0-9]{1,2}|[一二三四五六七八九十])[)）]?[.、．](?![0-9])"
)
_LENGTH = re.compile(
    r"([0-9]{2,4})个?字(?:左右|以内|之内|以下)|不超过([0-9]{2,4})个?字|控制在([0-9]{2,4})个?字"
)
_STATUSES = re.compile(
    r"(?:分为|包括|填写|只填|限填|选填)[:：]?((?:[“\"]?[\u4e00-\u9fff]{2,5}[”\"]?[、和或/]){1,9}[“\"]?[\u4e00-\u9fff]{2,4}?[”\"]?)(?=[,。;;四五三两]|$)"
)
_CLOSED_MARK = re.compile(r"办结[^。;;]*?标注[“\"']?([/／\\—\-]+)[”\"']?")
_EXPLAIN = re.compile(
    r"(?:为|是)((?:[\u4e00-\u9fff]{2,4}、)*[\u4e00-\u9fff]{2,4}?)的(?:项目|任务|事项)?(?:需|须|应|必须)?(?:填报|填写|说明)"
)
_EACH = re.compile(
    r"([\u4e00-\u9fff]{2,4}?)(?:项目|任务|的)(?:需|须|应|要)?(?:简要)?说明([^,。;;]*)"
)


def read_stated_rules(
    loose: Sequence[Text], *, script: Script
) -> tuple[list[StatedRule], set[int]]:
    """Find the fill-in rules among the paragraphs outside the tables.

    Gives the rules in order and the indices of the paragraphs they stand in. A rule begins with a
    number; the paragraph with the heading may hold the first one.
    """
    rules: list[StatedRule] = []
    used: set[int] = set()
    for index, text in enumerate(loose):
        plain = fold(text.value, script).plain
        begins = squeeze(plain).startswith(load_around_words().rule_headings)
        follows = index - 1 in used and bool(_NUMBER.match(plain.strip()))
        if begins or follows:
            used.add(index)
            rules += _split(text, script)
    return rules, used


def _split(text: Text, script: Script) -> list[StatedRule]:
    folded = fold(text.value, script)
    marks = list(_NUMBER.finditer(folded.plain))
    if not marks:
        heading = re.search(r"[:：]", folded.plain)
        body = cut(text, *folded.printed_span(heading.end() if heading else 0, len(folded.plain)))
        return [StatedRule("", body, _facts(fold(body.value, script).plain))] if body.value else []
    ends = [m.start() for m in marks[1:]] + [len(folded.plain)]
    rules = []
    for mark, end in zip(marks, ends, strict=True):
        body = cut(text, *folded.printed_span(mark.end(), end))
        rules.append(StatedRule(mark[1], body, _facts(fold(body.value, script).plain)))
    return rules


def _facts(plain: str) -> dict[str, object]:
    """Read what a rule demands: length, status words, the mark of closed items, who explains what.

    >>> _facts("进度状态:分为正常、滞后,据实填写")["statuses"]
    ['正常', '滞后']
    """
    facts: dict[str, object] = {}
    if length := _LENGTH.search(plain):
        facts["length"] = int(next(filter(None, length.groups())))
    if statuses := _STATUSES.search(plain):
        facts["statuses"] = [w.strip('“”"') for w in re.split(r"[、和或/]", statuses[1])]
    if mark := _CLOSED_MARK.search(plain):
        facts["closed_mark"] = mark[1]
    if explain := _EXPLAIN.search(plain):
        facts["explain"] = re.split("、", explain[1])
    for each in _EACH.finditer(plain):
        word = re.sub(r"^.*的", "", each[1])
        if "原因" in each[2]:
            facts.setdefault("reason", []).append(word)  # type: ignore[attr-defined]
        if re.search(r"下一?步|措施|计划", each[2]):
            facts.setdefault("next_step", []).append(word)  # type: ignore[attr-defined]
    return facts
