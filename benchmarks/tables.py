"""One invented table with merged cells, as html, xlsx and docx by other programs' libraries."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from shishi.records import Field

HEADER = ("序号", "类别", "项目名称", "牵头单位", "目标", "进展情况", "进度状态")
FIELDS = (
    *(Field.CODE, Field.THEME, Field.ITEM, Field.LEAD_UNITS),
    *(Field.GOAL, Field.PROGRESS, Field.STATUS),
)
THEMES = ("优质教育", "健康医疗", "宜居环境", "畅通交通", "幸福养老")
UNITS = ("住建局", "教育局", "卫健局", "园林中心", "民政局")
THEME, ITEM, LEAD = 1, 2, 3


@dataclass(frozen=True)
class Row:
    """One row as it is to be read; the span is that of its theme and lead, 0 below a merged cell."""

    cells: tuple[str, ...]
    span: int


def build_rows(count: int) -> list[Row]:
    """Build rows in groups of one to five that share theme and lead in one merged cell each."""
    rows: list[Row] = []
    while len(rows) < count:
        group = len(rows) * 7 % 5 + 1
        size = min(group, count - len(rows))
        theme, lead = THEMES[len(rows) % 5], UNITS[len(rows) * 3 % 5]
        for place in range(size):
            number = len(rows) + 1
            cells = (
                *(
                    str(number),
                    theme,
                    f"新建第{number}处口袋公园,铺设步道{number % 40 + 2}公里",
                    lead,
                ),
                *(
                    f"累计建成{number % 9 + 1}处",
                    f"已建成{number % 7}处,其余正在铺装,完成绿化后验收",
                ),
                "正常",
            )
            rows.append(Row(cells, size if place == 0 else 0))
    return rows


def as_html(rows: list[Row]) -> bytes:
    """Write the rows as a web page with rowspan."""
    lines = ["<html><head><meta charset=utf-8></head><body><h1>云溪区进展表</h1><table><tr>"]
    lines += [f"<th>{word}</th>" for word in HEADER]
    lines.append("</tr>")
    for row in rows:
        cells = "".join(_html_cells(row))
        lines.append(f"<tr>{cells}</tr>")
    return "\n".join([*lines, "</table></body></html>"]).encode()


def _html_cells(row: Row) -> Iterator[str]:
    for column, text in enumerate(row.cells):
        if column not in (THEME, LEAD):
            yield f"<td>{text}</td>"
        elif row.span:
            yield f'<td rowspan="{row.span}">{text}</td>'


def as_xlsx(rows: list[Row]) -> bytes:
    """Write the rows with openpyxl, merged ranges and all."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER)
    for number, row in enumerate(rows, 2):
        sheet.append(
            [c if row.span or i not in (THEME, LEAD) else None for i, c in enumerate(row.cells)]
        )
        if row.span > 1:
            for column in (THEME + 1, LEAD + 1):
                sheet.merge_cells(None, number, column, number + row.span - 1, column)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_docx(rows: list[Row]) -> bytes:
    """Write the rows as a Word table with vMerge, in python-docx's frame."""
    from docx import Document
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = Document()
    table = document.add_table(rows=0, cols=len(HEADER))
    for spans, cells in [(1, HEADER), *((row.span, row.cells) for row in rows)]:
        written = []
        for column, text in enumerate(cells):
            merged = column in (THEME, LEAD) and spans != 1
            mark = f"<w:vMerge{' w:val=' + chr(34) + 'restart' + chr(34) if spans else ''}/>"
            text = "" if merged and not spans else text
            written.append(
                f"<w:tc><w:tcPr>{mark if merged else ''}</w:tcPr>"
                f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
            )
        table._tbl.append(parse_xml(f"<w:tr {space}>{''.join(written)}</w:tr>"))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


FORMATS = {"html": as_html, "xlsx": as_xlsx, "docx": as_docx}


def count_facts(found: list[list[str]], rows: list[Row]) -> int:
    """Count the merged themes and leads that stand on the right row of what a reader found."""
    by_item = {cell.strip(): line for line in found for cell in line if "口袋公园" in cell}
    facts = 0
    for row in rows:
        line = [cell.strip() for cell in by_item.get(row.cells[ITEM], [])]
        facts += (row.cells[THEME] in line) + (row.cells[LEAD] in line)
    return facts
