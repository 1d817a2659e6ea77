"""Asking for pages as one of the cast, and reading what came."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from shishi.web.accounts.models import User

INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", re.I)
"""What the content security policy forbids, and would silently not run."""


def signed_in(user: User) -> Client:
    """Sign a person in."""
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)  # or else whitenoise warns
    client = Client()
    client.force_login(user)
    return client


def near(path: str) -> str:
    """Give an address inside of 云溪区."""
    return f"/d/yunxi/{path}"


def text(response: Any) -> str:
    """Give a page's source, which holds nothing inline."""
    source: str = response.content.decode()
    assert not INLINE.search(source)
    return source


def hidden(response: Any, name: str) -> str:
    """Give what a hidden field of the page carries."""
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    assert found, f"no field {name}"
    return found[1]


def count_queries(client: Client, path: str) -> int:
    """Count the queries that a page takes, once everything that is kept has been read."""
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as counted:
        assert client.get(path).status_code == 200
    return len(counted)
