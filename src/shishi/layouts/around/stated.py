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
_MARKS = "[,，。;；:：]"
_LISTED = '(?:[“"]?[\u4e00-\u9fff]{2,5}[”"]?[、和或/])'
_LAST = '[“"]?[\u4e00-\u9fff]{2,4}?[”"]?'
_STATUSES = re.compile(
    rf"(?:分为|包括|填写|只填|限填|选填)[:：]?({_LISTED}{{1,9}}{_LAST})(?=[,。;;四五三两]|$)"
    rf"|(?:从|在|按)({_LISTED}{{2,9}}{_LAST})(?:[三四五六七八九][项种类个])?[之中里内]{{0,2}}(?:选填|填写|选择)"
)
_CLOSED_MARK = re.compile(r"办结[^。;;]*?(?:标注|填写?|写)[“\"']?([/／\\—\-]+)[”\"']?")
_WHO = r"((?:[\u4e00-\u9fff]{2,4}、)*[\u4e00-\u9fff]{2,4}?)"
_MUST = "[,，]?(?:必须|需要|需|须|应|要)?(?:在情况说明[里中]?)?(?:简要)?"
_EXPLAIN = re.compile(
    rf"(?:为|是|(?:^|(?<={_MARKS}))\s*(?!其|各|所|已|未|上|本))"
    rf"{_WHO}的(?:项目|任务|事项)?{_MUST}(?:填报|填写|说明|写明|写清)"
)
_EACH = re.compile(rf"{_WHO}(?:的项目|的任务|项目|任务|的){_MUST}(?:说明|写明|写清)([^,，。;；]*)")
_NEXT_STEP = re.compile("下一?步|措施|计划|打算|办法")


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
        return (
            [StatedRule("", body, read_facts(fold(body.value, script).plain))] if body.value else []
        )
    ends = [m.start() for m in marks[1:]] + [len(folded.plain)]
    rules = []
    for mark, end in zip(marks, ends, strict=True):
        body = cut(text, *folded.printed_span(mark.end(), end))
        rules.append(StatedRule(mark[1], body, read_facts(fold(body.value, script).plain)))
    return rules


def read_facts(plain: str) -> dict[str, object]:
    """Read what a rule demands: length, status words, the mark of closed items, who explains what.

    >>> read_facts("进度状态:分为正常、滞后,据实填写")["statuses"]
    ['正常', '滞后']
    """
    facts: dict[str, object] = {}
    if length := _LENGTH.search(plain):
        facts["length"] = int(next(filter(None, length.groups())))
    if statuses := _STATUSES.search(plain):
        facts["statuses"] = [
            w.strip('“”"') for w in re.split(r"[、和或/]", statuses[1] or statuses[2])
        ]
    if mark := _CLOSED_MARK.search(plain):
        facts["closed_mark"] = mark[1]
    explained = [word for who in _EXPLAIN.finditer(plain) for word in who[1].split("、")]
    if explained:
        facts["explain"] = list(dict.fromkeys(explained))
    for each in _EACH.finditer(plain):
        words = re.sub(r"^.*[的为是]", "", each[1]).split("、")
        if "原因" in each[2]:
            facts.setdefault("reason", []).extend(words)  # type: ignore[attr-defined]
        if _NEXT_STEP.search(each[2]):
            facts.setdefault("next_step", []).extend(words)  # type: ignore[attr-defined]
    return facts
