"""Run the exam: python -m tests.exam [--clerks] --formats p5,p4 --seeds 0-39 [--show 30] [--over 10] [--save DIR] [--json FILE]."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from tests.exam import formats, reporting
from tests.exam.clerks import making as clerks
from tests.exam.formats import FORMATS
from tests.exam.running import Sitting, sit


def main() -> int:
    """Read the command line, run, and print; always 0, for the figures are the answer."""
    options = _options()
    names = list(FORMATS) if options.formats == "all" else options.formats.split(",")
    write = clerks.write_page if options.clerks else formats.write_page
    sittings = []
    print(reporting.HEAD)
    for name in names:
        began = time.monotonic()
        sitting = sit(name, _seeds(options.seeds), write=write, save=options.save)
        sittings.append(sitting)
        print(reporting.line(name, sitting.total), f" {time.monotonic() - began:.1f}s")
        print(reporting.fields_line(sitting.total))
        for remark in sitting.remarks[: options.show]:
            print(remark)
        for found in sitting.needless[: options.over]:
            print("NEEDLESS", reporting.cell_line(*found))
    failing = [entry for sitting in sittings for entry in sitting.failing]
    failing.sort(key=lambda entry: not entry[2].is_silent)
    for entry in failing[: options.show]:
        print(reporting.cell_line(*entry))
    if options.json:
        options.json.write_text(_as_json(sittings), encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--clerks", action="store_true", help="pages of clerks, each with her habits"
    )
    parser.add_argument("--formats", default="all", help="p1 … p6, html, docx, xlsx, csv")
    parser.add_argument("--seeds", default="0-39")
    parser.add_argument("--show", type=int, default=0, help="print N failing cells, silent first")
    parser.add_argument("--over", type=int, default=0, help="print N needlessly flagged cells")
    parser.add_argument("--save", type=Path, help="where to write the pages and their truth")
    parser.add_argument("--json", type=Path, help="where to write figures and failing cells")
    return parser.parse_args()


def _seeds(text: str) -> range:
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def _as_json(sittings: list[Sitting]) -> str:
    report: dict[str, object] = {
        s.name: reporting.total_object(s.total) | {"remarks": s.remarks} for s in sittings
    }
    report["failing"] = [reporting.cell_object(*cell) for s in sittings for cell in s.failing]
    return json.dumps(report, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    sys.exit(main())
