"""The door to the office for whoever is not a web server: sets Django up once."""

from __future__ import annotations

import os

import django
from django.apps import apps


def open_office() -> None:
    """Make the office's models usable in this process; a second call does nothing."""
    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shishi.web.settings")
        django.setup()
