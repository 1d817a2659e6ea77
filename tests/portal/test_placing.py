from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from shishi.portal import verify
from shishi.portal.addresses import SUMS
from shishi.portal.placing import KEPT, place, sums_of

ROOT = Path(__file__).parents[2]


def site(word):
    files = {"index.html": word.encode(), "d/page.html": word.encode() * 1000}
    return {**files, SUMS: sums_of(files)}


def crash(tmp_path, way):
    words = [sys.executable, "-m", "tests.portal.crashing", str(tmp_path / "site"), way]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=300)
    return json.loads(done.stdout)


def test_a_builder_that_is_killed_at_any_moment_leaves_the_old_site_or_the_new_one(tmp_path):
    told = crash(tmp_path, "beside")
    assert not told["torn"]
    assert told["deaths"] > 60
    assert told["end"]


def test_a_builder_that_writes_in_place_is_caught(tmp_path):
    told = crash(tmp_path, "in_place")
    assert len(told["torn"]) > 60


def test_readers_never_miss_a_page_while_sites_are_swapped(tmp_path):
    sites = [site(word) for word in ("旧", "新")]
    place(sites[0], tmp_path)
    wrong, stop = [], threading.Event()

    def read():
        while not stop.is_set():
            text = (tmp_path / "current" / "index.html").read_text()
            if text not in ("旧", "新"):
                wrong.append(text)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(60):
            place(sites[number % 2], tmp_path)
    finally:
        stop.set()
        reader.join()
    assert not wrong


def test_a_reader_who_sees_half_a_page_would_be_noticed(tmp_path):
    digest = place(site("旧"), tmp_path)
    page = tmp_path / "releases" / digest / "d" / "page.html"
    page.write_bytes(page.read_bytes()[:-7])
    assert [(fault.code, fault.page) for fault in verify(tmp_path / "current")] == [
        ("damaged", "d/page.html")
    ]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda folder: (folder / "index.html").unlink(), "lost"),
        (lambda folder: (folder / "index.html").write_text("x"), "damaged"),
        (lambda folder: (folder / "draft.html").write_text("x"), "surplus"),
        (lambda folder: (folder / SUMS).unlink(), "lost"),
    ],
)
def test_a_site_that_was_tampered_with_does_not_verify(tmp_path, spoil, code):
    place(site("新"), tmp_path)
    spoil((tmp_path / "current").resolve())
    assert code in {fault.code for fault in verify(tmp_path / "current")}


def test_a_damaged_site_is_written_anew_by_the_next_build(tmp_path):
    digest = place(site("新"), tmp_path)
    (tmp_path / "current" / "index.html").write_text("x")
    assert place(site("新"), tmp_path) == digest
    assert not list(verify(tmp_path / "current"))


def test_old_sites_are_kept_for_those_who_are_reading_them_and_no_longer(tmp_path):
    digests = [place(site(str(number)), tmp_path) for number in range(6)]
    kept = {folder.name for folder in (tmp_path / "releases").iterdir()}
    assert digests[-1] in kept
    assert len(kept) == KEPT


def test_the_sums_are_what_sha256sum_reads(tmp_path):
    place(site("新"), tmp_path)
    done = subprocess.run(
        ["sha256sum", "--quiet", "-c", SUMS],
        cwd=tmp_path / "current",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
