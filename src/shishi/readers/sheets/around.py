"""What stands around the cells of an xlsx sheet: comments and text boxes."""

from __future__ import annotations

from collections.abc import Iterator

from shishi.readers.packages.package import Package
from shishi.readers.sheets.names import parse_cell
from shishi.readers.sheets.parts import related


def read_comments(package: Package, sheet: str) -> Iterator[tuple[int, int, str]]:
    """Read the comments of a sheet part: row, column, text."""
    for part in related(package, sheet, "comments"):
        for comment in package.tree(part).iter("{*}comment"):
            try:
                row, column = parse_cell(comment.get("ref") or "")
            except ValueError:
                continue
            text = "".join(node.text or "" for node in comment.iter("{*}t")).strip()
            if text:
                yield row, column, text


def read_boxes(package: Package, sheet: str) -> Iterator[str]:
    """Read the text boxes drawn on a sheet, a paragraph a line."""
    for part in related(package, sheet, "drawing"):
        for body in package.tree(part).iter("{*}txBody"):
            paragraphs = [
                "".join(node.text or "" for node in paragraph.iter("{*}t"))
                for paragraph in body.iter("{*}p")
            ]
            if text := "\n".join(p for p in paragraphs if p.strip()):
                yield text
