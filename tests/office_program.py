"""LibreOffice in tests: whether it is installed, and having it save files in its own way."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


def save_as(
    target: str, files: list[Path], out: Path, *, profile: Path, infilter: str = ""
) -> None:
    """Have LibreOffice save files in a format of its own, into a folder."""
    order = [str(SOFFICE), "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    order += [f"--infilter={infilter}"] if infilter else []
    order += ["--convert-to", target, "--outdir", str(out), *map(str, files)]
    subprocess.run(order, check=True, capture_output=True, timeout=240)
