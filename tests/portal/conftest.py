from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def nobody_pulls_the_plug(monkeypatch):
    """Bringing everything to the disk takes seconds on a busy machine and shows nothing in a test."""
    monkeypatch.setattr(os, "sync", lambda: None)
