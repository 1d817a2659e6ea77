"""Printing: what the paragraphs of a Word document print, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from shishi.readers.parts import Struck
from shishi.readers.plain.rows import WHITE
from shishi.readers.word.fields import printed_by
from shishi.readers.word.numbering import Lists
from shishi.readers.word.symbols import find_symbol, with_symbols
from shishi.readers.word.tags import (
    ALTERNATE,
    BOX,
    CONTROL,
    CONTROL_CONTENT,
    DELETED,
    INSERTED,
    MATH,
    RUN,
    THROUGH,
    VAL,
    XML_SPACE,
    Element,
    W,
    chosen,
    is_on,
    value_of,
)

_TEXT, _INSTRUCTION, _FIELD = f"{W}t", f"{W}instrText", f"{W}fldChar"
_PROPERTIES, _RUN_PROPERTIES = f"{W}pPr", f"{W}rPr"
_STYLE, _NUMBERS = f"{W}pStyle", f"{W}numPr"
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_DRAWN = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_SYMBOL, _RUBY, _RUBY_TEXT = f"{W}sym", f"{W}ruby", f"{W}rubyBase"
_MATH = frozenset((f"{MATH}oMath", f"{MATH}oMathPara"))
_VANISH, _RUN_STYLE, _FONTS = f"{W}vanish", f"{W}rStyle", f"{W}rFonts"
_STRIKES = frozenset((f"{W}strike", f"{W}dstrike"))


@dataclass(slots=True)
class Tally:
    """What was met on the way and does not print as it stands; findings are made of it."""

    hidden: list[str] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    inserted: int = 0
    struck: Struck = field(default_factory=Struck)
    deleted: int = 0
    pictures: int = 0
    signs: list[str] = field(default_factory=list)  # fonts and numbers of signs not known
    fields: list[str] = field(default_factory=list)  # codes of fields without a result


@dataclass(slots=True)
class Field:
    """A field that is open: its code so far; `shows` once its result has begun."""

    code: list[str] = field(default_factory=list)
    shows: bool = False


@dataclass(slots=True)
class Printer:
    """Prints paragraphs; fields may reach over several of them."""

    lists: Lists
    hidden_styles: frozenset[str]
    tally: Tally = field(default_factory=Tally)
    _fields: list[Field] = field(default_factory=list)
    _out: list[str] = field(default_factory=list)
    _boxes: list[Element] = field(default_factory=list)
    _hides: bool = False  # by the style of the paragraph

    @property
    def is_done(self) -> bool:
        """Whether no field is open."""
        return not self._fields

    @property
    def shows(self) -> bool:
        """Whether a text prints: in a field only its result does."""
        return all(field.shows for field in self._fields)

    def print(self, paragraph: Element) -> tuple[str, list[Element], bool]:
        """Print a paragraph: its text, the text boxes in it, and whether it ends there.

        A paragraph whose end was deleted goes on in the next one.
        """
        self._out, self._boxes = [], []
        look = _look(paragraph)
        self._hides = look.style in self.hidden_styles
        self._inline(paragraph)
        text = "".join(self._out)
        counts = look.numbers is not None or look.style in self.lists.styles
        if counts and look.ends and (text or not look.hides):
            text = self.lists.number(look.style, look.numbers) + text
        self._hides = False
        return text, self._boxes, look.ends

    def _inline(self, parent: Element) -> None:
        for node in parent:
            tag = node.tag
            if tag == RUN:
                self._run(node)
            elif tag in THROUGH:
                self.tally.inserted += tag in INSERTED
                self._inline(node)
            elif tag in DELETED:
                self.tally.deleted += 1
            elif tag == CONTROL:
                self._control(node)
            elif tag == ALTERNATE:
                if (form := chosen(node)) is not None:
                    self._inline(form)
            elif tag in _MATH:
                self._write("".join(t.text or "" for t in node.iter(f"{MATH}t")))

    def _control(self, control: Element) -> None:
        """Print a content control; its prompt to fill it in is no content."""
        content = control.find(CONTROL_CONTENT)
        if content is None:
            return
        if is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr")):
            self.tally.prompts.append("".join(t.text or "" for t in content.iter(_TEXT)))
        else:
            self._inline(content)

    def _run(self, run: Element) -> None:
        font, hides, struck = "", self._hides, False
        for node in run:
            tag = node.tag
            if tag == _TEXT:
                text = node.text or ""
                if text[:1].isspace() or text[-1:].isspace():
                    text = keep_blanks(text, preserved=node.get(XML_SPACE) == "preserve")
                self._write(with_symbols(text, font) if font else text, hides=hides)
                if struck and not hides:
                    self.tally.struck.texts.append(text)
            elif tag == _RUN_PROPERTIES:
                font, hides, struck = self._look_of_run(node, hides)
            elif tag in _SIGNS:
                self._write(_SIGNS[tag], hides=hides)
            elif tag == _FIELD:
                self._field(node)
            elif tag == _INSTRUCTION:
                if self._fields and not self._fields[-1].shows:
                    self._fields[-1].code.append(node.text or "")
            elif tag == _SYMBOL:
                self._write(self._sign(node), hides=hides)
            elif tag == _RUBY:
                for part in node.iterchildren(_RUBY_TEXT):
                    self._inline(part)
            elif tag in _DRAWN:
                self._drawn(node)
            elif tag == ALTERNATE:
                form = chosen(node)
                if form is not None:
                    self._run(form)

    def _look_of_run(self, properties: Element, hides: bool) -> tuple[str, bool, bool]:
        """Give the font of a run where it matters, and whether the run is hidden, or struck out."""
        font, struck = "", False
        for node in properties:
            if node.tag == _VANISH:
                return font, is_on(node), struck
            if node.tag == _RUN_STYLE:
                hides |= node.get(VAL) in self.hidden_styles
            elif node.tag == _FONTS:
                font = node.get(f"{W}ascii") or node.get(f"{W}hAnsi") or ""
            elif node.tag in _STRIKES:
                struck |= is_on(node)
        return font, hides, struck

    def _write(self, text: str, *, hides: bool = False) -> None:
        if hides:
            self.tally.hidden.append(text)
        elif not self._fields or self.shows:
            self._out.append(text)

    def _field(self, mark: Element) -> None:
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if not ended.shows:
                self._without_result("".join(ended.code))

    def _without_result(self, code: str) -> None:
        text = printed_by(code)
        if text is not None:
            self._write(text)
        elif code.strip().upper().startswith("EQ"):
            self.tally.fields.append(code.strip())

    def _sign(self, symbol: Element) -> str:
        font, printed = symbol.get(f"{W}font", ""), symbol.get(f"{W}char", "")
        try:
            code = int(printed, 16)
        except ValueError:
            return ""
        found = find_symbol(font, code)
        if not found:
            self.tally.signs.append(f"{font} {printed}".strip())
        return found or (chr(code) if code <= 0xFFFF else "\ufffd")

    def _drawn(self, drawing: Element) -> None:
        boxes = list(_boxes_in(drawing))
        self._boxes += boxes
        self.tally.pictures += not boxes and _has_picture(drawing)


def break_lines(text: str) -> list[str]:
    """Break what was printed into lines; those that print nothing are dropped.

    >>> break_lines(" 一期　 \\n\\n二期")
    ['一期', '二期']
    """
    return [line for printed in text.split("\n") if (line := printed.strip(WHITE))]


def read_hidden_styles(styles: Element | None) -> frozenset[str]:
    """Name the styles whose text is hidden, those based on them included."""
    says: dict[str, bool | None] = {}
    above: dict[str, str] = {}
    for style in styles.iterchildren(f"{W}style") if styles is not None else ():
        name = style.get(f"{W}styleId", "")
        vanish = style.find(f"{W}rPr/{W}vanish")
        says[name] = None if vanish is None else is_on(vanish)
        above[name] = value_of(style, "basedOn")
    hidden = set()
    for name in says:
        at = name
        for _ in range(len(says)):
            if says.get(at) is not None or at not in says:
                break
            at = above[at]
        if says.get(at):
            hidden.add(name)
    return frozenset(hidden)


def keep_blanks(text: str, *, preserved: bool) -> str:
    """Give a text that begins or ends with white space as Word does: without, unless it is told.

    >>> keep_blanks(" 公园 ", preserved=False)
    '公园'
    """
    text = text.replace("\n", " ").replace("\r", " ")
    return text if preserved else text.strip(" \t")


@dataclass(slots=True)
class _Look:
    """What a paragraph says of itself: its style and number, and what became of its end."""

    style: str = ""
    numbers: Element | None = None
    ends: bool = True
    hides: bool = False


_NO_LOOK = _Look()


def _look(paragraph: Element) -> _Look:
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        return _NO_LOOK
    look = _Look()
    for node in properties:
        tag = node.tag
        if tag == _STYLE:
            look.style = node.get(VAL, "")
        elif tag == _NUMBERS:
            look.numbers = node
        elif tag == _RUN_PROPERTIES:
            for mark in node:
                look.ends &= mark.tag not in DELETED
                look.hides |= mark.tag == _VANISH and is_on(mark)
    return look


def _boxes_in(node: Element) -> Iterator[Element]:
    """Find the text boxes of a drawing, each once, though it may be stored in two forms."""
    for child in node:
        if child.tag == BOX:
            yield child
        elif child.tag == ALTERNATE:
            form = chosen(child)
            if form is not None:
                yield from _boxes_in(form)
        else:
            yield from _boxes_in(child)


def _has_picture(drawing: Element) -> bool:
    return any(
        isinstance(n.tag, str) and n.tag.endswith(("}pic", "}imagedata", "}chart"))
        for n in drawing.iter()
    )
