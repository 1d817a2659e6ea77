"""Print a described page as HTML, plainly or as a word processor saves it."""

from __future__ import annotations

import re
from typing import Any

from tests.samples.description import LETTERS, Row, rows

WORD_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word">
<head>
<meta http-equiv=Content-Type content="text/html; charset={charset}">
<meta name=Generator content="Microsoft Word 15">
<title>{title}</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {{margin:0cm;text-align:justify;font-size:10.5pt}} --></style>
</head>
<body lang=ZH-CN>
<div class=WordSection1>
"""

PLAIN_HEAD = """<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="{charset}">
<title>{title}</title>
<script>var node = "1";</script>
</head>
<body>
<div class="article">
"""


def html(page: dict[str, Any]) -> str:
    """Print the whole page, in simplified script."""
    title = page["notice"].get("title", "")
    head = WORD_HEAD if page["markup"] == "word" else PLAIN_HEAD
    parts = [head.format(charset=page["charset"], title=title)]
    parts += [_above(page, line, title) for line in page["head"].split("\n") if line]
    parts.append(_tables(page))
    parts += [_paragraph(page, line) for line in page["foot"].split("\n") if line]
    return "".join(parts) + "</div>\n</body>\n</html>\n"


def _above(page: dict[str, Any], line: str, title: str) -> str:
    if line == title and page["markup"] == "plain":
        return f"<h1>{line}</h1>\n"
    return _paragraph(page, line)


def _paragraph(page: dict[str, Any], text: str) -> str:
    return f"<p>{text}</p>\n" if page["markup"] == "plain" else _word(text) + "\n"


def _word(text: str) -> str:
    """Wrap a paragraph as a word processor does: numbers in spans of their own, o:p at the end."""
    spans = re.sub(r"([0-9.%]+)", r"<span lang=EN-US>\1</span>", text) or "&nbsp;"
    style = "font-size:9.0pt;font-family:宋体;mso-bidi-font-family:宋体"
    return (
        f"<p class=MsoNormal align=left style='text-align:left'><span style='{style}'>{spans}"
        "<span lang=EN-US><o:p></o:p></span></span></p>"
    )


def _tables(page: dict[str, Any]) -> str:
    every = rows(page)
    sections = sorted({row.section for row in every})
    return "".join(_table(page, [r for r in every if r.section == s]) for s in sections)


def _table(page: dict[str, Any], body: list[Row]) -> str:
    word = page["markup"] == "word"
    opening = (
        "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>" if word else "<table>"
    )
    lines = [opening, _header(page)]
    lines += [_row(page, body, position) for position in range(len(body))]
    return "\n".join((*lines, "</table>\n"))


def _header(page: dict[str, Any]) -> str:
    header = page["header"].strip("\n")
    if page["markup"] == "plain":
        return header
    return re.sub("(<td[^>]*>)([^<]*)(</td>)", lambda m: m[1] + _word(m[2]) + m[3], header)


def _row(page: dict[str, Any], body: list[Row], position: int) -> str:
    cells = "".join(_cell(page, body, position, letter) for letter in page["columns"])
    return f"<tr>{cells}</tr>"


def _cell(page: dict[str, Any], body: list[Row], position: int, letter: str) -> str:
    starts = [_starts(row, letter) for row in body]
    if not starts[position]:
        return ""
    span = 1
    while position + span < len(body) and not starts[position + span]:
        span += 1
    opening = f'<td rowspan="{span}">' if span > 1 else "<td>"
    return f"{opening}{_inside(page, body[position], letter)}</td>"


def _starts(row: Row, letter: str) -> bool:
    first = {"t": row.first_of_group, "n": row.first_of_code, "i": row.shares is None}
    return first.get(letter, True)


def _inside(page: dict[str, Any], row: Row, letter: str) -> str:
    if letter == "u":
        support = row.values["support_units"]
        value = f"★{row.values['lead_units']}" + (f"¶{support}" if support else "")
    else:
        value = row.values[LETTERS[letter]]
    paragraphs = value.replace("⏎", "\n").replace("‖", "\n").split("¶")
    if page["markup"] == "word":
        return "".join(_word(part) for line in paragraphs for part in line.split("\n"))
    broken = [part.replace("\n", "<br>") for part in paragraphs]
    return broken[0] if len(broken) == 1 else "".join(f"<p>{part}</p>" for part in broken)
