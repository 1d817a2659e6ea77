"""Print a page for a pipe: one record a line, one finding a line, nothing cut, no colours."""

from __future__ import annotations

from collections.abc import Iterator

from shishi.cli.doubts import doubtful_fields, finding_rows
from shishi.cli.reading import part_lines, piece_rows
from shishi.cli.rows import (
    by_order,
    cell_text,
    change_words,
    field_titles,
    head_lines,
    outlook_words,
    printed_fields,
    reason_words,
    summary_line,
)
from shishi.cli.words import shown_name, word
from shishi.records import Field
from shishi.street import Walked


def page_lines(walked: Walked, *, language: str) -> Iterator[str]:
    """Yield the lines of a page: head (# …), records tab-separated, findings, counts (# …).

    A doubtful cell begins with "?". A finding line reads name:place:severity:about:message [code].
    """
    yield from (f"# {line}" for line in head_lines(walked, language) if line)
    if walked.page.records:
        lines = _record_lines if walked.assessments is None else _assessment_lines
        yield from lines(walked, language)
    yield from finding_lines(walked, language=language)
    yield f"# {summary_line(walked, language)}"


def check_lines(walked: Walked, *, language: str) -> Iterator[str]:
    """Yield the lines of a check: head (# …), findings, counts (# …)."""
    yield from (f"# {line}" for line in head_lines(walked, language) if line)
    yield from finding_lines(walked, language=language)
    yield f"# {summary_line(walked, language)}"


def reading_lines(walked: Walked, *, language: str) -> Iterator[str]:
    """Yield the lines of a reading: head and parts (# …), pieces as place, role and text by tabs."""
    head = [*head_lines(walked, language), *part_lines(walked, language)]
    yield from (f"# {line}" for line in head if line)
    yield from ("\t".join(row[1:]) for row in piece_rows(walked, language))
    yield from finding_lines(walked, language=language)
    yield f"# {summary_line(walked, language)}"


def finding_lines(walked: Walked, *, language: str) -> Iterator[str]:
    """Yield one line a finding, as a compiler does, so that grep and editors can use them."""
    name = shown_name(walked.name, language)
    for finding, where, grave, about, said in finding_rows(walked, language):
        yield f"{name}:{where}:{grave.split(' ', 1)[1]}:{about}:{said} [{finding.code}]"


def _record_lines(walked: Walked, language: str) -> Iterator[str]:
    fields = printed_fields(walked.page)
    sections = len({record.section for record in walked.page.records}) > 1
    doubts = doubtful_fields(walked)
    head = [word("fields", "order", language)]
    head += [word("fields", "section", language)] if sections else []
    yield "\t".join(head + field_titles(fields, language))
    for record in walked.page.records:
        cells = [str(record.order)] + ([str(record.section)] if sections else [])
        for name in fields:
            doubtful = name in doubts.get(record.order, ())
            cells.append(("?" if doubtful else "") + cell_text(record, name))
        yield "\t".join(cells)


def _assessment_lines(walked: Walked, language: str) -> Iterator[str]:
    head = [word("fields", name, language) for name in ("order", "item")]
    head += [word("columns", name, language) for name in ("claimed", "computed", "reasons")]
    yield "\t".join(head)
    found = by_order(walked.assessments or ())
    for record in walked.page.records:
        cells = [str(record.order), cell_text(record, Field.ITEM)]
        if assessment := found.get(record.order):
            cells += [assessment.claimed, assessment.word]
            said = [
                *reason_words(assessment, language),
                *outlook_words(assessment, language),
                *change_words(walked, record.order, language),
            ]
            cells.append(" ".join(said))
        yield "\t".join(cells)
    yield from (f"# {line}" for line in change_words(walked, None, language))
