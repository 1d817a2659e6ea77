from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, get_resolver

from shishi.web import tenancy
from shishi.web.accounts.models import Post, Unit
from shishi.web.districts import DistrictMiddleware
from shishi.web.tenancy import open_district
from tests.web.access.asking import Writing, forget_middleware
from tests.web.access.cast import put_cast
from tests.web.access.complaints import find_leaks, find_rowless, find_wrong_answers
from tests.web.access.routes import Route, find_routes
from tests.web.access.table import read_table

ROUTES = {route.name: route for route in find_routes()}
ROWS = read_table()
OFFICE_ONLY = sorted(
    {
        row.route
        for row in ROWS
        if row.answers["liaison"] == 404
        and row.answers["leader"] == 404
        and row.answers["office"] == 200
    }
)


@pytest.fixture
def cast(db):
    assert tenancy.current() is None
    return put_cast()


@pytest.fixture
def fresh_middleware():
    """What a test does to the middleware is loaded, and gone with the test."""
    forget_middleware()
    yield
    forget_middleware()


def pattern_of(name, resolver=None):
    for entry in (resolver or get_resolver()).url_patterns:
        found = entry if isinstance(entry, URLPattern) else pattern_of(name, entry)
        if found is not None and found.name == name:
            return found
    return None


def complaints(name, cast):
    """Whoever waits for one complaint asks no further: each takes a few requests."""
    yield from find_wrong_answers(ROUTES[name], ROWS, cast)
    yield from find_leaks(ROUTES[name], ROWS, cast)


@pytest.mark.parametrize(
    ("statement", "seen"),
    [
        ("SELECT id FROM accounts_unit FOR UPDATE", False),
        ("SELECT name\nFROM accounts_unit;\n", False),
        ("SELECT COUNT(*) FROM accounts_unit WHERE put_into = %s", False),
        ('SAVEPOINT "s1"', False),
        ('ROLLBACK TO SAVEPOINT "s1"', False),
        ("UPDATE accounts_unit SET name = %s", True),
        ("DELETE FROM accounts_unit", True),
        (" INSERT INTO accounts_unit DEFAULT VALUES", True),
        ("WITH gone AS (DELETE FROM accounts_unit RETURNING id) SELECT * FROM gone", True),
        ("TRUNCATE accounts_unit", True),
        ("SELECTION", True),
        ("SELECT setval('accounts_unit_id_seq', 1)", True),
        ("select NEXTVAL ('accounts_unit_id_seq')", True),
        ("SELECT pg_catalog.setval('accounts_unit_id_seq', 1)", True),
        ("SELECT pg_advisory_xact_lock(7)", True),
        ("SELECT id\nINTO kept FROM accounts_unit", True),
        ("SELECT touch(); DELETE FROM accounts_unit", True),
        ("SELECT 1;\nDELETE FROM accounts_unit;", True),
        ('SAVEPOINT "s1"; DELETE FROM accounts_unit', True),
    ],
)
def test_a_statement_that_is_not_known_to_read_only_counts_as_writing(statement, seen):
    writing = Writing()
    assert writing(lambda *sent: sent[0], statement, (), False, {}) == statement
    assert writing.seen is seen


def test_every_route_has_a_row_in_the_table():
    assert find_rowless(find_routes(), ROWS) == []


def test_a_route_without_a_row_is_found():
    secret = Route("secret", {}, HttpResponse)
    assert find_rowless((*find_routes(), secret), ROWS) == ["no row: secret"]


@pytest.mark.parametrize("name", ROUTES)
def test_everybody_gets_the_answer_of_the_table(name, cast):
    assert list(find_wrong_answers(ROUTES[name], ROWS, cast)) == []


@pytest.mark.parametrize("name", [name for name in ROUTES if "district" in ROUTES[name].positions])
def test_what_is_foreign_answers_as_what_is_missing(name, cast):
    assert list(find_leaks(ROUTES[name], ROWS, cast)) == []


@pytest.mark.parametrize("name", OFFICE_ONLY)
def test_a_view_whose_check_of_roles_is_gone_is_caught(name, cast, monkeypatch):
    view = pattern = pattern_of(name)
    view = pattern.callback
    while hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    assert view is not pattern.callback
    monkeypatch.setattr(pattern, "callback", view)
    assert any("as liaison: 200" in line for line in complaints(name, cast))


def test_a_manager_that_forgets_the_district_is_caught(cast, monkeypatch):
    every = lambda self: tenancy.OpenQuerySet(self.model, using=self._db)  # noqa: E731
    monkeypatch.setattr(tenancy.DistrictManager, "get_queryset", every)
    for name in ("item", "upload", "review", "slots", "release-new"):
        assert any("foreign" in line for line in find_leaks(ROUTES[name], ROWS, cast)), name


def test_a_middleware_that_lets_anybody_in_is_caught(cast, fresh_middleware, monkeypatch):
    def let_in(self, request, view, args, kwargs):
        if "district" not in kwargs:
            return None
        posts = Post.objects.filter(district__slug=kwargs.pop("district"), role="office")
        request.post = posts.select_related("district", "unit", "user").first()
        with open_district(request.post.district):
            return view(request, *args, **kwargs)

    monkeypatch.setattr(DistrictMiddleware, "process_view", let_in)
    for name in ("home", "uploads", "review"):
        assert any("as far-office: 200" in line for line in complaints(name, cast)), name


def test_a_refusal_that_changes_something_first_is_caught(cast, monkeypatch):
    def meddle(request, **kwargs):
        Unit.objects.update(aliases=["改过"])
        return HttpResponse(status=404)

    monkeypatch.setattr(pattern_of("reviews"), "callback", meddle)
    told = "as liaison: 404, and something changed"
    assert any(told in line for line in complaints("reviews", cast))
