from __future__ import annotations

import pytest

from shishi.portal import NotPublishable
from shishi.web.accounts.models import Event
from shishi.web.pages.releases.publishing import publish
from shishi.web.projects.models import Item, Release
from tests.web.factories import NOON, accept, make_plan, submit
from tests.web.pages.asking import count_queries, hidden, near, signed_in, text

LIST = near("releases/")


@pytest.fixture
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


def address(plan):
    return near(f"releases/plans/{plan.pk}/")


def test_the_page_says_what_is_published_and_what_is_left_out(world, home):
    client = signed_in(world.office.user)
    assert "还没有报" in text(client.get(address(world.plan)))
    submit(world.slot, world.zhang)
    assert "等待审核" in text(client.get(address(world.plan)))


def test_publishing_keeps_a_release_and_builds_the_site(world, home):
    accept(submit(world.slot, world.zhang), world.office)
    client = signed_in(world.office.user)
    after = hidden(client.get(address(world.plan)), "after")
    answer = client.post(address(world.plan), {"after": after}, follow=True)
    assert "第 1 版已公开" in text(answer)
    release = Release.objects.get()
    assert release.sha256[:12] in text(client.get(LIST))
    assert list((home / "site" / "current").rglob("*.html"))


def test_publishing_twice_is_one_release(world, home):
    accept(submit(world.slot, world.zhang), world.office)
    client = signed_in(world.office.user)
    for _ in range(2):
        assert client.post(address(world.plan), {"after": "0"}).status_code == 302
    assert Release.objects.count() == 1


def test_publishing_what_was_not_seen_is_refused(world, home):
    report = submit(world.slot, world.zhang)
    publish(world.plan, after=0, by="office", on=NOON, out=home / "site")
    accept(report, world.office)
    answer = signed_in(world.office.user).post(address(world.plan), {"after": "0"})
    assert answer.status_code == 409
    assert "没有覆盖" in text(answer)
    assert Release.objects.count() == 1


def test_nothing_unapproved_is_in_a_release(world, home):
    submit(world.slot, world.zhang)
    release = publish(world.plan, after=0, by="office", on=NOON, out=home / "site")
    assert "12公里" not in str(release.snapshot)
    site = (file.read_text() for file in (home / "site" / "current").rglob("*.html"))
    assert not any("12公里" in page for page in site)


def test_a_site_that_would_be_broken_leaves_everything_as_it_was(world, home):
    first = publish(world.plan, after=0, by="office", on=NOON, out=home / "site")
    before = (home / "site" / "current").resolve()
    Item.objects.update(text="")
    with pytest.raises(NotPublishable):
        publish(world.plan, after=first.number, by="office", on=NOON, out=home / "site")
    assert Release.objects.count() == 1
    assert Event.objects.filter(action="release-plan").count() == 1
    assert (home / "site" / "current").resolve() == before


def test_a_plan_without_items_cannot_be_published(world, home):
    empty = make_plan("empty")
    client = signed_in(world.office.user)
    assert "计划里还没有项目" in text(client.get(address(empty)))
    assert client.post(address(empty), {"after": "0"}).status_code == 400
    assert not Release.objects.exists()


def test_publishing_is_for_the_office_of_the_district(world, home):
    for post in (world.zhang, world.leader, world.far_office):
        client = signed_in(post.user)
        assert client.get(address(world.plan)).status_code == 404
        assert client.post(address(world.plan), {"after": "0"}).status_code == 404
    far = address(world.far_plan)
    assert signed_in(world.office.user).post(far, {"after": "0"}).status_code == 404
    assert not Release.objects.exists()


def test_nobody_is_asked_to_sign_in(world, home, client):
    assert client.post(address(world.plan), {"after": "0"}).status_code == 302
    assert not Release.objects.exists()


def test_sixty_plans_take_as_many_queries_as_one(world, home):
    client = signed_in(world.office.user)
    publish(world.plan, after=0, by="office", on=NOON, out=home / "site")
    one = count_queries(client, LIST)
    for number in range(59):
        make_plan(f"plan-{number}")
    assert count_queries(client, LIST) == one


def test_the_last_release_leads_to_the_site_where_its_address_is_known(world, home, settings):
    publish(world.plan, after=0, by="office", on=NOON, out=home / "site")
    client = signed_in(world.office.user)
    settings.SITE_URL = ""
    assert "看公开网页" not in text(client.get(LIST))
    settings.SITE_URL = "http://public.example"
    source = text(client.get(LIST))
    address = source.partition('href="http://public.example/')[2].partition('"')[0]
    assert (home / "site" / "current" / address).is_file()
