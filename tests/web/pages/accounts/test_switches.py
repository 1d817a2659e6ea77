from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from shishi.web.pages.display import Look
from tests.web.pages.asking import near, signed_in, text


@pytest.fixture
def client(db):
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)
    return Client()


def sheets(page):
    names = ("tokens", "dark", "contrast", "contrast-dark", "senior")
    return [name for name in names if f"office/{name}.css" in page]


@pytest.mark.parametrize(
    ("wish", "linked"),
    [
        ({"theme": "light"}, ["tokens", "contrast"]),
        ({"theme": "dark"}, ["tokens", "dark", "contrast", "contrast-dark"]),
        ({"size": "senior"}, ["tokens", "dark", "contrast", "contrast-dark", "senior"]),
        ({"theme": "pink"}, ["tokens", "dark", "contrast", "contrast-dark"]),
        ({"contrast": "huge"}, ["tokens", "dark", "contrast", "contrast-dark"]),
    ],
)
def test_a_switch_changes_the_token_sets_and_a_made_up_one_changes_nothing(client, wish, linked):
    client.post("/display/", wish)

    assert sheets(text(client.get("/sign-in/"))) == linked


def test_a_second_switch_keeps_the_first(client):
    client.post("/display/", {"theme": "dark"})
    client.post("/display/", {"size": "senior"})

    assert client.cookies["look"].value == "dark.senior.auto"


def test_dark_chosen_holds_for_every_medium_and_by_default_for_dark_screens(client):
    assert 'dark.css" media="(prefers-color-scheme: dark)"' in text(client.get("/sign-in/"))
    client.post("/display/", {"theme": "dark"})
    assert 'office/dark.css" media="all"' in text(client.get("/sign-in/"))


@pytest.mark.parametrize(
    "wanted", ["https://elsewhere.example/", "//elsewhere.example", "javascript:1", ""]
)
def test_a_switch_never_leads_to_another_site(client, wanted):
    answer = client.post("/display/", {"theme": "dark", "next": wanted})

    assert answer.headers["Location"] == "/"


def test_a_switch_leads_back_to_the_page(world):
    answer = signed_in(world.office.user).post("/display/", {"next": near("?a=1")})

    assert answer.headers["Location"] == near("?a=1")


def test_a_switch_is_pressed_and_not_followed(client):
    assert client.get("/display/").status_code == 405


def test_english_is_kept_and_the_page_says_its_language(client):
    assert '<html lang="zh-Hans">' in text(client.get("/sign-in/"))
    client.post("/language/", {"language": "en", "next": "/sign-in/"})
    page = text(client.get("/sign-in/"))
    assert '<html lang="en">' in page
    assert "User name" in page


@pytest.mark.parametrize("cookie", ["", "dark", "..", "senior.dark.more", "x" * 5000])
def test_a_broken_cookie_is_the_default_where_it_says_nothing(client, cookie):
    client.cookies["look"] = cookie

    assert client.get("/sign-in/").status_code == 200


def test_contrast_follows_the_system_unless_chosen():
    assert dict(Look().style_sheets())["contrast"] == "(prefers-contrast: more)"
    assert dict(Look(contrast="more").style_sheets())["contrast"] == ""
    assert "dark" not in dict(Look(theme="light").style_sheets())
