"""Files that are made to hurt: the parent lives, the reason is clear, nothing is written anywhere."""

import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from shishi.errors import UnreadableSource
from shishi.readers import read_apart
from shishi.readers.apart.limits import FOR_THE_WEB, Limits
from shishi.readers.document import Grid
from tests.readers.hostile.bombs import book, every_bomb
from tests.readers.packages.zips import pack

Serve = Callable[..., None]
BOMBS = every_bomb()


def listing() -> set[str]:
    """What stands where a file might be written by mistake: here, and where scratch folders go."""
    return {str(p) for folder in (".", tempfile.gettempdir()) for p in Path(folder).iterdir()}


def refusal(data: bytes, limits: Limits = FOR_THE_WEB) -> str:
    with pytest.raises(UnreadableSource) as caught:
        read_apart(data, "表", limits=limits)
    return caught.value.code


def test_there_are_more_than_sixty_hostile_files_and_no_two_alike() -> None:
    assert len({name for name, _, _ in BOMBS}) == len(BOMBS) > 60
    assert len({data for _, data, _ in BOMBS}) == len(BOMBS)


@pytest.mark.parametrize(("name", "data", "code"), BOMBS, ids=[name for name, _, _ in BOMBS])
def test_hostile_file_is_refused_with_a_reason_or_read_as_little(
    name: str, data: bytes, code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "表.csv" if name.startswith("csv") else "表.xlsx"
    before = os.listdir(tmp_path)
    try:
        document = read_apart(data, name, limits=FOR_THE_WEB)
    except UnreadableSource as error:
        said = (error.code, error.line("zh"), error.line("en"))
        document = None

    assert os.listdir(tmp_path) == before
    if document is None:
        assert code in ("?", said[0])
        assert said[0] not in ("reader-crashed", "no-reader"), said
        assert re.search("[一-鿿]", said[1])
        assert "{" not in said[1] + said[2]
    else:
        assert code in ("?", "")
        grids = [part for part in document.parts if isinstance(part, Grid)]
        assert sum(grid.height * grid.width for grid in grids) <= FOR_THE_WEB.cells


def test_hostile_files_leave_nothing_behind() -> None:
    read_apart(b"a b", "a")
    before = listing()
    for _, data, _ in BOMBS[::11]:
        try:
            read_apart(data, "表", limits=FOR_THE_WEB)
        except UnreadableSource:
            continue

    assert listing() - before == set()


# --- sabotaged twins: the guard off, and the harm is done ---


def spaces() -> bytes:
    comment = "<!--" + " " * 9_000_000 + "-->"
    return pack(book() | {"xl/sharedStrings.xml": "<sst>" + comment * 17 + "</sst>"})


def let_zips_in() -> None:
    from shishi.readers.packages import package

    package.MOST_RATIO = package.MOST_UNPACKED = 1 << 40


def let_depth_in() -> None:
    from shishi.readers.web import html

    html.check_page = lambda page, name, spare=0: None


def test_zip_bomb_without_its_guard_meets_the_limit_on_memory(serve: Serve) -> None:
    data = spaces()
    assert refusal(data) == "packed-too-tightly"

    serve(before=let_zips_in)

    assert refusal(data, Limits(memory=200 << 20)) == "too-much-memory"


def test_zip_bomb_without_any_guard_gets_through(serve: Serve) -> None:
    serve(before=let_zips_in, guarded=False)

    assert read_apart(spaces(), "a", limits=Limits(memory=200 << 20)).parts


def test_deep_page_without_its_guard_meets_the_limit_on_time(serve: Serve) -> None:
    data = b"<div>" * 90_000
    assert refusal(data) == "too-deep"

    serve(before=let_depth_in)

    assert refusal(data, Limits(cpu=1)) == "too-long"
