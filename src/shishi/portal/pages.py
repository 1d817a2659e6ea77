"""Which pages a site has, and what each is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from shishi.portal import addresses, views
from shishi.portal.addresses import EDITIONS, Edition
from shishi.portal.goals import goals_in_order
from shishi.portal.snapshot import Snapshot
from shishi.portal.words import words_of


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page before it is rendered: where it goes, by which template, from which values.

    `address` is the same in every edition; the page goes into the edition's folder.
    """

    edition: Edition
    address: str
    template: str
    values: Mapping[str, Any]

    @property
    def path(self) -> str:
        """Where the page stands in the site."""
        return self.edition.folder + self.address


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share: the plans, the addresses of the assets, the sums of the data files."""

    snapshots: Sequence[Snapshot]
    assets: Mapping[str, str]  # name → address from the root
    sums: Mapping[str, str]  # address of a data file → SHA-256


def draft_pages(site: Site) -> Iterator[PageDraft]:
    """Name every page of the site, in every edition."""
    for edition in EDITIONS:
        yield _draft(
            site, edition, addresses.home(), name="home", districts=_districts(site), heading="h3"
        )
        for district, plans in _districts(site):
            values = {"plans": plans, "district": district, "heading": "h2"}
            address = addresses.district_home(district.district_slug)
            yield _draft(site, edition, address, name="district", **values)
        for snapshot in site.snapshots:
            yield from _plan_pages(site, edition, snapshot)


def _plan_pages(site: Site, edition: Edition, snapshot: Snapshot) -> Iterator[PageDraft]:
    words = words_of(edition.language)
    draft = partial(_draft, site, edition, plan=snapshot)
    yield draft(
        addresses.plan_home(snapshot),
        name="plan",
        strip=views.strip_of(snapshot, words),
        late=views.late_items(snapshot),
        money=any(item.investment for item in snapshot.items),
    )
    for number, period in enumerate(snapshot.periods):
        yield draft(
            addresses.month(snapshot, period),
            name="month",
            month=views.month_of(snapshot, period, words=words),
            before=snapshot.periods[number - 1] if number else "",
            after=(*snapshot.periods, "")[number + 1],
        )
    for number, item in enumerate(snapshot.items):
        before, after = views.neighbours(snapshot, number)
        yield draft(
            addresses.item(snapshot, item.id),
            name="item",
            item=item,
            goals=goals_in_order(item),
            history=views.history_of(item, words),
            numbers_read=views.numbers_of(str(item.id), item.measures, words),
            money=views.money_of(item, edition.language),
            before=before,
            after=after,
        )
    yield draft(addresses.about_data(snapshot), name="data", sums=_sums(site, snapshot))


def _draft(site: Site, edition: Edition, address: str, *, name: str, **values: Any) -> PageDraft:
    words = words_of(edition.language)
    shared = {
        "edition": edition,
        "words": words.labels,
        "means": words.means,
        "say": words.say,
        "period": words.period,
        "short": words.short,
        "day": words.day,
        "rule": words.rule,
        "a": addresses,
        "tally": views.tally_of,
        "assets": site.assets,
        "root": addresses.root_of(edition.folder + address),
        "up": addresses.root_of(address),
        "address": address,
        "editions": _ways(edition),
    }
    return PageDraft(edition, address, f"{name}.html", {**shared, **values})


def _ways(edition: Edition) -> dict[str, Edition]:
    """Name the other editions that are one step away: the other language, the other size."""
    other = "en" if edition.language == "zh" else "zh"
    return {
        "language": addresses.edition(other, elder=edition.elder),
        "size": addresses.edition(edition.language, elder=not edition.elder),
    }


def _districts(site: Site) -> list[tuple[Snapshot, list[Snapshot]]]:
    """Group the plans by district; the first plan of each stands for it."""
    grouped = groupby(site.snapshots, key=lambda snapshot: snapshot.district_slug)
    return [(plans[0], plans) for _, run in grouped for plans in ([*run],)]


def _sums(site: Site, snapshot: Snapshot) -> list[tuple[str, str, str]]:
    """Give the data files of a plan: label, address, SHA-256."""
    files = {
        "download_json": addresses.data_file(snapshot, "json"),
        "download_csv": addresses.data_file(snapshot, "csv"),
        "download_numbers": addresses.data_file(snapshot, "numbers.csv"),
        "download_schema": addresses.SCHEMA,
    }
    return [(label, file, site.sums[file]) for label, file in files.items()]
