"""Releases (公开版次): a plan's approved facts, frozen and published."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from shishi.web.accounts.actions import record_event
from shishi.web.accounts.changing import changing
from shishi.web.projects.models import Plan, Release


@changing()
def release_plan(plan: Plan, snapshot: dict[str, object], *, by: str, on: datetime) -> Release:
    """Keep a snapshot of a plan as its next release. The same snapshot again gives the last release."""
    text = json.dumps(snapshot, ensure_ascii=False, sort_keys=True)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    last = Release.objects.filter(plan=plan).order_by("-number").first()
    if last and last.sha256 == sha256:
        return last  # type: ignore[no-any-return]
    number = last.number + 1 if last else 1
    release = Release(plan=plan, number=number, snapshot=snapshot, sha256=sha256, by=by, on=on)
    release.save()
    facts = {"plan": plan.slug, "number": number, "sha256": sha256}
    record_event("release-plan", release, by=by, on=on, facts=facts)
    return release
