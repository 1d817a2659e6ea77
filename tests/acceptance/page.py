"""Hold what stands around the rows against what a careful person reads there: notice, period, rules."""

from __future__ import annotations

from tests.acceptance.answers import Answer, printed_text
from tests.acceptance.gold.expected import Seed
from tests.acceptance.scores import ALL, Failure, Score, below


def score_page(seed: Seed, answer: Answer) -> Score:
    """Tally script, sections, notice fields, periods and the number of stated rules."""
    score = Score()
    script = answer.json.get("script")
    score.add(script == seed.script, f"script: {script}, wanted {seed.script}")
    sections = len({record["section"] for record in answer.records})
    score.add(sections == seed.sections, f"sections: {sections}, wanted {seed.sections}")
    notice = answer.json.get("notice") or {}
    for name, spelling in seed.notice.items():
        printed = printed_text(notice, name)
        score.add(spelling.matches(printed), f"notice {name}: {printed}")
    for name, accepted in seed.period.items():
        found = (answer.json.get("period") or {}).get(name)
        score.add(found in accepted, f"period {name}: {found}, wanted {accepted}")
    rules = answer.json.get("stated_rules") or []
    score.add(len(rules) == seed.stated_rules, f"stated rules: {len(rules)}")
    facts = {name: fact for rule in rules for name, fact in (rule.get("facts") or {}).items()}
    for name, wanted in seed.stated_facts.items():
        score.add(_sorted(facts.get(name)) == _sorted(wanted), f"stated {name}: {facts.get(name)}")
    return score


def page_failures(score: Score) -> list[Failure]:
    """Give the failure when anything around the rows was read wrong."""
    return below("notice, period, rules", score, ALL)


def _sorted(fact: object) -> object:
    """A page's own order of words means nothing: 滞后、超前 is 超前、滞后."""
    return sorted(fact) if isinstance(fact, list) else fact
