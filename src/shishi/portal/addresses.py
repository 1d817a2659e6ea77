"""Addresses of the public site: stable, relative, the same in every edition."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shishi.portal.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Edition:
    """One complete set of pages (版本): a language, and large print (长辈版) or not."""

    language: str
    elder: bool
    folder: str  # "" or ends with a slash


EDITIONS = (
    Edition("zh", False, ""),
    Edition("zh", True, "elder/"),
    Edition("en", False, "en/"),
    Edition("en", True, "en/elder/"),
)

SLUG = re.compile(r"[A-Za-z0-9_-]{1,60}")
"""What may stand in an address: nothing that leaves its folder."""


def edition(language: str, *, elder: bool) -> Edition:
    """Give the edition of a language and size."""
    return next(e for e in EDITIONS if (e.language, e.elder) == (language, elder))


def root_of(address: str) -> str:
    """Give the way from a page back to the root of the site.

    >>> root_of("index.html"), root_of("en/d/yunxi/index.html")
    ('', '../../../')
    """
    return "../" * address.count("/")


def home() -> str:
    """Give the address of the site's home."""
    return "index.html"


def district_home(district: str) -> str:
    """Give the address of a district's home."""
    return f"d/{district}/index.html"


def folder_of(snapshot: Snapshot) -> str:
    """Give the folder of a plan's pages."""
    return f"d/{snapshot.district_slug}/{snapshot.plan_slug}/"


def plan_home(snapshot: Snapshot) -> str:
    """Give the address of a plan's home."""
    return folder_of(snapshot) + "index.html"


def month(snapshot: Snapshot, period: str) -> str:
    """Give the address of a period's table.

    Two dots in an address are refused by many servers, so a run of months is spelt with "to".
    """
    return folder_of(snapshot) + period.replace("..", "-to-") + ".html"


def item(snapshot: Snapshot, key: int) -> str:
    """Give the address of an item, which it keeps for good."""
    return f"{folder_of(snapshot)}items/{key}.html"


def about_data(snapshot: Snapshot) -> str:
    """Give the address of the page about a plan's data."""
    return folder_of(snapshot) + "data.html"


def data_file(snapshot: Snapshot, ending: str) -> str:
    """Give the address of a data file; data stand once, beside the editions."""
    return f"data/{snapshot.district_slug}/{snapshot.plan_slug}.{ending}"


SCHEMA = "data/publication.schema.json"
SUMS = "SHA256SUMS"
