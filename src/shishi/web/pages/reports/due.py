"""What a claimed status asks the explanation for, in words."""

from __future__ import annotations

from dataclasses import dataclass

from shishi.rulebook import load_rulebook


@dataclass(frozen=True, slots=True)
class Due:
    """Whether an explanation is due, and what it must hold, in the rulebook's words."""

    is_due: bool
    names: tuple[str, ...]
    asking: tuple[str, ...]  # the status words that ask for one


def explanation_due(rulebook: str, claimed: str) -> Due:
    """Say what the explanation must hold for a claimed status.

    >>> explanation_due("default", "滞后").names
    ('滞后原因', '下步计划')
    >>> explanation_due("default", "正常").is_due
    False
    """
    rules = load_rulebook(rulebook)
    wanted = rules.due.get(rules.meaning(claimed) or "", ())
    asking = tuple(s.word for s in rules.statuses if s.fill and rules.due.get(s.means))
    return Due(bool(wanted), tuple(rules.names[name] for name in wanted), asking)
