"""Take one seed through all four commands and hold everything against what is expected."""

from __future__ import annotations

import json
from pathlib import Path

from rich.table import Table

from tests.acceptance.answers import Answer
from tests.acceptance.assessments import assessment_failures, assessment_lines, load_days
from tests.acceptance.cells import score_cells
from tests.acceptance.checks import check_failures, score_checks
from tests.acceptance.gold.expected import Seed
from tests.acceptance.manners import complaints_about_ending
from tests.acceptance.nothing_lost import lost_characters, lost_failures
from tests.acceptance.numbers import Sentences, score_numbers
from tests.acceptance.page import page_failures, score_page
from tests.acceptance.program import Run, run
from tests.acceptance.scores import Failure, none_wanted
from tests.acceptance.tables import seed_table, tally_table

DONE, BLOCKED = 0, 1


def examine_seed(
    seed: Seed, folder: Path, *, sentences: Sentences
) -> tuple[list[Table], list[Failure]]:
    """Give the tables of one seed and the bars it misses."""
    file = folder / seed.file
    calls = [run("extract", "--json", file), run("read", "--json", file)]
    calls += [run("check", "--json", file)]
    day = load_days().get(seed.name)
    if day:
        calls.append(run("assess", "--json", "--on", day, file))
    plain = [run(*(word for word in call.words if word != "--json")) for call in calls]
    failures = _ending_failures(seed.name, calls + plain)
    try:
        pages = [call.json for call in calls]
    except json.JSONDecodeError as error:
        return [], [*failures, Failure(f"JSON cannot be read: {error}")]
    answer = Answer(pages[0])

    cells, numbers, around = (
        score_cells(seed, answer),
        score_numbers(seed, answer, sentences=sentences),
        score_page(seed, answer),
    )
    tables = [seed_table(seed.name, cells, numbers, around=around)]
    failures += cells.failures() + numbers.failures() + page_failures(around)
    source = file.read_text(encoding="utf-8")
    failures += lost_failures(lost_characters(source, pages[1]["pieces"]))

    tallies = score_checks(seed.name, Answer({**pages[0], **pages[2]}))
    failures += check_failures(tallies)
    if day:
        reasoned, wrong = assessment_lines(seed.name, pages[3])
        tallies.append(("rows with an assessment or a reason", reasoned))
        failures += assessment_failures(reasoned, wrong)
    if tallies:
        tables.append(tally_table(f"seed {seed.name}, checks and assessments", tallies))
    return tables, failures


def _ending_failures(name: str, calls: list[Run]) -> list[Failure]:
    rude = [
        complaint
        for call in calls
        for complaint in complaints_about_ending(
            name, call, codes=(DONE, BLOCKED) if call.words[0] == "check" else (DONE,)
        )
    ]
    return none_wanted("commands that end badly", rude)
