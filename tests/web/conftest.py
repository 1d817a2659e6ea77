"""What the tests of the office start from: the world of tests/web/factories.py.

It is made once in each process and put back for each test (tests/web/kept.py): rows inside of the
test's own transaction, objects as copies. A test may change all of it; tests/web/test_kept.py holds
that the next one sees nothing of that.
"""

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
