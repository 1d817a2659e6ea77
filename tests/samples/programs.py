"""Print described pages with office programs, whose files are kept: no other run gives the same bytes.

`python -m tests.samples.programs` prints the samples whose file is missing; it needs soffice, pandoc,
chromium and a Chinese font.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from lxml import html as parser

from tests.samples import make
from tests.samples.description import load
from tests.samples.markup import html

_STYLE = """<style>@page{size:297mm 150mm;margin:12mm} p{margin:0} h1{font-size:14pt;font-weight:normal}
table{border-collapse:collapse} td,th{border:1px solid #000;padding:2px;font-size:9pt;font-weight:normal}</style>"""


def print_page(page: dict[str, Any]) -> bytes:
    """Print a described page with the program that it names."""
    return PROGRAMS[page["program"]](markup(page))


def markup(page: dict[str, Any]) -> str:
    """Describe the page as a web page, in its script, as the programs take it."""
    plain = {"markup": "plain", "charset": "utf-8"} | page
    made = make.outside_tags(html(plain), page["script"]).replace("</head>", f"{_STYLE}</head>")
    return made.replace("<table>", '<table border="1" cellspacing="0" cellpadding="2">')


def _by_libreoffice(page: str) -> bytes:
    """Save a web page as a Word document."""
    return _office(page, "docx:MS Word 2007 XML")


def _by_libreoffice_pdf(page: str) -> bytes:
    """Print a web page as PDF."""
    return _office(page, "pdf:writer_web_pdf_Export")


def _office(page: str, target: str) -> bytes:
    suffix = target.partition(":")[0]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.html"
        source.write_text(page, encoding="utf-8")
        command = ["soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", target]
        subprocess.run([*command, "--outdir", folder, str(source)], check=True, capture_output=True)
        return (Path(folder) / f"a.{suffix}").read_bytes()


def _by_pandoc(page: str) -> bytes:
    """Write a Word document from a web page."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "a.docx"
        command = ["pandoc", "-f", "html", "-t", "docx", "-o", str(out)]
        subprocess.run(command, input=page.encode(), check=True, capture_output=True)
        return out.read_bytes()


def _by_chromium(page: str) -> bytes:
    """Print a web page as PDF."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "a.html", Path(folder) / "a.pdf"
        source.write_text(page, encoding="utf-8")
        flags = ("--headless", "--no-sandbox", "--disable-pdf-tagging", f"--print-to-pdf={out}")
        subprocess.run(["chromium", *flags, str(source)], check=True, capture_output=True)
        return out.read_bytes()


def _by_library(page: str) -> bytes:
    """Write a Word document with python-docx."""
    document = Document()
    for element in parser.document_fromstring(page).find_class("article")[0]:
        if element.tag == "table":
            _add_table(document, element)
        else:
            document.add_paragraph(element.text_content())
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _add_table(document: Any, table: Any) -> None:
    spots, height, width = _spots(table)
    made = document.add_table(rows=height, cols=width)
    for row, column, rows, columns, lines in spots:
        cell = made.cell(row, column)
        if rows * columns > 1:
            cell = cell.merge(made.cell(row + rows - 1, column + columns - 1))
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)


def _by_typst(page: str) -> bytes:
    """Set the page with Typst."""
    import typst

    parts = []
    for element in parser.document_fromstring(page).find_class("article")[0]:
        if element.tag != "table":
            parts.append(f"#par[{_quoted(element.text_content())}]")
            continue
        spots, _, width = _spots(element)
        cells = [
            f"table.cell(y: {r}, x: {c}, rowspan: {rs}, colspan: {cs})"
            f"[{_BREAK.join(map(_quoted, lines))}]"
            for r, c, rs, cs, lines in spots
        ]
        parts.append(f"#table(columns: ({'1fr, ' * width}), {', '.join(cells)})")
    head = '#set page(width: 297mm, height: 150mm, margin: 12mm, numbering: "— 1 —")\n'
    font = '#set text(font: "Noto Serif CJK SC", size: 9pt)\n'
    return typst.compile((head + font + "\n".join(parts)).encode())


_BREAK = " #linebreak() "


def _quoted(text: str) -> str:
    return f'#"{text}"'


Spot = tuple[int, int, int, int, list[str]]


def _spots(table: Any) -> tuple[list[Spot], int, int]:
    """Place the cells of a web table: row, column, spans from 0, and lines."""
    taken: set[tuple[int, int]] = set()
    spots: list[Spot] = []
    lines = list(table.iter("tr"))
    for row, line in enumerate(lines):
        column = 0
        for cell in line:
            while (row, column) in taken:
                column += 1
            rows, columns = int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))
            taken |= {(row + i, column + j) for i in range(rows) for j in range(columns)}
            spots.append((row, column, rows, columns, _lines(cell)))
    return spots, len(lines), max(column for _, column in taken) + 1


def _lines(cell: Any) -> list[str]:
    for mark in cell.iter("br", "p"):
        mark.tail = f"\n{mark.tail or ''}"
    return [line for line in cell.text_content().split("\n") if line.strip()] or [""]


PROGRAMS: dict[str, Callable[[str], bytes]] = {
    "libreoffice": _by_libreoffice,
    "libreoffice-pdf": _by_libreoffice_pdf,
    "pandoc": _by_pandoc,
    "python-docx": _by_library,
    "chromium": _by_chromium,
    "typst": _by_typst,
}


def main() -> None:
    """Print the samples whose file is missing."""
    for folder in make.folders():
        page = load(folder)
        path = folder / f"source.{page['family']}"
        if "program" in page and not path.exists():
            path.write_bytes(print_page(page))


if __name__ == "__main__":
    main()
