"""How long a district's site takes: `python -m tests.portal.speed`. Prints seconds, the best of five."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from shishi.portal import build
from shishi.portal.build import gather
from tests.portal.invented import snapshot

ITEMS, MONTHS = 60, 10


def main() -> None:
    """Build 60 items with ten months of reports, in all editions."""
    plan = snapshot(ITEMS, months=MONTHS)
    gathered, built = [], []
    for _ in range(5):
        began = time.perf_counter()
        gather([plan])
        gathered.append(time.perf_counter() - began)
        with tempfile.TemporaryDirectory() as out:
            began = time.perf_counter()
            site = build([plan], Path(out))
            built.append(time.perf_counter() - began)
    print(f"{ITEMS} items, {MONTHS} months, {site.files} files: "
          f"rendered {min(gathered):.2f} s, rendered, checked and placed {min(built):.2f} s")  # fmt: skip


if __name__ == "__main__":
    main()
