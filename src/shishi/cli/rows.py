"""What the screens say about a page, as plain rows: the terminal and the pipe print the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from shishi.assessment import say
from shishi.assessment.assessment import Assessment
from shishi.cli.words import listed, sentence, shown_name, word
from shishi.findings import Severity
from shishi.records import LISTS, Field, Page, Record
from shishi.street import Stop, Walked

FIELDS = (
    *(Field.CODE, Field.THEME, Field.ITEM, Field.LEADERS, Field.LEAD_UNITS, Field.SUPPORT_UNITS),
    *(Field.LEVELS, Field.INVESTMENT, Field.GOAL, Field.PROGRESS, Field.PERCENT, Field.STATUS),
    *(Field.EXPLANATION, Field.REMARK),
)
"""The fields of a record in the order in which tables print them."""


def printed_fields(page: Page) -> list[Field]:
    """List the fields that at least one record of the page has, in the order of a table."""
    return [name for name in FIELDS if any(record.printed(name) for record in page.records)]


def cell_text(record: Record, name: Field) -> str:
    """Give one cell on one line: texts with their line breaks taken out, lists joined with 、."""
    if name in LISTS and record.names.get(name):
        return "、".join(one_line(text.value) for text in record.names[name])
    unit = record.investment_unit if name is Field.INVESTMENT else ""
    printed = one_line(record.printed(name))
    return printed + unit if printed and not printed.endswith(unit) else printed


def one_line(text: str) -> str:
    """Put a text on one line; a break between two Chinese characters leaves no blank.

    >>> one_line("教育设施\\n增量提质\\tABC\\nDEF")
    '教育设施增量提质 ABC DEF'
    """
    joined = ""
    for line in text.split():
        blank = joined and (joined[-1].isascii() or line[0].isascii())
        joined += (" " if blank else "") + line
    return joined


def reason_words(assessment: Assessment, language: str) -> list[str]:
    """Say the reasons of an assessment, in their order."""
    return [one_line(say(reason, language)) for reason in assessment.reasons]


def outlook_words(assessment: Assessment, language: str) -> list[str]:
    """Say where the numbers of an item lead by the year's end, those of which something can be said."""
    seen = [forecast for forecast in assessment.forecasts if forecast.value is not None]
    between = "" if language == "zh" else " "
    return [one_line(between.join(say(r, language) for r in f.reasons)) for f in seen]


def change_words(walked: Walked, order: int | None, language: str) -> list[str]:
    """Say what changed in an item since the page before; for None, which items of that page are gone."""
    changes = walked.changes or ()
    if order is None:
        gone = [str(change.previous) for change in changes if change.order is None]
        return [sentence("lines", "gone", language, items=listed(gone, language))] if gone else []
    found = [reason for change in changes if change.order == order for reason in change.reasons]
    return [sentence("lines", "changed", language, said=one_line(say(r, language))) for r in found]


def head_lines(walked: Walked, language: str) -> list[str]:
    """Say what the page is: its title, then source, script and periods, then the rulebook."""
    page = walked.page
    facts = [
        sentence(
            "lines",
            "source",
            language,
            name=shown_name(walked.name, language),
            format=page.source.format,
            script=word("scripts", page.script.value, language),
        )
    ]
    if page.plan:
        facts.append(sentence("lines", "plan", language, plan=page.plan))
    if page.report:
        facts.append(sentence("lines", "report", language, report=page.report))
    if walked.on:
        facts.append(sentence("lines", "on", language, on=walked.on.isoformat()))
    return [one_line(page.notice.title), " · ".join(facts), rulebook_line(walked, language)]


def rulebook_line(walked: Walked, language: str) -> str:
    """Say which rulebook was used and why."""
    rules, matched = walked.rulebook, walked.matched
    why = "asked" if matched is None else "matched" if matched else "unmatched"
    return sentence(
        "lines",
        "rulebook",
        language,
        name=rules.name,
        version=rules.version,
        title=rules.title[language],
        why=sentence("lines", why, language, words=listed((matched or ())[:3], language)),
    )


def summary_line(walked: Walked, language: str) -> str:
    """Count what there is: items, computed statuses, findings by severity."""
    parts = [sentence("lines", "records", language, count=len(walked.page.records))]
    if walked.assessments is not None:
        counts = Counter(assessment.word for assessment in walked.assessments)
        parts.append(sentence("lines", "computed", language, counts=_counted(counts, language)))
    found = Counter("waived" if f.waived else f.severity.value for f in walked.findings)
    if found:
        names = [*(severity.value for severity in Severity), "waived"]
        words = {word("severities", name, language): found[name] for name in names if found[name]}
        facts = {"count": len(walked.findings), "counts": _counted(words, language)}
        parts.append(sentence("lines", "findings", language, **facts))
    else:
        none = "no_doubts" if walked.stop is Stop.EXTRACT else "no_findings"
        parts.append(word("lines", none, language))
    return word("lines", "between", language).join(parts)


def _counted(counts: Mapping[str, int], language: str) -> str:
    facts = [{"word": name, "count": count} for name, count in counts.items()]
    return listed((sentence("lines", "counted", language, **fact) for fact in facts), language)


def by_order(assessments: Iterable[Assessment]) -> dict[int, Assessment]:
    """Look assessments up by the order of their record."""
    return {assessment.order: assessment for assessment in assessments}


def field_titles(names: Sequence[Field], language: str) -> list[str]:
    """Give the column titles of fields."""
    return [word("fields", name.value, language) for name in names]
