"""HTML: the table as a plain accessible fragment, ready to paste into a portal's editor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from shishi.writers.office.layout import Align
from shishi.writers.office.table import PrintedCell, PrintedTable

_SPACES = re.compile(r"(?:^|\n)[ \t\u3000]|[ \t]{2}|\t|[ \t](?:\n|$)")
"""White space that a browser would not show as it is."""


def write_html(table: PrintedTable) -> bytes:
    """Write a page of its own: the fragment, with what a browser must know before it."""
    language = "zh-Hant" if table.traditional else "zh-Hans"
    head = f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n'
    title = f"<title>{escape(table.title)}</title>\n" if table.title else ""
    return (head + title + html_fragment(table) + "\n</html>\n").encode()


def html_fragment(table: PrintedTable) -> str:
    """Give the table with its title and the lines around it, without styles, scripts or pictures.

    The title is the caption, header cells say what they head (scope), merged cells keep their spans.
    All text is escaped.
    """
    lines = [_paragraph(" ".join(table.above))] if table.above else []
    if table.title and table.under:
        # Lines under the title stand between it and the table, where a caption has no room for them.
        lines += [f"<h2>{escape(table.title)}</h2>", _paragraph(" ".join(table.under))]
    elif table.under:
        lines.append(_paragraph(" ".join(table.under)))
    lines += [_paragraph(line) for line in table.measure]
    lines += list(_table(table))
    lines += [_paragraph(line) for line in table.rules]
    if table.below:
        lines.append(_paragraph(" ".join(table.below)))
    return "\n".join(lines)


def _table(table: PrintedTable) -> Iterator[str]:
    yield '<table border="1" style="border-collapse: collapse">'
    if table.title and not table.under:
        yield f"<caption>{escape(table.title)}</caption>"
    for number, row in enumerate(table.rows(), 1):
        if number == 1:
            yield "<thead>"
        elif number == table.header_rows + 1:
            yield "<tbody>"
        yield f"<tr>{''.join(map(_cell, row))}</tr>"
        if number == table.header_rows:
            yield "</thead>"
    yield "</tbody>" if table.height > table.header_rows else ""
    yield "</table>"


def _cell(cell: PrintedCell) -> str:
    tag = "th" if cell.header or cell.heading else "td"
    kept = bool(_SPACES.search(cell.text))
    styles = [f"text-align: {cell.align}"] * (tag == "td" and cell.align is not Align.LEFT)
    styles += ["white-space: pre-wrap"] * kept
    attributes = {
        "scope": _scope(cell),
        "rowspan": str(cell.rows) * (cell.rows > 1),
        "colspan": str(cell.columns) * (cell.columns > 1),
        "style": "; ".join(styles),
    }
    written = "".join(f' {name}="{value}"' for name, value in attributes.items() if value)
    text = escape(cell.text) if kept else escape(cell.text).replace("\n", "<br>")
    return f"<{tag}{written}>{text}</{tag}>"


def _scope(cell: PrintedCell) -> str:
    if cell.header:
        return "colgroup" if cell.columns > 1 else "col"
    if cell.heading:
        return "rowgroup" if cell.rows > 1 or cell.columns > 1 else "row"
    return ""


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"
