"""xlsx: a sheet with merges, number formats, hidden rows and columns, and sheets that hold no items."""

from __future__ import annotations

import io
import re
from datetime import datetime
from random import Random

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.exam.damage import respell
from tests.exam.files.grid import Box, lay_out
from tests.exam.files.packing import repack
from tests.exam.model import Page, Written
from tests.exam.shape import Allowed, Maker


def write_xlsx(rng: Random, make: Maker) -> Written:
    """Write a workbook."""
    page, _ = make(rng, Allowed(no_codes=True, others=True, merged_lists=True, totals=True))
    respell(rng, page)
    book = Workbook()
    sheet = book.active
    sheet.title = rng.choice(("Sheet1", "进度表", "汇总", "表1"))
    grid = lay_out(page, title=True, notes=True, contacts=True)
    top = rng.choice((1, 1, 1, 2, 3))
    left = rng.choice((1, 1, 1, 2))
    numbers = rng.random() < 0.75  # figures are numbers, not text
    filler = _Filler(rng, sheet, numbers=numbers, dates="dates" in page.habits)
    width = len(page.table.columns)
    if "ids" in page.habits:
        place = rng.randint(1, width - 1)
        grid, width = _make_room(grid, place), width + 1
        _hide_ids(sheet, grid, top, place + left)
    for row in grid:
        for box in row:
            filler.put(box, top, left)
    _hide(rng, sheet, page, grid, top, range(left, left + width))
    if rng.random() < 0.4:
        _add_sheets(rng, book)
    book.properties.created = book.properties.modified = datetime(2024, 1, 1)
    out = io.BytesIO()
    book.save(out)
    return Written("page.xlsx", repack(out.getvalue()), page.truths)


class _Filler:
    """Fills one sheet, box by box."""

    def __init__(self, rng: Random, sheet: Worksheet, *, numbers: bool, dates: bool) -> None:
        self.rng, self.sheet, self.numbers, self.dates = rng, sheet, numbers, dates
        self.rates = rng.choice(("share", "text"))  # 65% as 0.65 under a format, or as text
        self.money = rng.choice(("General", "#,##0", "#,##0.00", "0.00"))
        self.border = Border(*[Side(style="thin")] * 4) if rng.random() < 0.7 else None

    def put(self, box: Box, top: int, left: int) -> None:
        row, column = box.row + top, box.column + left
        cell = self.sheet.cell(row, column)
        if box.text:
            cell.value = box.text
            if box.role == "cell" and self.numbers:
                self._as_number(cell, box)
        if box.depth > 1 or box.width > 1:
            self.sheet.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + box.depth - 1,
                end_column=column + box.width - 1,
            )
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        if self.border:
            cell.border = self.border

    def _as_number(self, cell: object, box: Box) -> None:
        text = box.text
        match box.name:
            case "code" if text.isdigit():
                cell.value = int(text)
            case "goal" if self.dates and re.fullmatch(r"\d{4}年\d+月", text):
                cell.value = datetime.strptime(text, "%Y年%m月")
                cell.number_format = 'yyyy"年"m"月"'
            case "other" if text.isdigit():
                cell.value = int(text)
            case "investment" if text.replace(".", "").isdigit():
                cell.value = float(text) if "." in text else int(text)
                cell.number_format = (
                    "#,##0.00" if "." in text and self.money in ("#,##0", "General") else self.money
                )
            case "percent" if text.endswith("%") and self.rates == "share":
                cell.value = round(float(text[:-1]) / 100, 6)
                cell.number_format = "0.0%" if "." in text else "0%"
            case "percent" if text.replace(".", "").isdigit():
                cell.value = float(text) if "." in text else int(text)


def _make_room(grid: list[list[Box]], place: int) -> list[list[Box]]:
    """Move what stands at the right of a place one further; what reaches over it gets wider."""
    return [
        [
            box._replace(
                column=box.column + (box.column >= place),
                width=box.width + (box.column < place < box.column + box.width),
            )
            for box in row
        ]
        for row in grid
    ]


def _hide_ids(sheet: Worksheet, grid: list[list[Box]], top: int, column: int) -> None:
    """Write the identifiers of a system that exports its lists, in a hidden column among the others."""
    for number, row in enumerate(grid, top):
        if row and row[0].role == "header" and row[0].column == 0:
            sheet.cell(number, column).value = "系统ID"
        if row and row[0].role == "cell":
            sheet.cell(number, column).value = f"XM{1000 + number}"
    sheet.column_dimensions[get_column_letter(column)].hidden = True


def _hide(
    rng: Random, sheet: Worksheet, page: Page, grid: list[list[Box]], top: int, columns: range
) -> None:
    """Hide a column at the right and a row at the foot that are no part of the list."""
    left = columns.start
    if rng.random() < 0.25:
        number = columns.stop
        for row in range(top, top + len(grid)):
            sheet.cell(row, number).value = f"内部编码{row}"
        sheet.column_dimensions[get_column_letter(number)].hidden = True
    if rng.random() < 0.25:
        number = top + len(grid) + 1
        for column in columns:
            sheet.cell(number, column).value = "样例"
        sheet.row_dimensions[number].hidden = True
    if rng.random() < 0.2:
        _hide_item(rng, sheet, page, grid, top)
    if rng.random() < 0.3:
        sheet.freeze_panes = f"{get_column_letter(left + 1)}{top + 2}"


def _hide_item(rng: Random, sheet: Worksheet, page: Page, grid: list[list[Box]], top: int) -> None:
    """Hide one row of the list, away from every merged cell: it is no record then."""
    deep = {
        row
        for line in grid
        for box in line
        if box.depth > 1
        for row in range(box.row, box.row + box.depth)
    }
    start = (
        len(grid) - len(page.notes) - len(page.contacts[1]) - len(page.table.rows)
        if not any(r.repeats_header for r in page.table.rows)
        else None
    )
    if start is None:
        return
    theme = page.table.index("theme")
    told = [row.texts[theme] if theme is not None and row.cells else "-" for row in page.table.rows]
    free = [
        n
        for n, (row, below) in enumerate(zip(page.table.rows, [*told[1:], "-"], strict=True))
        if row.truth and start + n not in deep and below  # a blank theme is that of the row above
    ]
    if not free:
        return
    number = rng.choice(free)
    sheet.row_dimensions[top + start + number].hidden = True
    page.table.rows[number].truth = None


def _add_sheets(rng: Random, book: Workbook) -> None:
    notes = book.create_sheet(rng.choice(("填报说明", "联系人", "Sheet2")))
    notes["A1"] = rng.choice(("填报说明", "联系方式"))
    notes["A2"] = "请各单位于每月25日前报送。"
    if rng.random() < 0.5:
        old = book.create_sheet("上期")
        old["A1"], old["B1"], old["C1"] = "序号", "目标任务", "责任单位"
        old["A2"], old["B2"], old["C2"] = 1, "上一年度任务", "区府办"
        old.sheet_state = "hidden"
    if rng.random() < 0.4:
        book.create_sheet("Sheet3")
