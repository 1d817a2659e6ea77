"""The demo made and served by real processes, in a home of its own, and nothing left afterwards."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import pytest

from shishi.cli.office.serve import Server
from tests.cli.conftest import Run

PASSWORD = re.compile(r"\b[a-z2-9]{4}(?:-[a-z2-9]{4}){3}\b")
PATIENCE = 60


def environment(home: Path) -> dict[str, str]:
    """The environment of a person at a machine: nothing of ours but the home."""
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("SHISHI_", "DJANGO_"))}
    return {**kept, "SHISHI_HOME": str(home), "LC_ALL": "C.UTF-8"}


def shishi_in(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "shishi", *arguments]
    return subprocess.run(
        command, env=environment(home), capture_output=True, encoding="utf-8", timeout=300
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home with the demo in it, and what was printed when it was made."""
    home = tmp_path_factory.mktemp("home")
    done = shishi_in(home, "demo")
    assert done.returncode == 0, done.stderr
    return home, done.stdout


def free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


@contextmanager
def serving(home: Path) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """Serve until the block ends; gives the process and the two addresses it printed."""
    office, site = free_ports()
    command = [sys.executable, "-m", "shishi", "serve", "--port", str(office)]
    process = subprocess.Popen(
        [*command, "--site-port", str(site)],
        env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    try:
        assert process.stdout
        addresses = [process.stdout.readline().strip() for _ in range(2)]
        found = [re.search(r"http://127\.0\.0\.1:[0-9]+/", line) for line in addresses]
        assert all(found), process.stderr.read() if process.stderr else addresses
        yield process, *[f[0] for f in found if f]
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)
        assert wait_until_gone(office, site)


def left_running(*ports: int) -> list[str]:
    """Name the processes whose command names one of the ports."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (
                (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            )
        except OSError:
            continue
        if "granian" in command and any(f"--port {port} " in command for port in ports):
            found.append(command)
    return found


def wait_until_gone(*ports: int) -> bool:
    until = time.monotonic() + PATIENCE
    while left_running(*ports) and time.monotonic() < until:
        time.sleep(0.1)
    return not left_running(*ports)


def sign_in(office: str, username: str, password: str) -> str:
    """Sign in as a browser would; gives the address of the page that came after it."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    page = browser.open(f"{office}sign-in/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    fields = {"csrfmiddlewaretoken": token[1], "username": username, "password": password}
    return str(browser.open(f"{office}sign-in/", urlencode(fields).encode()).geturl())


def password_of(printed: str, username: str) -> str:
    line = next(line for line in printed.splitlines() if username in line)
    found = PASSWORD.search(line)
    assert found, line
    return found[0]


def test_the_demo_can_be_signed_in_to_and_its_site_be_read(made: tuple[Path, str]) -> None:
    home, printed = made
    with serving(home) as (process, office, site):
        password = password_of(printed, "yunxi-duchashi")

        assert "/d/yunxi/" in sign_in(office, "yunxi-duchashi", password)
        assert "sign-in" in sign_in(office, "yunxi-duchashi", password[:-1])
        assert "云溪区" in urlopen(site).read().decode()
        with pytest.raises(HTTPError, match="404"):
            urlopen(f"{site}%2e%2e/%2e%2e/%2e%2e/secret-key")
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0


def test_servers_end_when_the_program_is_killed(made: tuple[Path, str]) -> None:
    home, _ = made
    with serving(home) as (process, office, _):
        port = int(office.rstrip("/").rpartition(":")[2])
        assert left_running(port)
        process.kill()

        assert wait_until_gone(port)


def test_a_second_start_keeps_the_data_and_shows_no_password(made: tuple[Path, str]) -> None:
    home, printed = made
    before = (home / "shishi.sqlite3").stat().st_size
    again = shishi_in(home, "demo")

    assert (again.returncode, PASSWORD.findall(again.stdout)) == (0, [])
    assert "yunxi-duchashi" in again.stdout
    assert "--reset-passwords" in again.stdout
    assert (home / "shishi.sqlite3").stat().st_size == before
    assert len(set(PASSWORD.findall(printed))) == 6


def test_passwords_are_made_anew_when_asked_for(made: tuple[Path, str]) -> None:
    home, printed = made
    anew = shishi_in(home, "demo", "--reset-passwords")

    assert len(set(PASSWORD.findall(anew.stdout)) - set(PASSWORD.findall(printed))) == 6


def test_no_password_lies_in_the_home(made: tuple[Path, str]) -> None:
    home, printed = made
    kept = b"".join(f.read_bytes() for f in home.rglob("*") if f.is_file())

    assert [p for p in PASSWORD.findall(printed) if p.encode() in kept] == []


@pytest.mark.parametrize("option", ["--port", "--site-port"])
def test_a_port_that_is_taken_is_named_in_one_line(shishi: Run, option: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, printed, complaint = shishi("serve", option, port, "--lang", "en")

    assert (code, printed, complaint.count("\n")) == (2, "", 1)
    assert port in complaint


def test_one_port_for_both_is_refused(shishi: Run) -> None:
    port = str(free_ports()[0])
    code, _, complaint = shishi("serve", "--port", port, "--site-port", port)

    assert (code, port in complaint) == (2, True)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_another_address_without_hosts_is_refused(
    shishi: Run, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.delenv("SHISHI_HOSTS", raising=False)
    code, _, complaint = shishi("serve", "--host", host)

    assert (code, "SHISHI_HOSTS" in complaint) == (2, True)


def test_the_office_runs_in_two_processes_of_four_threads_with_the_address_in_brackets() -> None:
    server = Server("shishi.web.wsgi:application", "::1", 8000, workers=2)
    command = " ".join(server.command())

    assert server.address == "http://[::1]:8000/"
    assert "--workers 2 --blocking-threads 4" in command
