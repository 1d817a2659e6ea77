import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.code import ROOT

LINT = Path(sys.executable).with_name("lint-imports")


@pytest.fixture
def empty_rooms(tmp_path):
    """Build every room that has a floor, with nothing in it, under the contracts of the house."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = table["tool"]["importlinter"]["contracts"][0]["layers"]
    for room in ["", *(name.strip("() ") for floor in floors for name in floor.split("|"))]:
        (tmp_path / "shishi" / room).mkdir(parents=True, exist_ok=True)
        (tmp_path / "shishi" / room / "__init__.py").touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder):
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [LINT, "--no-cache", "--config", "pyproject.toml"]
    run = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return run.returncode, run.stdout + run.stderr


def test_rooms_that_know_nobody_keep_the_floors(empty_rooms):
    code, said = lint(empty_rooms)

    assert (code, "0 broken" in said) == (0, True), said


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("places/__init__.py", "import shishi.rules"),
        ("measures/__init__.py", "import shishi.layouts"),
        ("rules/__init__.py", "import shishi.layouts"),
        ("drawer.py", "x = 1"),
    ],
    ids=["upwards", "to a neighbour", "judgement to layout", "room without a floor"],
)
def test_imports_against_the_floors_are_caught(empty_rooms, file, line):
    (empty_rooms / "shishi" / file).write_text(line, encoding="utf-8")

    code, said = lint(empty_rooms)

    assert (code, "BROKEN" in said or "drawer" in said) == (1, True), said
