from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from shishi.web.accounts.actions import appoint
from shishi.workflow import Role
from tests.web.factories import NOON, make_user
from tests.web.pages.asking import signed_in, text

PASSWORD = "a-long-enough-one"


@pytest.fixture
def client(db):
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)
    return Client()


def sign_in(client, name, password):
    return client.post("/sign-in/", {"username": name, "password": password})


def test_the_right_password_leads_to_the_start(client):
    make_user("office", password=PASSWORD)

    assert sign_in(client, "office", PASSWORD).headers["Location"] == "/"


@pytest.mark.parametrize(("name", "password"), [("office", "wrong"), ("nobody", PASSWORD)])
def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(client, name, password):
    make_user("office", password=PASSWORD)

    page = text(sign_in(client, name, password))

    assert "用户名或密码不对" in page
    assert PASSWORD not in page


def test_the_fifth_wrong_password_is_told_to_wait_and_for_how_long(client):
    make_user("office", password=PASSWORD)
    answers = [sign_in(client, "office", "wrong") for _ in range(5)]

    assert [a.status_code for a in answers] == [200, 200, 200, 200, 429]
    assert "15 分钟后再试" in text(answers[-1])
    assert sign_in(client, "office", PASSWORD).status_code == 429


def test_four_wrong_passwords_do_not_lock_anybody_out(client):
    make_user("office", password=PASSWORD)
    for _ in range(4):
        sign_in(client, "office", "wrong")

    assert sign_in(client, "office", PASSWORD).status_code == 302


def test_signing_out_asks_for_a_button_and_not_for_a_link(world):
    client = signed_in(world.office.user)

    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/").headers["Location"].startswith("/sign-in/")


def test_one_post_leads_straight_to_its_district(world):
    assert signed_in(world.zhang.user).get("/").headers["Location"] == "/d/yunxi/"


def test_several_posts_are_offered_and_no_other_district(world):
    user = make_user("both")
    for district in (world.district, world.other):
        appoint(user, district=district, role=Role.LEADER, unit=None, by="founder", on=NOON)

    page = text(signed_in(user).get("/"))

    assert "云溪区" in page
    assert "临桥县" in page
    assert "临桥县" not in text(signed_in(world.zhang.user).get("/?choose=1"))


def test_nobodys_post_is_said_in_words(world):
    assert "还没有岗位" in text(signed_in(world.visitor).get("/"))
