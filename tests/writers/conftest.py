"""Words for the made-up findings, so that these tests do not hang on the rooms that make them."""

from __future__ import annotations

import pytest

from shishi import findings

MESSAGES = {
    "test-lead-unsure": {
        "zh": "第{order}条：牵头单位没有把握。",
        "en": "Item {order}: unsure of the lead unit.",
    },
    "test-status": {
        "zh": "“{printed}”不在状态之中。",
        "en": "“{printed}” is no status.",
    },
    "test-page-note": {"zh": "有{count}处备注。", "en": "{count} remarks."},
    "test-either": {"zh": "读作{read_as}，或为{or_as}。", "en": "Read as {read_as} or {or_as}."},
    "goal-missed": {"zh": "应完成{due}，实际{reached}。", "en": "due {due}, reached {reached}."},
    "no-goal": {"zh": "页面没有本期目标。", "en": "the page gives no goal."},
}


@pytest.fixture(autouse=True)
def words_for_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    messages = findings.load_messages() | MESSAGES
    monkeypatch.setattr(findings, "load_messages", lambda: messages)
