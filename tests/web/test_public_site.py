from __future__ import annotations

import os
from io import BytesIO

import pytest

from shishi.web.public_site import application

PAGE = "<!doctype html><title>公开</title>".encode()


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A home with a secret in it and a published site, which the application is asked for."""
    (tmp_path / "secret-key").write_text("secret")
    release = tmp_path / "site" / "releases" / "abc"
    for folder in ("d/yunxi", "assets", "data"):
        (release / folder).mkdir(parents=True)
    (release / "index.html").write_bytes(PAGE)
    (release / "d" / "yunxi" / "index.html").write_bytes(PAGE + b"yunxi")
    (release / "d" / "区.html").write_bytes(PAGE)
    (release / "assets" / "site-1a2b.css").write_text("p { margin: 0 }")
    (release / "data" / "all.json").write_text("{}")
    (release / ".hidden").write_text("hidden")
    (release / "out.txt").symlink_to(tmp_path / "secret-key")
    (tmp_path / "site" / "current").symlink_to("releases/abc")
    monkeypatch.setenv("SHISHI_HOME", str(tmp_path))
    return tmp_path / "site"


def ask(path, method="GET", **headers):
    """Ask the application as a server would; gives status, headers and body."""
    told = {}

    def start_response(status, headers):
        told.update(status=int(status.split()[0]), headers=dict(headers))

    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "wsgi.input": BytesIO(), **headers}
    body = b"".join(application(environ, start_response))
    return told["status"], told["headers"], body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/d/yunxi/", "text/html; charset=utf-8"),
        ("/d/区.html".encode().decode("latin-1"), "text/html; charset=utf-8"),
        ("/assets/site-1a2b.css", "text/css; charset=utf-8"),
        ("/data/all.json", "application/json; charset=utf-8"),
    ],
)
def test_a_file_of_the_release_is_given_with_its_type(site, path, kind):
    status, headers, body = ask(path)

    assert (status, headers["Content-Type"]) == (200, kind)
    assert int(headers["Content-Length"]) == len(body) > 0
    assert "script-src 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/../../secret-key",
        "/d/../../../secret-key",
        "//../secret-key",
        "/d/yunxi/..",
        "/out.txt",
        "/.hidden",
        "/..",
        "/d\\..\\index.html",
        "/index.html\0",
        "/index.html/",
        "/d/",
        "/nothing",
        "/" + "a" * 5000,
        "/\xff\xfe",
    ],
)
def test_nothing_but_files_of_the_release_is_given(site, path):
    status, _, body = ask(path)

    assert status == 404
    assert b"secret" not in body


def test_a_folder_without_its_slash_leads_to_the_one_with_it(site):
    assert ask("/d/yunxi")[1]["Location"] == "/d/yunxi/"


def test_an_address_that_begins_with_two_slashes_leads_to_no_other_host(site):
    assert ask("//d/yunxi")[1]["Location"] == "/d/yunxi/"


def test_what_a_reader_has_already_is_not_sent_again(site):
    tag = ask("/")[1]["ETag"]

    assert ask("/", HTTP_IF_NONE_MATCH=tag)[::2] == (304, b"")
    assert ask("/", HTTP_IF_NONE_MATCH='"other"')[0] == 200


def test_only_assets_are_kept_and_only_data_are_open_to_other_pages(site):
    assert "immutable" in ask("/assets/site-1a2b.css")[1]["Cache-Control"]
    assert ask("/")[1]["Cache-Control"] == "no-cache"
    assert ask("/data/all.json")[1]["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in ask("/")[1]


def test_head_gives_the_headers_and_writing_is_refused(site):
    status, headers, body = ask("/", method="HEAD")

    assert (status, headers["Content-Length"], body) == (200, str(len(PAGE)), b"")
    assert ask("/", method="POST")[0] == 405


def test_the_next_release_is_served_from_the_moment_it_is_swapped_in(site):
    newer = site / "releases" / "def"
    newer.mkdir()
    (newer / "index.html").write_bytes(b"newer")
    (site / "next").symlink_to("releases/def")
    os.replace(site / "next", site / "current")

    assert ask("/")[2] == b"newer"


def test_before_the_first_release_there_is_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("SHISHI_HOME", str(tmp_path))

    assert ask("/")[0] == 404
