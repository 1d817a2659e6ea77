"""Print every described sample page and what is right to read in it.

`python -m tests.samples.make` writes source.txt or source.html and expected.json beside each
origin.toml. Everything on these pages is invented.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.samples.description import LETTERS, NAMED, Row, load, names, rows
from tests.samples.flatten import text
from tests.samples.markup import html
from tests.samples.scripts import printed

HERE = Path(__file__).parent
MONEY = {"万元": 10_000, "亿元": 100_000_000}
ISO = {"document_date", "publication_date"}


def is_kept(page: dict[str, Any]) -> bool:
    """Tell a page whose file a program wrote once (see programs.py)."""
    return "program" in page


def folders() -> list[Path]:
    """List the folders of the samples."""
    return sorted(path.parent for path in HERE.glob("*/origin.toml"))


def source(page: dict[str, Any]) -> tuple[str, bytes]:
    """Print a page as the name and the bytes of its file."""
    if page["family"] != "html":
        return "source.txt", printed(text(page), page["script"]).encode()
    charset = {"gb2312": "gbk"}.get(page["charset"], page["charset"])
    return "source.html", outside_tags(html(page), page["script"]).encode(charset)


def outside_tags(markup: str, script: str) -> str:
    """Change the script of the text of a web page and leave its tags alone."""
    parts = re.split("(<[^>]*>)", markup)
    return "".join(part if part.startswith("<") else printed(part, script) for part in parts)


def expected(page: dict[str, Any]) -> dict[str, Any]:
    """Say what is right to read in a page, in the words of the exchange format."""
    script = page["script"]
    records = [_record(page, row) for row in rows(page)]
    notice = {k: v if k in ISO else printed(v, script) for k, v in page["notice"].items()}
    return {
        "notice": notice,
        "period": page["period"],
        "count": len(records),
        "open_to_reading": page.get("open_to_reading", []),
        "records": records,
    }


def _record(page: dict[str, Any], row: Row) -> dict[str, Any]:
    values = {name: row.values.get(name, "") for name in LETTERS.values() if name != "units"}
    item, levels = _levels(page, values["item"])
    values |= {"item": item} | ({"levels": levels} if levels else {})
    record: dict[str, Any] = {"order": row.order, "section": row.section}
    for name, value in values.items():
        record[name] = _value(page, name, value)
    record["open_ended"] = any(names(values[name])[1] for name in NAMED[:2])
    record["shares_item_with"] = row.shares
    if page["script"] != "simplified":
        record["simplified"] = {"item": _joined(item)}
    return record


def _levels(page: dict[str, Any], item: str) -> tuple[str, str]:
    found = re.fullmatch(r"(.*)\(((?:[市区]级、?)+)\)", item)
    return (found[1], found[2]) if page.get("levels") == "item" and found else (item, "")


def _value(page: dict[str, Any], name: str, value: str) -> object:
    if name in NAMED:
        return [printed(part, page["script"]) for part in names(value)[0]]
    if not value:
        return None
    if name == "investment":
        amount = Decimal(value.replace(",", "")) * MONEY[page["unit"]]
        return f"{amount.normalize():f}"
    return value.removesuffix("%") if name == "percent" else printed(_joined(value), page["script"])


def _joined(value: str) -> str:
    return re.sub("[⏎¶‖]", "", value)


def main() -> None:
    """Write the source and the expected reading of every sample."""
    for folder in folders():
        page = load(folder)
        if not is_kept(page):
            name, data = source(page)
            (folder / name).write_bytes(data)
        reading = json.dumps(expected(page), ensure_ascii=False, indent=1)
        (folder / "expected.json").write_text(reading + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
