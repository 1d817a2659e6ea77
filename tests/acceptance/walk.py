"""The first walk with the five seeds: each into a district and a plan of its own, and published."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.table import Table

from tests.acceptance.scores import Failure

ON = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
RULEBOOKS = {
    "000": "beilun",
    "001": "jiangbei",
    "002": "beilun",
    "003": "baoshan",
    "004": "binjiang",
}


@dataclass(frozen=True)
class Walked:
    """What became of one seed: rows read, items made, reports taken over, items on the site."""

    seed: str
    rows: int
    items: int
    reports: int
    release: int
    published: int


def walk_seeds(folder: Path) -> tuple[Table, list[Failure]]:
    """Bring every seed in, confirm it as published, release it, build one site of all of them."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["SHISHI_HOME"] = home
        walked = list(_walk(sorted(folder.glob("*.txt")), Path(home) / "site"))
    table = Table("seed", "rows", "items", "reports", "release", "on the site", title="the walk")
    for one in walked:
        told = (one.rows, one.items, one.reports, one.release, one.published)
        table.add_row(one.seed, *map(str, told))
    lost = [w for w in walked if not w.rows == w.items == w.published or w.release != 1]
    failures = [Failure("every row of a seed is published", (str(one),)) for one in lost]
    if len(walked) != len(RULEBOOKS):
        failures.append(Failure("five seeds are walked", (f"{len(walked)} were",)))
    return table, failures


def _walk(seeds: list[Path], out: Path) -> Iterator[Walked]:
    from shishi.web.start import open_office

    open_office()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from shishi.portal import build
    from shishi.web.accounts.models import District
    from shishi.web.publishing import last_releases

    walked = [_bring_in(seed) for seed in seeds]
    snapshots = [s for d in District.objects.order_by("slug") for s in last_releases(d)]
    build(tuple(snapshots), out)
    by_district = {snapshot.district_slug: snapshot for snapshot in snapshots}
    for one in walked:
        snapshot = by_district[f"seed-{one.seed}"]
        pages = (out / "current").glob(
            f"d/{snapshot.district_slug}/{snapshot.plan_slug}/items/*.html"
        )
        yield Walked(one.seed, one.rows, one.items, one.reports, one.release, len(list(pages)))


def _bring_in(seed: Path) -> Walked:
    from shishi.web.accounts.actions import found_district
    from shishi.web.projects.actions.plans import found_plan
    from shishi.web.projects.actions.releases import release_plan
    from shishi.web.projects.actions.uploads import bring_in, confirm_upload
    from shishi.web.projects.models import Item, Report
    from shishi.web.snapshot import take_snapshot
    from shishi.web.tenancy import open_district

    number = seed.name[:3]
    who = {"by": "acceptance", "on": ON}
    district = found_district(f"seed-{number}", number, rulebook=RULEBOOKS[number], **who)
    with open_district(district):
        upload = bring_in(seed.read_bytes(), seed.name, rulebook=district.rulebook, **who)
        title = upload.read["notice"]["title"] or seed.name
        spelt = upload.read["period"]["plan"] or upload.read["period"]["report"] or "2024"
        plan = found_plan("plan", title[:120], year=int(spelt[:4]), kind="livelihood", **who)
        confirm_upload(upload, plan=plan, as_published=True, version=upload.version, **who)
        snapshot = take_snapshot(plan, on=ON, release=1)
        release = release_plan(plan, snapshot.as_json(), **who)
        return Walked(
            seed=number,
            rows=upload.records,
            items=Item.objects.count(),
            reports=Report.objects.count(),
            release=release.number,
            published=0,
        )
