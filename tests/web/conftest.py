from __future__ import annotations

import pytest

from tests.web.factories import playing


@pytest.fixture
def world(db):
    """The cast, with 云溪区 open."""
    with playing() as made:
        yield made


@pytest.fixture
def lasting_world(transactional_db):
    """The cast in committed rows that other threads can see, with 云溪区 open."""
    with playing() as made:
        yield made
