"""Ours beside kreuzberg, markitdown, pandas, pandoc and LibreOffice; and how our cost grows.

    python -m benchmarks.reading PEERS-PYTHON [PAGES]

Facts are the merged themes and leads that stand on the right row. Speed is CPU time. The last part
reads PAGES archived pages (2,000) in two processes of this machine, then on a Dask cluster of two.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.tables import FIELDS, FORMATS, Row, as_html, build_rows, count_facts
from shishi.layouts import extract
from shishi.readers import read
from shishi.readers.document import Grid
from shishi.records import Page, print_rows
from shishi.rulebook import load_rulebook

ROWS, ROUNDS, TURNS = 620, 5, 25
WORKER = Path(__file__).with_name("peers_of_reading.py")
TIMES_FASTER = {"html": 2.0, "xlsx": 2.0, "docx": 1.0}
"""How many times as fast as the fastest peer that has all facts."""

WHOLE_TO_GRID, MADE_TO_GRID = 1.5, 2.9
"""What file → all that records print may cost, and file → every Record, Text and Place; times the grid."""

FLATNESS, PAGES_A_SECOND, CLUSTER_TO_LOCAL = 1.5, 100, 0.75


@dataclass(frozen=True)
class Reading:
    """How one reader fared with one format."""

    name: str
    facts: float
    speed: float


def main(peers: str, pages: str = "2000") -> int:
    """Print the tables; 0 when the bars are cleared, else 1."""
    console = Console(width=100)
    complaints = [
        *beside_others(console, peers),
        *whole_beside_grid(console),
        *growth(console),
        *many_pages(console, int(pages)),
    ]
    for complaint in complaints:
        console.print(complaint, style="bold red")
    return 1 if complaints else 0


def beside_others(console: Console, peers: str) -> Iterator[str]:
    """Read the same table in three formats; print facts and rows a second of everybody."""
    rows = build_rows(ROWS)
    with tempfile.TemporaryDirectory() as folder:
        for suffix, build in FORMATS.items():
            (Path(folder) / f"table.{suffix}").write_bytes(build(rows))
        answers = _ask_peers(peers, folder)
        table = Table(title=f"a table of {ROWS} rows with merged cells: facts right, rows a second")
        for heading in ("", *FORMATS):
            table.add_column(heading, justify="left" if not heading else "right")
        ours = {s: _ours((Path(folder) / f"table.{s}").read_bytes(), s, rows) for s in FORMATS}
    table.add_row("Shishi", *(_shown(ours[suffix]) for suffix in FORMATS))
    for name, answer in answers.items():
        read_by = {s: _peer(name, answer.get(s) or answer, rows) for s in FORMATS}
        table.add_row(name, *(_shown(r, ours[s]) if r else "–" for s, r in read_by.items()))
        for suffix, reading in read_by.items():
            faster = TIMES_FASTER[suffix]
            if reading and reading.facts == 1 and ours[suffix].speed < faster * reading.speed:
                yield f"{suffix}: less than {faster} × as fast as {name}"
    console.print(table)
    yield from (f"{s}: {100 * r.facts:.1f} % of the facts" for s, r in ours.items() if r.facts < 1)


def _ask_peers(python: str, folder: str) -> dict[str, dict[str, dict[str, object]]]:
    asked = json.dumps({"folder": folder, "formats": list(FORMATS), "rounds": ROUNDS})
    ended = subprocess.run(
        [python, str(WORKER)], input=asked, capture_output=True, text=True, timeout=900, check=True
    )
    answers: dict[str, dict[str, dict[str, object]]] = json.loads(ended.stdout)
    return answers


def _ours(data: bytes, suffix: str, rows: list[Row]) -> Reading:
    name = f"table.{suffix}"
    grids = [part for part in read(data, name).parts if isinstance(part, Grid)]
    found = [line for grid in grids for line in _lines(grid)]
    seconds = _timed(lambda: read(data, name))
    return Reading("Shishi", count_facts(found, rows) / (2 * len(rows)), len(rows) / seconds)


def _lines(grid: Grid) -> list[list[str]]:
    lines = [[""] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        for row in range(cell.row - 1, cell.row - 1 + cell.rows):
            for column in range(cell.column - 1, cell.column - 1 + cell.columns):
                lines[row][column] = cell.text.value
    return lines


def _peer(name: str, answer: dict[str, object], rows: list[Row]) -> Reading | None:
    found, seconds = answer.get("rows"), answer.get("seconds")
    if not isinstance(found, list) or not isinstance(seconds, float):
        return None
    return Reading(name, count_facts(found, rows) / (2 * len(rows)), len(rows) / (seconds or 1e-9))


def _shown(reading: Reading, ours: Reading | None = None) -> str:
    ratio = f" (ours {ours.speed / reading.speed:.1f} ×)" if ours else ""
    return f"{100 * reading.facts:.1f} %  {reading.speed:,.0f}{ratio}"


def _timed(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Give the CPU seconds of the quickest of some rounds: what disturbs only ever adds."""
    return _timed_by_turns(call, rounds=rounds)[0]


def _timed_by_turns(*calls: Callable[[], object], rounds: int = TURNS) -> list[float]:
    """Time several calls one after the other, again and again: a slow minute is slow for all of them."""
    best = [float("inf")] * len(calls)
    for _ in range(rounds):
        for at, call in enumerate(calls):
            started = time.process_time()
            call()
            best[at] = min(best[at], time.process_time() - started)
    return best


def whole_beside_grid(console: Console) -> Iterator[str]:
    """Compare the whole way from file to records with the grid alone, every cell of which is made.

    Both ways have the notice, the headers and all findings. The first has what every record prints, as plain
    strings: by field, and the columns that no field has; no names split from lists, no sections and no places. The second has every
    Record, with every Text, name and Place. Neither has stretches or folded texts, which nobody asked for.
    """
    book, rows = load_rulebook("default"), build_rows(ROWS)
    printed = [(dict(zip(FIELDS, row.cells, strict=True)), {}) for row in rows]
    for suffix, build in FORMATS.items():
        data, name = build(rows), f"table.{suffix}"

        def page(data: bytes = data, name: str = name) -> Page:
            return extract(read(data, name), rulebook=book)

        assert [*print_rows(page().records)] == printed
        assert [*print_rows(tuple(page().records))] == printed
        grid, whole, made = _timed_by_turns(
            lambda data=data, name=name: read(data, name),
            lambda page=page: [*print_rows(page().records)],
            lambda page=page: [*page().records],
        )
        console.print(
            f"{suffix}: file → all that records print costs {whole / grid:.2f} × the grid alone, "
            f"with every Record, Text and Place made {made / grid:.2f} ×"
        )
        if whole > WHOLE_TO_GRID * grid:
            yield f"{suffix}: file → all that records print costs more than {WHOLE_TO_GRID} × the grid"
        if made > MADE_TO_GRID * grid:
            yield f"{suffix}: file → every Record costs more than {MADE_TO_GRID} × the grid"


def growth(console: Console) -> Iterator[str]:
    """See whether a row costs the same in a small and in a large table."""
    book, costs = load_rulebook("default"), {}
    for count in (60, 600, 6_000, 60_000):
        data = as_html(build_rows(count))
        rounds = 3 if count > 600 else 20
        costs[count] = (
            _timed(lambda d=data: extract(read(d, "a.html"), rulebook=book), rounds) / count
        )
        console.print(f"{count:>6} rows: {1e6 * costs[count]:,.0f} µs a row")
    if max(costs.values()) > FLATNESS * costs[60]:
        yield f"a row costs more than {FLATNESS} × in a large table"


def many_pages(console: Console, pages: int) -> Iterator[str]:
    """Read an archive into a corpus, in two processes here and on a cluster of two workers."""
    from shishi.corpus import read_folder
    from shishi.corpus.work import cluster_workers, local_workers

    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "in"
        root.mkdir()
        for number in range(pages):
            page = as_html(build_rows(62)).replace("云溪区".encode(), f"云溪区{number}".encode())
            old = number % 5 == 0
            page = page.decode().replace("utf-8", "gb2312").encode("gb18030") if old else page
            (root / f"{number:05d}.html").write_bytes(page)

        def run(out: str, executor: object) -> float:
            started = time.monotonic()
            *_, last = read_folder(root, Path(folder) / out, executor=executor, width=2)
            assert last.records == 62 * pages
            return pages / (time.monotonic() - started)

        with local_workers(2) as executor:
            local = run("local", executor)
        console.print(
            f"{pages} pages, two processes here: {local:.0f} pages/s, load {os.getloadavg()[0]:.1f}"
        )
        from distributed import LocalCluster

        options = {"dashboard_address": None, "host": "127.0.0.1"}
        with (
            LocalCluster(n_workers=2, threads_per_worker=1, **options) as cluster,
            cluster_workers(cluster.scheduler_address) as (executor, _),
        ):
            there = run("cluster", executor)
        console.print(f"{pages} pages, a cluster of two: {there:.0f} pages/s ({there / local:.0%})")
    if local < PAGES_A_SECOND:
        yield f"fewer than {PAGES_A_SECOND} pages a second"
    if there < CLUSTER_TO_LOCAL * local:
        yield f"the cluster is slower than {CLUSTER_TO_LOCAL:.0%} of this machine"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
