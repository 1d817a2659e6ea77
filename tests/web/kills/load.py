"""Reporters who submit until they are told that it is kept, and a server that is killed meanwhile."""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).parents[3]
TOKEN = "t" * 32
CLIENTS = 6


def run_python(module: str, *arguments: str, env: dict[str, str]) -> Any:
    """Run a module that prints JSON, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=env, cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


@dataclass
class Server:
    """The real server, as an office runs it: two workers of four threads each."""

    env: dict[str, str]
    application: str
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = self.port or free.getsockname()[1]
        self.process = subprocess.Popen(
            [
                str(Path(sys.executable).with_name("granian")),
                *("--interface", "wsgi", "--workers", "2", "--blocking-threads", "4"),
                *("--host", "127.0.0.1", "--port", str(self.port), "--no-access-log"),
                self.application,
            ],
            env=self.env, cwd=ROOT, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise TimeoutError("the server does not answer")

    def kill(self) -> None:
        """Kill the whole family at once, as the kernel would."""
        assert self.process
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@dataclass
class Reporters:
    """Clients who each take a slot and submit it with one key until it is acknowledged."""

    server: Server
    office: dict[str, Any]
    acknowledged: dict[int, str] = field(default_factory=dict)
    odd: list[tuple[int, bytes]] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def work(self, slots: deque[int]) -> None:
        """Take slots until there are none or it is time to stop."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=10)
        while slots and not self.stop.is_set():
            slot = slots.popleft()
            while slot not in self.acknowledged and not self.stop.is_set():
                try:
                    self._submit(connection, slot)
                except (OSError, http.client.HTTPException):
                    connection.close()  # the next request opens it again
                    time.sleep(0.05)
        connection.close()

    def _submit(self, connection: http.client.HTTPConnection, slot: int) -> None:
        host = f"127.0.0.1:{self.server.port}"
        form = {
            "progress": words_of(slot), "claimed": "正常", "explanation": "", "version": "0",
            "key": f"key-{slot}", "do": "submit", "csrfmiddlewaretoken": TOKEN,
        }  # fmt: skip
        headers = {
            "Host": host,
            "Origin": f"https://{host}",
            "X-Forwarded-Proto": "https",
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"__Host-sid={self.office['session']}; __Host-csrf={TOKEN}",
        }
        path = f"/d/{self.office['district']}/reports/{slot}/"
        connection.request("POST", path, urlencode(form), headers)
        answer = connection.getresponse()
        body = answer.read()
        if answer.status == 302 and "sign-in" not in (answer.headers["Location"] or ""):
            self.acknowledged[slot] = f"key-{slot}"
        else:
            self.odd.append((answer.status, body[:3000]))
            time.sleep(0.05)


def words_of(slot: int) -> str:
    """The words that are submitted for a slot."""
    return f"完成修路{slot}米。"


def kill_under_load(env: dict[str, str], *, kills: int, slots: int, application: str) -> Any:
    """Set an office up, kill its server so many times under load, and say what was promised.

    Gives the reporters and what the database holds afterwards.
    """
    office = run_python("tests.web.kills.office", str(slots), env=env)
    server = Server(env, application)
    server.start()
    reporters = Reporters(server, office)
    waiting = deque(office["slots"])
    threads = [threading.Thread(target=reporters.work, args=(waiting,)) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    chance = random.Random(2031)
    try:
        for _ in range(kills):
            wait_for_more(reporters)
            time.sleep(chance.uniform(0, 0.3))
            server.kill()
            server.start()
        wait_for_more(reporters)
    finally:
        server.kill()
        reporters.stop.set()
        for thread in threads:
            thread.join()
    return reporters, run_python("tests.web.kills.found", env=env)


def wait_for_more(reporters: Reporters) -> None:
    """Wait until ten more reports are acknowledged by the server that runs now."""
    had, until = len(reporters.acknowledged), time.monotonic() + 60
    while len(reporters.acknowledged) < had + 10:
        if time.monotonic() > until:
            raise TimeoutError(f"nothing is acknowledged any more: {reporters.odd[-1:]}")
        time.sleep(0.005)
