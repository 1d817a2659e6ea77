"""Print an invented table as PDF with three programs; their files lie in printed/.

`python -m tests.readers.pdf.printing` prints them again; it needs soffice, chromium and typst with a
Chinese font, so the files are kept, and the tests read those.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.readers.invented import Table, as_html, as_typst, as_word, project_table
from tests.readers.word.written import docx, paragraph

HERE = Path(__file__).parent / "printed"
TITLE = "2031年柳湾区民生实事项目9月进度表"
NOTE = "填报说明:进度状态分为正常、超前、滞后、办结。"
MADE = project_table(8, seed=7)
_STYLE = """@page{size:200mm 92mm;margin:12mm} table{border-collapse:collapse;width:100%}
td,th{border:1px solid #333;padding:3px;font-size:9pt} p{margin:0} h1{font-size:13pt}
h1,th{font-weight:normal}"""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def chromium(made: Table, out: Path) -> None:
    """Print a web page."""
    page = (
        f"<!DOCTYPE html><meta charset=utf-8><title>{TITLE}</title><style>{_STYLE}</style>"
        f"<h1>{TITLE}</h1>{as_html(made)}<p>{NOTE}</p>"
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.html"
        source.write_text(page, encoding="utf-8")
        flags = ("--headless", "--no-sandbox", "--disable-pdf-tagging", f"--print-to-pdf={out}")
        subprocess.run(["chromium", *flags, str(source)], check=True, capture_output=True)


def libreoffice(made: Table, out: Path) -> None:
    """Print a Word document."""
    borders = "".join(f'<w:{s} w:val="single" w:sz="4" w:color="000000"/>' for s in _SIDES)
    properties = (
        f'<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    table = as_word(made).replace("<w:tblPr/>", properties)
    paper = '<w:sectPr><w:pgSz w:w="11000" w:h="5200"/><w:pgMar w:top="600" w:bottom="600" w:left="800" w:right="800"/></w:sectPr>'
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{out.stem}.docx"
        source.write_bytes(docx(paragraph(TITLE) + table + paragraph(NOTE) + paper))
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(out.parent)]
        subprocess.run([*command, str(source)], check=True, capture_output=True)


def typst(made: Table, out: Path) -> None:
    """Set a page."""
    import typst as program

    head = '#set page(width: 200mm, height: 92mm, margin: 12mm, numbering: "1 / 1")\n'
    font = '#set text(font: "Noto Serif CJK SC", size: 9pt)\n'
    source = f"{head}{font}= {TITLE}\n{as_typst(made)}\n{NOTE}\n"
    program.compile(source.encode(), output=str(out))


def main() -> None:
    """Print the table with each program."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    made = project_table(int(sys.argv[3]), seed=int(sys.argv[2])) if len(sys.argv) > 3 else MADE
    for program in (chromium, libreoffice, typst):
        program(made, folder / f"{program.__name__}.pdf")


if __name__ == "__main__":
    main()
