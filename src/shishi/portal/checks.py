"""Checks of a whole site before it is written: links, sections, counts, and every figure on every page
against the data files as they will be downloaded."""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from shishi.portal import addresses
from shishi.portal.faults import Fault
from shishi.portal.figures import read_figure
from shishi.portal.open_data import facts_of_csv, facts_of_json, numbers_of_csv, read_csv
from shishi.portal.snapshot import Snapshot
from shishi.rulebook.book import MEANINGS

Files = Mapping[str, bytes]

_LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_EMPTY = re.compile(
    r"<(section|article|ul|ol|dl|dd|dt|td|th|tbody|table|p|h[1-6]|title|caption)\b[^>]*>\s*</\1>"
)
_FACT = re.compile(r'<(\w+)((?: [^<>]*)?) data-fact="([^"]*)"([^<>]*)>([^<]*)</\1>')
_MEANT = re.compile(r'(?:datetime|value)="([^"]*)"')  # of <time> and <data>
_MEAN = ("time", "data")
_COUNT = re.compile(r'data-count="([0-9]+)"')
_OUTSIDE = (
    *(re.compile(tag) for tag in ("<script", "<iframe", ' style="')),
    re.compile(r' on[a-z]+="'),
    re.compile(r'="(?:https?:)?//'),
)
"""Each begins with characters that the search can look for; one pattern for all takes ten times as long."""
_ROW = '<tr role="row" class="one">'


def check_snapshots(snapshots: Sequence[Snapshot]) -> Iterator[Fault]:
    """Find what makes snapshots unfit for a site before anything is rendered."""
    seen: set[str] = set()
    if not snapshots:
        yield Fault("nothing", addresses.home())
    for snapshot in snapshots:
        folder = addresses.folder_of(snapshot)
        if folder in seen:
            yield Fault("twice", folder)
        seen.add(folder)
        for slug in (snapshot.district_slug, snapshot.plan_slug):
            if not addresses.SLUG.fullmatch(slug):
                yield Fault("bad_slug", folder, slug)
        if not snapshot.items:
            yield Fault("no_items", folder)
        yield from _check_words(snapshot)


def check_pages(files: Files, snapshots: Sequence[Snapshot]) -> Iterator[Fault]:
    """Find what is wrong with a rendered site; `files` are all its files by their paths."""
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    yield from _check_links(pages, files)
    for path, page in pages.items():
        if found := _EMPTY.search(page):
            yield Fault("empty_section", path, found[0])
        for pattern in _OUTSIDE:
            if found := pattern.search(page):
                yield Fault("foreign", path, found[0])
    for snapshot in snapshots:
        yield from _check_plan(pages, files, snapshot)


def _check_words(snapshot: Snapshot) -> Iterator[Fault]:
    page = addresses.folder_of(snapshot)
    for name in ("district", "plan", "published_on"):
        if not getattr(snapshot, name).strip():
            yield Fault("blank", page, name)
    for item in snapshot.items:
        where = addresses.item(snapshot, item.id)
        if not item.text.strip():
            yield Fault("blank", where, "item")
        for report in item.reports:
            if not report.reviewed.word.strip():
                yield Fault("blank", where, "status")
            if report.reviewed.means not in MEANINGS:
                yield Fault("unknown_status", where, report.reviewed.means)


def _check_links(pages: Mapping[str, str], files: Files) -> Iterator[Fault]:
    @cache
    def ids(path: str) -> frozenset[str]:
        return frozenset(_ID.findall(pages.get(path, "")))

    for path, page in pages.items():
        folder = posixpath.dirname(path)
        for link in dict.fromkeys(_LINK.findall(page)):
            way, _, part = html.unescape(link).partition("#")
            target = posixpath.normpath(posixpath.join(folder, way)) if way else path
            if target not in files or (part and part not in ids(target)):
                yield Fault("dead_link", path, html.unescape(link))


def _check_plan(pages: Mapping[str, str], files: Files, snapshot: Snapshot) -> Iterator[Fault]:
    told = json.loads(files[addresses.data_file(snapshot, "json")])
    facts = facts_of_json(told)
    table = addresses.data_file(snapshot, "csv")
    numbers = addresses.data_file(snapshot, "numbers.csv")
    as_csv = facts_of_csv(read_csv(files[table])) | numbers_of_csv(read_csv(files[numbers]))
    for key in facts.keys() | as_csv.keys():
        if facts.get(key) != as_csv.get(key):
            yield Fault("differs", table, key)
    spot = f"{snapshot.district_slug}/{snapshot.plan_slug}"
    dates = {f"{spot}/{name}": day or "" for name, day in told["dates"].items()}
    for edition in addresses.EDITIONS:
        folder = edition.folder
        for address, wanted in _wanted(snapshot, facts).items():
            page = pages.get(folder + address)
            if page is None:
                yield Fault("dead_link", addresses.home(), folder + address)
                continue
            yield from _check_facts(folder + address, page, facts=facts | dates, wanted=wanted)
        yield from _check_counts(pages, folder, snapshot)


def _wanted(snapshot: Snapshot, facts: Mapping[str, str]) -> dict[str, set[str]]:
    """Name, for each page of a plan, the facts that must stand on it."""
    of_item: dict[str, set[str]] = {}
    for key in facts:
        of_item.setdefault(key.partition("/")[0], set()).add(key)
    wanted = {
        addresses.plan_home(snapshot): {f"{item.id}/item" for item in snapshot.items},
        addresses.about_data(snapshot): set(),
    }
    for item in snapshot.items:
        wanted[addresses.item(snapshot, item.id)] = of_item[str(item.id)]
    for period in snapshot.periods:
        keys = {f"{item.id}/{name}" for item in snapshot.items for name in ("item", "lead_units")}
        for item in snapshot.items:
            for name in ("progress", "status", "because", "explanation"):
                keys.add(f"{item.id}/{period}/{name}")
        wanted[addresses.month(snapshot, period)] = keys & facts.keys()
    return wanted


def _check_facts(
    path: str, page: str, *, facts: Mapping[str, str], wanted: set[str]
) -> Iterator[Fault]:
    shown: set[str] = set()
    marked = 0
    for match in _FACT.finditer(page):
        marked += 1
        key = _plain(match[3])
        attributes = match[2] + match[4]
        meant = _MEANT.search(attributes) if match[1] in _MEAN else None
        text = _plain(meant[1] if meant else match[5])
        known = facts.get(key)
        if text != known and read_figure(text) != known:
            yield Fault("differs", path, f"{key}: {text[:40]}")
        shown.add(key)
    if marked != page.count("data-fact="):
        yield Fault("differs", path, "data-fact")
    for key in sorted(wanted - shown):
        yield Fault("missing_fact", path, key)


def _plain(text: str) -> str:
    return html.unescape(text) if "&" in text else text


def _check_counts(pages: Mapping[str, str], folder: str, snapshot: Snapshot) -> Iterator[Fault]:
    count = len(snapshot.items)
    tables = [addresses.plan_home(snapshot)]
    tables += [addresses.month(snapshot, period) for period in snapshot.periods]
    for address in tables:
        rows = pages[folder + address].count(_ROW)
        if rows != count:
            yield Fault("miscount", folder + address, f"{rows} ≠ {count}")
    home = folder + addresses.plan_home(snapshot)
    counted = sum(map(int, _COUNT.findall(pages[home])))
    if snapshot.periods and counted != count:
        yield Fault("miscount", home, f"{counted} ≠ {count}")
