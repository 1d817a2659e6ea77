import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from shishi.errors import UnreadableSource
from shishi.findings import message
from shishi.places import Source
from shishi.readers import read, read_apart
from shishi.readers.apart import confinement, front, job
from shishi.readers.apart.limits import Limits
from shishi.readers.document import Document, Flow

Serve = Callable[..., None]
TEXT = "序号 | 项目\n\n1 | 公园".encode()
PAGE = "<title>表</title><p>进度<table><tr><th>序号<th colspan=2>项目<tr><td>1<td>公<br>园<td>座</table>"
WORDS = b"one two"


def refusal(data: bytes = WORDS, limits: Limits = Limits()) -> UnreadableSource:  # noqa: B008
    with pytest.raises(UnreadableSource) as caught:
        read_apart(data, "表.txt", limits=limits)
    assert all(caught.value.line(language) for language in ("zh", "en"))
    return caught.value


def says(text: str, source: Source) -> Document:
    """Build what a reader gives back that was made to say something."""
    return Document(source, (Flow(text, ()),))


@pytest.mark.parametrize(
    "data",
    [TEXT, PAGE.encode(), "公园\ufffd座".encode(), "<div hidden>秘密</div><p>公园".encode("gbk")],
)
def test_read_apart_gives_the_same_document_as_read(data: bytes) -> None:
    assert read_apart(data, "表.txt") == read(data, "表.txt")


@pytest.mark.parametrize("data", [b"", bytes(range(256)), b"<div>" * 500, b"PK\x03\x04"])
def test_read_apart_refuses_in_the_same_words_as_read(data: bytes) -> None:
    with pytest.raises(UnreadableSource) as here:
        read(data, "表.txt")
    assert refusal(data).line("zh") == here.value.line("zh")
    assert refusal(data).line("en") == here.value.line("en")


@pytest.mark.parametrize("dies_of", ["SIGSEGV", "SIGABRT", "SIGKILL", "SIGBUS"])
def test_child_that_crashes_is_one_file_that_cannot_be_read(serve: Serve, dies_of: str) -> None:
    serve(lambda text, source: os.kill(os.getpid(), getattr(signal, dies_of)))

    first, second = refusal(), refusal()

    assert (first.code, second.code) == ("reader-crashed", "reader-crashed")
    assert dies_of in first.reason["zh"]


def test_child_that_raises_is_one_file_that_cannot_be_read(serve: Serve) -> None:
    serve(lambda text, source: 1 / 0)

    assert refusal().code == "reader-crashed"


def test_child_that_never_ends_is_stopped(serve: Serve) -> None:
    serve(lambda text, source: [time.sleep(0.1) for _ in range(600)])

    began = time.monotonic()

    assert refusal(limits=Limits(wall=1)).code == "too-long"
    assert time.monotonic() - began < 8


def test_child_that_computes_for_ever_is_stopped(serve: Serve) -> None:
    serve(lambda text, source: sum(range(10**12)))

    assert refusal(limits=Limits(cpu=1, wall=20)).code == "too-long"


def test_child_that_takes_too_much_memory_is_told_no(serve: Serve) -> None:
    serve(lambda text, source: bytes(1 << 30) and says("got it", source))

    assert refusal().code == "too-much-memory"


def test_unguarded_child_takes_as_much_memory_as_it_likes(serve: Serve) -> None:
    serve(lambda text, source: bytes(1 << 30) and says("got it", source), guarded=False)

    assert read_apart(WORDS, "a").parts[0].name == "got it"


def reach(address: tuple[str, int], path: Path) -> Callable[..., Document]:
    """Build a reader that tries the network, the disk, the secrets and another program."""

    def reader(text: str, source: Source) -> Document:
        got = []
        for name, act in {
            "socket": lambda: socket.create_connection(address, timeout=1).close(),
            "write": lambda: path.with_name("made").write_text("x"),
            "mkdir": lambda: path.with_name("folder").mkdir(),
            "read": path.read_bytes,
            "run": lambda: subprocess.run(["true"], check=True),
        }.items():
            try:
                act()
                got.append(name)
            except OSError:
                continue
        return says(",".join(got) or "nothing", source)

    return reader


@pytest.mark.parametrize("guarded", [True, False])
def test_child_reaches_nothing_and_an_unguarded_one_reaches_all(
    serve: Serve, tmp_path: Path, guarded: bool
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("password")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        serve(reach(listening.getsockname(), secret), guarded=guarded)
        got = read_apart(WORDS, "a").parts[0].name

    made = sorted(path.name for path in tmp_path.iterdir())
    if guarded:
        assert set(got.split(",")) <= {
            "nothing",
            "run",
        }  # root may start programs, which inherit all
        assert made == ["secret"]
    else:
        assert got == "socket,write,mkdir,read,run"
        assert made == ["folder", "made", "secret"]


def test_child_knows_no_setting_of_ours(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISHI_SECRET_KEY", "password")

    kept = front.bare_environment()

    assert set(kept) <= {"PATH", "LANG", "LC_ALL", "PYTHONPATH"}


@pytest.mark.parametrize(
    "document",
    [
        '{"document": "text"}\n{"parts": [1, 0]}',
        '{"document": "text"}\n{"parts": [0, 0], "labels": [[1, "a"]], "findings": []}',
        '{"document": "text"}\n{"parts": [0, 0], "labels": [], "findings": [["no", 1, 2, 3, {}]]}',
        '{"document": "text"}\n{"parts": [1, 0], "labels": [], "findings": []}\n{"grid": "t", "size": [1, 1], "cells": 1, "caption": null}\n[["甲", 2, 1]]',
        '{"document": "text"}\n{"parts": [1, 0], "labels": [], "findings": []}\n{"grid": "t", "size": [1, -1], "cells": 0, "caption": null}',
        '{"document": "pickle"}\n{}',
        '{"refused": "empty", "facts": 3}',
        '{"refused": "no-such-code", "facts": {}}',
        '{"refused": "too-big", "facts": {}}',
        '{"convert": "exe"}',
        "[" * 5000,
        "",
    ],
)
def test_answer_that_no_reader_sends_is_not_believed(serve: Serve, document: str) -> None:
    """The forged answer goes out in place of the true one, and the child ends well."""

    def forge(text: str, source: Source) -> None:
        for descriptor in range(3, 40):
            try:
                channel = socket.socket(fileno=descriptor)
                if channel.type == socket.SOCK_STREAM and channel.family == socket.AF_UNIX:
                    channel.sendall(document.encode())
                    os._exit(0)
                channel.detach()
            except OSError:
                continue

    serve(forge)

    assert refusal().code == "reader-crashed"


def test_read_apart_from_many_threads_keeps_the_answers_apart() -> None:
    files = [f"序号 | 项目\n{n} | 公园{n}\n".encode() for n in range(24)]

    with ThreadPoolExecutor(8) as pool:
        documents = list(pool.map(lambda data: read_apart(data, "a"), files))

    assert documents == [read(data, "a") for data in files]


def test_read_apart_after_the_server_was_killed_starts_another() -> None:
    read_apart(TEXT, "a")
    process = front._SERVER._process
    assert process is not None
    process.kill()
    process.wait()

    assert read_apart(TEXT, "a") == read(TEXT, "a")


def test_read_apart_in_a_forked_process_has_a_server_of_its_own() -> None:
    read_apart(TEXT, "a")
    pid = os.fork()
    if pid == 0:
        try:
            same = read_apart(TEXT, "a") == read(TEXT, "a")
            front._SERVER.stop()
            os._exit(0 if same else 1)
        finally:
            os._exit(2)

    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert read_apart(TEXT, "a") == read(TEXT, "a")


def test_server_ends_with_the_process_that_started_it() -> None:
    lines = "from shishi.readers import read_apart; from shishi.readers.apart import front\n"
    lines += "read_apart(b'one two', 'a'); print(front._SERVER._process.pid, flush=True)\n"
    lines += "import os; os.kill(os.getpid(), 9)"
    out = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=False)

    pid = int(out.stdout)
    for _ in range(50):
        if (
            not Path(f"/proc/{pid}/cmdline").exists()
            or not Path(f"/proc/{pid}/cmdline").read_bytes()
        ):
            return
        time.sleep(0.1)
    pytest.fail("the server outlived its process")


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(cells=5), "too-many-cells"),
        (Limits(columns=2), "too-many-columns"),
        (Limits(rows=1), "too-tall"),
    ],
)
def test_document_that_reaches_beyond_the_limits_is_refused(limits: Limits, code: str) -> None:
    page = b"<table><tr><td rowspan=2>1<td>2<td>3<tr><td>4<td>5</table>"

    assert refusal(page, limits).code == code
    assert read_apart(page, "a", limits=Limits(cells=6, columns=3, rows=2)).parts


def test_finding_that_comes_back_can_be_said() -> None:
    (finding,) = read_apart("公园\ufffd座".encode(), "a").findings

    assert "1个字符" in message(finding)


class NoKernel:
    """A kernel that takes nothing from anybody."""

    def unshare(self, flags: int) -> int:
        return -1

    def syscall(self, number: int, *arguments: object) -> int:
        return -1


def nothing_is_taken() -> None:
    confinement._libc = NoKernel()  # type: ignore[assignment]


def test_child_of_a_kernel_that_takes_nothing_says_so_and_reads_all_the_same(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front, "_KEPT", set())
    serve(before=nothing_is_taken)

    assert read_apart(TEXT, "表.txt") == read(TEXT, "表.txt")
    assert front.list_kept() == ["files", "network"]


def test_child_that_lost_everything_has_nothing_to_say(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front, "_KEPT", set())
    serve(before=everything_is_taken)

    assert front.try_confinement() == []


def everything_is_taken() -> None:
    confinement.leave_network = lambda: confinement._note("network", left=True)
    job.leave_files = lambda scratch=None: confinement._note("files", left=True)


def test_words_of_a_child_about_other_things_are_not_repeated(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front, "_KEPT", set())
    serve(before=lambda: setattr(job, "list_kept", lambda: ["network", "<b>", 7]))

    read_apart(TEXT, "表.txt")

    assert front.list_kept() == ["network"]
