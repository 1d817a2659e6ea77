"""Office programs: what only they can read is turned by them into a format of ours first."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from shishi.readers.formats import CONVERTED
from shishi.readers.refusals import refuse

_SECONDS = 75
_PROGRAMS = ("soffice", "libreoffice")


def convert(data: bytes, kind: str, name: str, *, scratch: str = "") -> bytes:
    """Turn a file into the format of CONVERTED, with LibreOffice where it is installed.

    It works in `scratch` (a folder of its own without one), with a profile of its own, so that no
    setting of anybody's matters and two of them do not meet. Macros are off: tell_format has refused
    them, and headless LibreOffice runs none of a document's.
    Raises UnreadableSource: no-office-program, not-converted.
    """
    program = next((path for p in _PROGRAMS if (path := shutil.which(p))), None)
    if program is None:
        raise refuse(name, "no-office-program", format=kind)
    if scratch:
        return _convert_in(Path(scratch), data, kind, name=name, program=program)
    with tempfile.TemporaryDirectory(prefix="shishi-") as folder:
        return _convert_in(Path(folder), data, kind, name=name, program=program)


def _convert_in(folder: Path, data: bytes, kind: str, *, name: str, program: str) -> bytes:
    source = folder / f"source.{kind}"
    source.write_bytes(data)
    target = CONVERTED[kind]
    order = [
        program, "--headless", "--norestore", "--nolockcheck", "--nologo", "--nodefault",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to", target, "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder)}
    environment |= {"TMPDIR": str(folder), "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    process = subprocess.Popen(
        order,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=folder,
        start_new_session=True,
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        raise refuse(name, "too-long", seconds=_SECONDS) from None
    finally:
        _end(process)
    made = folder / "out" / f"source.{target}"
    if not made.is_file():
        raise refuse(name, "not-converted", format=kind)
    return made.read_bytes()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and whatever it started, which would outlive it."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
