"""Take one seed through all four commands and hold everything against what is expected."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.table import Table

from tests.acceptance.answers import Answer
from tests.acceptance.assessments import assessment_failures, assessment_lines, load_days
from tests.acceptance.cells import score_cells
from tests.acceptance.checks import check_failures, score_checks
from tests.acceptance.defended import load_defended, score_defended
from tests.acceptance.gold.expected import Seed
from tests.acceptance.linking import DAYS, Linked, link_tallies, score_links
from tests.acceptance.manners import complaints_about_ending
from tests.acceptance.nothing_lost import lost_characters, lost_failures
from tests.acceptance.numbers import Sentences, score_numbers
from tests.acceptance.page import page_failures, score_page
from tests.acceptance.program import Run, run
from tests.acceptance.scores import ALL, Failure, Score, below, none_wanted
from tests.acceptance.tables import seed_table, tally_table
from tests.acceptance.whole_cells import LINES, score_whole_cells

DONE, BLOCKED = 0, 1


def examine_seed(
    seed: Seed, folder: Path, *, sentences: Sentences, linked: Linked
) -> tuple[list[Table], list[Failure]]:
    """Give the tables of one seed and the bars it misses; what answers what is added to `linked`."""
    calls, failures = _call(seed, folder / seed.file)
    try:
        pages = {call.words[0]: call.json for call in calls}
    except ValueError as error:
        return [], [*failures, Failure(f"JSON cannot be read: {error}")]
    answer = Answer(pages["extract"])

    cells, around = score_cells(seed, answer), score_page(seed, answer)
    numbers = score_numbers(seed, answer, sentences=sentences)
    source = (folder / seed.file).read_text(encoding="utf-8")
    lost = lost_characters(source, pages["read"]["pieces"])
    failures += cells.failures() + numbers.failures() + page_failures(around) + lost_failures(lost)
    whole = score_whole_cells(answer, source, lines=LINES.get(seed.name, {}))
    failures += below("cells of whole lines", whole, ALL)
    tallies, missed = _judge(seed.name, pages, answer, linked=linked)

    tables = [seed_table(seed.name, cells, numbers, around=around, whole=whole, lost=lost)]
    if tallies:
        tables.append(tally_table(f"seed {seed.name}, checks and assessments", tallies))
    return tables, failures + missed


def examine_pair(folder: Path, one: str, other: str) -> tuple[Table, list[Failure]]:
    """Check one seed against another plan; give the table and what is missed."""
    name = f"{one} against {other}"
    files = [next(folder.glob(f"{seed}_*.txt")) for seed in (one, other)]
    found = run("check", "--json", "--against", files[1], files[0])
    score = score_defended(load_defended(name), Answer(found.json))
    tallies = [("all findings, each defended", score)]
    return tally_table(f"seed {name}", tallies), check_failures(tallies)


def _call(seed: Seed, file: Path) -> tuple[list[Run], list[Failure]]:
    """Call every command with --json, and without for its ending alone; give the former."""
    asked: list[tuple[str, ...]] = [("extract",), ("read",), ("check",)]
    day = (load_days() | DAYS).get(seed.name)
    if day:
        asked.append(("assess", "--on", day))
    calls = [run(*words, "--json", file) for words in asked]
    plain = [run(*words, file) for words in asked]
    return calls, _ending_failures(seed.name, calls + plain)


def _judge(
    name: str, pages: Mapping[str, dict[str, Any]], extracted: Answer, *, linked: Linked
) -> tuple[list[tuple[str, Score]], list[Failure]]:
    tallies = score_checks(name, Answer(pages["check"]), extracted=extracted)
    tallies.append(
        ("all findings, each defended", score_defended(load_defended(name), Answer(pages["check"])))
    )
    failures = check_failures(tallies)
    if name in load_days():
        reasoned, wrong = assessment_lines(name, pages["assess"])
        tallies.append(("rows with an assessment or a reason", reasoned))
        failures += assessment_failures(reasoned, wrong)
    if "assess" in pages:
        own = score_links(name, pages["assess"]["assessments"])
        linked.add(own)
        tallies += link_tallies(own)
    return tallies, failures


def _ending_failures(name: str, calls: list[Run]) -> list[Failure]:
    rude = [
        complaint
        for call in calls
        for complaint in complaints_about_ending(
            name, call, codes=(DONE, BLOCKED) if call.words[0] == "check" else (DONE,)
        )
    ]
    return none_wanted("commands that end badly", rude)
