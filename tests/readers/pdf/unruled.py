"""Print an invented table without rulings as PDF with three programs; their files lie in printed/.

`python -m tests.readers.pdf.unruled` prints them again; it needs soffice, chromium and typst with a
Chinese font, so the files are kept, and the tests read those.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from tests.readers.pdf.printing import HERE

TITLE = "2031年云溪区民生实事项目9月进展表"
ROWS = (
    ("序号", "项目名称", "牵头单位", "进展情况"),
    ("1", "新建公厕3座", "区住建局", "已完成1座,其余2座正在进行装修施工,预计年底前完工并投入使用"),
    ("2", "改造泵房9座", "区水务局", "已完成4座"),
    ("3", "新增公共停车泊位1000个", "区交通局、石埠镇", "已建成820个,完成率82%"),
)
PAGE = (
    "<!DOCTYPE html><html><head><meta charset=utf-8><style>@page{size:180mm 90mm;margin:10mm}"
    "table{border-collapse:collapse;width:100%}td{padding:5px 12px;font-size:10pt}"
    "h1{font-size:13pt}</style></head><body><h1>"
    f"{TITLE}</h1><table>"
    f"{''.join('<tr>' + ''.join(f'<td>{c}</td>' for c in row) + '</tr>' for row in ROWS)}"
    "</table></body></html>"
)


def chromium(out: Path) -> None:
    """Print a web page, its cells centred from top to bottom."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.html"
        source.write_text(PAGE, encoding="utf-8")
        flags = ("--headless", "--no-sandbox", "--disable-pdf-tagging", "--no-pdf-header-footer")
        order = ["chromium", *flags, f"--print-to-pdf={out}", str(source)]
        subprocess.run(order, check=True, capture_output=True)


def libreoffice(out: Path) -> None:
    """Print a web page that Writer opened."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{out.stem}.html"
        source.write_text(PAGE, encoding="utf-8")
        order = ["soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "pdf"]
        order += ["--outdir", str(out.parent), str(source)]
        subprocess.run(order, check=True, capture_output=True)


def typst(out: Path) -> None:
    """Set a page, its cells at the top."""
    import typst as program

    cells = ", ".join(f"[{c}]" for row in ROWS for c in row)
    source = (
        '#set page(width: 180mm, height: 90mm, margin: 10mm, numbering: "1 / 1")\n'
        '#set text(font: "Noto Serif CJK SC", size: 9pt)\n'
        f"= {TITLE}\n#table(columns: (auto, 1fr, 1fr, 2fr), stroke: none, inset: 6pt, {cells})\n"
    )
    program.compile(source.encode(), output=str(out))


def main() -> None:
    """Print the table with each program."""
    for program in (chromium, libreoffice, typst):
        program(HERE / f"{program.__name__}-unruled.pdf")


if __name__ == "__main__":
    main()
