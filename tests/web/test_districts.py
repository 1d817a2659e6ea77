from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import RequestFactory

from shishi.web.districts import DistrictMiddleware
from shishi.web.projects.models import Plan
from shishi.web.tenancy import current


@pytest.fixture
def ask(world):
    """Ask for a page of a district as somebody; gives what the view gave."""
    middleware = DistrictMiddleware(lambda request: HttpResponse())

    def asked(user, slug, view):
        request = RequestFactory().get("/")
        request.user = user
        return middleware.process_view(request, view, (), {"district": slug, "number": 3})

    return asked


def test_a_person_with_a_post_gets_the_district_opened(world, ask):
    seen = []

    def view(request, number):
        seen.append((request.post.pk, current(), number, Plan.objects.get().pk))
        return HttpResponse("ok")

    assert ask(world.wang.user, "linqiao", view).content == b"ok"
    assert seen == [(world.wang.pk, world.other.pk, 3, world.far_plan.pk)]
    assert current() == world.district.pk


@pytest.mark.parametrize(
    ("who", "slug"),
    [("wang", "yunxi"), ("zhang", "linqiao"), ("office", "linqiao"), ("zhang", "no")],
)
def test_for_everybody_else_it_does_not_exist(world, ask, client, who, slug):
    client.force_login(getattr(world, who).user)
    assert client.get(f"/d/{slug}/").status_code == 404


def test_a_person_without_a_post_finds_no_district(world, client):
    client.force_login(world.visitor)
    assert client.get("/d/yunxi/").status_code == 404


def test_who_has_not_signed_in_is_asked_to_first(world, client):
    for slug in ("yunxi", "no-such"):
        answer = client.get(f"/d/{slug}/")
        assert answer.status_code == 302
        assert "/d/" in answer["Location"]


def test_a_person_who_was_suspended_is_out_at_once(world, client):
    client.force_login(world.zhang.user)
    assert client.get("/d/yunxi/").status_code in (200, 302)
    world.zhang.user.is_active = False
    world.zhang.user.save()
    assert client.get("/d/yunxi/")["Location"].startswith("/")
    assert "sign-in" in client.get("/d/yunxi/")["Location"]


def test_a_template_is_rendered_while_the_district_is_open(world, ask):
    def view(request, number):
        return SimpleTemplateResponse(Later())

    assert ask(world.zhang.user, "yunxi", view).is_rendered


class Later:
    """A template that looks at the database when it is rendered."""

    def render(self, context, request=None):
        return str(Plan.objects.count())


def test_the_district_is_closed_again_when_the_view_fails(world, ask):
    def view(request, number):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(world.wang.user, "linqiao", view)
    assert current() == world.district.pk
