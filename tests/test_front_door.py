from __future__ import annotations

import subprocess
import sys

import pytest

import shishi


@pytest.mark.parametrize("name", shishi.__all__)
def test_every_name_of_the_front_door_opens(name: str) -> None:
    assert callable(getattr(shishi, name))


def test_the_front_door_lists_its_names() -> None:
    assert dir(shishi) == sorted(shishi.__all__)


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'publish'"):
        shishi.publish  # noqa: B018


def test_the_verbs_are_verbs_after_any_order_of_imports() -> None:
    script = "import shishi.measures.measure, shishi; print(callable(shishi.measure))"
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert printed.stdout == b"True\n"
