"""html: portal pages with rowspans, layout tables, the markup of Word, and end tags left out."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from random import Random

from tests.exam.damage import respell
from tests.exam.files.grid import Box, Part, cut, find_starts, lay_out
from tests.exam.flat.labelled import write_blocks
from tests.exam.flat.lines import lines_after, lines_before
from tests.exam.model import Page, Written
from tests.exam.shape import Allowed, Maker


@dataclass(frozen=True)
class _Markup:
    """How one page is marked up."""

    word: bool  # as Word writes it
    open_ended: bool  # </td> and </tr> left out
    upper: bool
    lines: str  # how the lines of a cell are parted: br, p, div, pre
    heads: bool  # header cells are th
    sections: bool  # thead and tbody
    indented: bool
    coloured: bool  # statuses


def write_html(rng: Random, make: Maker) -> Written:
    """Write a page of a portal."""
    allowed = Allowed(no_codes=True, others=True, merged_lists=True, totals=True)
    page, _ = make(rng, allowed)
    way = respell(rng, page)
    markup = _Markup(
        word=rng.random() < 0.3,
        open_ended=rng.random() < 0.15,
        upper=rng.random() < 0.15,
        lines=rng.choice(("br", "br", "p", "div")),
        heads=rng.random() < 0.4,
        sections=rng.random() < 0.3,
        indented=rng.random() < 0.4,
        coloured="coloured" in page.habits,
    )
    title_inside, notes_inside = rng.random() < 0.25, rng.random() < 0.3
    if "blocks" in page.habits:
        title_inside = notes_inside = False
    grid = lay_out(page, title=title_inside, notes=notes_inside)
    parts = cut(grid, _choose_starts(rng, grid, page))
    body = [_decoy(rng, page)] if rng.random() < 0.25 else []
    body += [
        _paragraph(line, markup)
        for line in lines_before(rng, page)
        if not (title_inside and line in (page.title, *page.before))
    ]
    body += _contacts(page.contacts[0], markup)
    if "blocks" in page.habits:
        blocks = "\n".join(write_blocks(rng, page, wide=way == "wide"))
        body += [_paragraph(line, markup) for line in blocks.split("\n")]
    else:
        body += _tables(rng, parts, markup, page)
    body += _contacts(page.contacts[1], markup)
    body += [
        _paragraph(line, markup)
        for line in lines_after(rng, page)
        if not (notes_inside and line in page.notes)
    ]
    text = "\n".join(body)
    if rng.random() < 0.3:
        text = _inside_layout(rng, text)
    charset = rng.choice(("utf-8", "utf-8", "gb18030"))
    data = _document(rng, page, text, charset, markup)
    return Written("page.html", data.encode(charset, errors="xmlcharrefreplace"), page.truths)


def _choose_starts(rng: Random, grid: list[list[Box]], page: Page) -> list[int]:
    """Choose where to cut the grid into several tables: where the header is printed again, or nowhere."""
    starts = find_starts(grid)
    stays_whole = starts and "apart" not in page.habits and rng.random() < 0.5
    return [] if stays_whole else starts


def _tables(rng: Random, parts: list[Part], markup: _Markup, page: Page) -> list[str]:
    written: list[str] = []
    for heading, rows in parts:
        written += [_paragraph(heading, markup)] if heading else []
        written.append("\n".join(_table(rng, rows, markup, page)))
    return written


def _contacts(contacts: list[list[str]], markup: _Markup) -> list[str]:
    if not contacts:
        return []
    caption, *lines = contacts
    rows = ("".join(f"<td>{escape(text)}</td>" for text in line) for line in lines)
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return [_paragraph(caption[0], markup), f"<table>{table}</table>"]


def _table(rng: Random, rows: list[list[Box]], markup: _Markup, page: Page) -> list[str]:
    td, tr = ("TD", "TR") if markup.upper else ("td", "tr")
    opening = rng.choice(
        (
            "<table>",
            '<table border="1" cellspacing="0">',
            '<table class="MsoNormalTable" style="border-collapse:collapse" width=100%>',
        )
    )
    lines = [opening]
    width = len(page.table.columns)
    if markup.word:
        lines.append("".join(f'<col width="{rng.randint(40, 200)}">' for _ in range(width)))
    body_open = False
    for row in rows:
        is_head = row[0].role in ("header", "title")
        if markup.sections and not body_open:
            if is_head and len(lines) <= 2:
                lines.append("<thead>")
            elif not is_head:
                lines.append("</thead><tbody>")
                body_open = True
        cells = [_cell(box, markup, td) for box in row]
        end = "" if markup.open_ended else f"</{tr}>"
        gap = "\n  " if markup.indented else ""
        lines.append(f"<{tr}>{gap}{gap.join(cells)}{end}")
    lines.append(("</tbody>" if body_open else "") + "</table>")
    return lines


def _cell(box: Box, markup: _Markup, td: str) -> str:
    tag = "th" if markup.heads and box.role == "header" else td
    spans = (f' rowspan="{box.depth}"' if box.depth > 1 else "") + (
        f" colspan={box.width}" if box.width > 1 else ""
    )
    style = ' style="padding:0cm 5.4pt;mso-border-alt:solid windowtext .5pt"' if markup.word else ""
    end = "" if markup.open_ended else f"</{tag}>"
    return f"<{tag}{spans}{style}>{_inner(box, markup)}{end}"


def _inner(box: Box, markup: _Markup) -> str:
    lines = [escape(line, quote=False) for line in box.text.split("\n")]
    if markup.coloured and box.name == "status" and box.text:
        return f'<font color="red">{"".join(lines)}</font>'
    if markup.word:
        lines = [_word_line(line) for line in lines]
        return "".join(
            f'<p class=MsoNormal align=center style="mso-pagination:widow-orphan">{line}<o:p></o:p></p>'
            for line in lines
        )
    if not box.text:
        return "&nbsp;" if markup.indented else ""
    match markup.lines:
        case "p":
            return "".join(f"<p>{line}</p>" for line in lines)
        case "div":
            return "".join(f"<div><span>{line}</span></div>" for line in lines)
    return ("<br/>" if markup.indented else "<br>").join(lines)


def _word_line(line: str) -> str:
    """Set Latin letters and figures in spans of their own, as Word does."""
    if not line:
        return '<span lang=EN-US style="font-family:仿宋_GB2312">&nbsp;</span>'
    out, run, is_latin = [], "", None
    for character in line:
        latin = character.isascii() and character.isalnum()
        if is_latin is not None and latin != is_latin:
            out.append(_word_span(run, is_latin))
            run = ""
        run, is_latin = run + character, latin
    out.append(_word_span(run, bool(is_latin)))
    return "".join(out)


def _word_span(run: str, is_latin: bool) -> str:
    return (
        f'<span lang=EN-US style="font-size:10.5pt">{run}</span>'
        if is_latin
        else f'<span style="font-family:宋体">{run}</span>'
    )


def _paragraph(line: str, markup: _Markup) -> str:
    text = escape(line, quote=False)
    return (
        f"<p class=MsoNormal>{_word_line(text) if '&' not in text else text}</p>"
        if markup.word
        else f"<p>{text}</p>"
    )


def _inside_layout(rng: Random, text: str) -> str:
    """Put everything into a cell of a layout table, navigation beside it."""
    links = "".join(
        f'<li><a href="#">{word}</a></li>'
        for word in rng.sample(
            ["首页", "机构概况", "政务公开", "办事服务", "互动交流", "通知公告"], 3
        )
    )
    side = f"<td valign=top width=180><ul>{links}</ul></td>"
    return f'<table width="1000" align="center"><tr>{side}<td valign="top">\n{text}\n</td></tr></table>'


def _decoy(rng: Random, page: Page) -> str:
    """Write a table that holds no items: the disclosure record, or a search form."""
    if page.notice:
        pairs, page.notice = page.notice, []
        rows = [pairs[n : n + 2] for n in range(0, len(pairs), 2)]
        cells = (
            "".join(f"<td><b>{label}:</b></td><td>{value}</td>" for label, value in row)
            for row in rows
        )
        return "<table class=xxgk>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    return '<table><tr><td>站内搜索</td><td><input type="text" name="q"></td><td><input type="submit" value="搜索"></td></tr></table>'


def _document(rng: Random, page: Page, text: str, charset: str, markup: _Markup) -> str:
    name = escape(page.title or "实事项目", quote=False)
    meta = (
        f'<meta charset="{charset}">'
        if rng.random() < 0.6
        else f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    )
    noise = (
        "<script>var n=1;if(n<2){document.title='x'}</script><style>td{padding:4px}</style>"
        if rng.random() < 0.5
        else ""
    )
    if markup.word:
        noise += "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->"
    if markup.open_ended and rng.random() < 0.5:
        return f"<html><head>{meta}<title>{name}</title>{noise}<body>{text}"
    return f"<!DOCTYPE html>\n<html><head>{meta}<title>{name}</title>{noise}</head><body>\n{text}\n</body></html>"
