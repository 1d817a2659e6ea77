"""Run the acceptance: read, extract, check and assess the five seeds, and print what came of it."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console

from tests.acceptance.browsing import walk_in_browser
from tests.acceptance.gold.hand import load_hand_gold
from tests.acceptance.gold.shared import load_quantities, load_shared_gold
from tests.acceptance.linking import Linked, link_failures, link_tallies
from tests.acceptance.manners import complaints_about_refusals, complaints_about_several
from tests.acceptance.numbers import score_sentences
from tests.acceptance.program import find_quantities
from tests.acceptance.round_trip import trip_failures
from tests.acceptance.scores import Failure, none_wanted
from tests.acceptance.seeds import examine_pair, examine_seed
from tests.acceptance.tables import print_failures, tally_table
from tests.acceptance.walk import walk_seeds

REFUSED = (("read",), ("extract", "--json"), ("check",), ("assess", "--on", "2024-10-31"))


def main(shared: Path) -> int:
    """Print a table per seed and the bars that were missed; 0 when there are none, else 1."""
    started = time.monotonic()
    console = Console(width=None if sys.stdout.isatty() else 100)
    failures: list[tuple[str, Failure]] = []

    gold = shared / "gold"
    sentences = load_quantities(gold)
    told = sentences + load_quantities(gold, damaged=True)
    loaded = [load_shared_gold(gold, name) for name in ("000", "003", "004")]
    loaded += [load_hand_gold(name) for name in ("001", "002")]
    linked = Linked()
    for seed in sorted(loaded, key=lambda seed: seed.name):
        tables, missed = examine_seed(seed, shared / "seeds", sentences=told, linked=linked)
        for table in tables:
            console.print(table, "")
        failures += [(f"seed {seed.name}", failure) for failure in missed]

    console.print(tally_table("what answers what, three seeds", link_tallies(linked)), "")
    failures += [("links", failure) for failure in link_failures(linked)]
    table, missed = examine_pair(shared / "seeds", "000", "002")
    console.print(table, "")
    failures += [("seeds 000 and 002", failure) for failure in missed]

    numbers = score_sentences(sentences, find_quantities)
    tallies = [("precision", numbers.precision), ("recall", numbers.recall)]
    console.print(tally_table(f"quantities of {len(sentences)} sentences", tallies), "")
    failures += [("sentences", failure) for failure in numbers.failures()[:2]]

    table, lost = walk_seeds(shared / "seeds")
    console.print(table, "")
    failures += [("walk", failure) for failure in lost]
    [month_table] = (shared / "seeds").glob("000_*.txt")
    lost = walk_in_browser(month_table)
    console.print(f"the walk of seed 000 in Chromium: {'lost its way' if lost else 'done'}", "")
    failures += [("walk", failure) for failure in lost]

    with tempfile.TemporaryDirectory() as folder:
        same, changed = trip_failures(shared / "seeds", Path(folder))
        told_same = ", ".join(f"{format} {count}/5" for format, count in same.items())
        console.print(f"written and read back the same: {told_same}", "")
        failures += [("round trip", failure) for failure in changed]
        rude = [c for words in REFUSED for c in complaints_about_refusals(Path(folder), words)]
        files = [shared / "seeds" / seed.file for seed in loaded]
        rude += complaints_about_several(files, Path(folder) / "nowhere.txt")
    failures += [("manners", failure) for failure in none_wanted("files it cannot read", rude)]

    print_failures(console, failures)
    seconds = time.monotonic() - started
    verdict = f"bars missed: {len(failures)}" if failures else "every bar cleared"
    console.print(f"{verdict}; {seconds:.1f} s", style="bold red" if failures else "bold green")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "seeds").is_dir():
        sys.exit("usage: python -m tests.acceptance SHARED   (a folder with seeds/ and gold/)")
    sys.exit(main(Path(sys.argv[1])))
