"""Drawn: the characters and ruled lines of a page, turned upright, in points from its top left."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import pi

import pypdfium2
import pypdfium2.raw as pdfium

THIN = 3.2  # points; a filled shape no thicker is a line
_MOST_OBJECTS = 400_000
_DEEPEST = 8
_SAME = 0.15  # of its height; a character drawn twice this near is printed bold

Point = tuple[float, float]
Turn = Callable[[float, float], Point]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, or a line where it is thin: edges in points, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        """Give the middle of the box."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character where it is printed; `size` is the height of its line."""

    character: str
    box: Box

    @property
    def size(self) -> float:
        """Give the height of the line the character stands in."""
        return self.box.bottom - self.box.top


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """What a page shows: characters in the order they were drawn, lines, and how many pictures."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    lines: tuple[Box, ...]
    pictures: int
    unknown: int  # characters whose meaning the file does not tell
    unseen: bool = (
        False  # most characters lie unseen over a picture, as text recognition leaves them
    )


def draw_page(page: pypdfium2.PdfPage) -> DrawnPage:
    """Read what a page shows, turned so that most of its letters stand upright."""
    text = page.get_textpage()
    count = pdfium.FPDFText_CountChars(text)
    bounds = page.get_bbox()
    turn, width, height = _turn(bounds, _lean(text, count))
    glyphs, unknown = _glyphs(text, count, turn)
    shapes = _Shapes(turn)
    shapes.gather(page)
    unseen = bool(shapes.pictures) and _is_unseen(text, count)
    lines = tuple(shapes.lines)
    return DrawnPage(width, height, tuple(glyphs), lines, shapes.pictures, unknown, unseen)


def _turn(bounds: tuple[float, float, float, float], quarter: int) -> tuple[Turn, float, float]:
    """Give the way from the file's points to upright ones, for so many quarter turns."""
    left, bottom, right, top = bounds
    wide, high = right - left, top - bottom
    turns: tuple[Turn, ...] = (
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    )
    return turns[quarter], *((high, wide) if quarter % 2 else (wide, high))


def _lean(text: object, count: int) -> int:
    """Tell by how many quarter turns to the right most letters have to be set upright, from a sample."""
    step = max(1, count // 200)
    leans = Counter(
        -round(pdfium.FPDFText_GetCharAngle(text, index) * 2 / pi) % 4
        for index in range(0, count, step)
    )
    return leans.most_common(1)[0][0] if leans else 0


def _is_unseen(text: object, count: int) -> bool:
    """Tell whether most letters of a sample are drawn invisible."""
    sample = range(0, count, max(1, count // 50))
    modes = Counter(
        pdfium.FPDFTextObj_GetTextRenderMode(thing)
        for index in sample
        if (thing := pdfium.FPDFText_GetTextObject(text, index))
    )
    return 2 * modes[pdfium.FPDF_TEXTRENDERMODE_INVISIBLE] > sum(modes.values())


def _glyphs(text: object, count: int, turn: Turn) -> tuple[list[Glyph], int]:
    found: list[Glyph] = []
    seen: set[tuple[str, int, int]] = set()
    unknown, first_half = 0, 0
    rectangle = pdfium.FS_RECTF()
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            first_half = code
            continue
        if 0xDC00 <= code < 0xE000 and first_half:
            code = 0x10000 + ((first_half - 0xD800) << 10) + code - 0xDC00
        first_half = 0
        if code in (0, 0xFFFE, 0xFFFF):
            code = 0xFFFD
        if code < 0x20 or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(rectangle))
        box = Box(
            *_sorted(turn(rectangle.left, rectangle.bottom), turn(rectangle.right, rectangle.top))
        )
        near = max(box.bottom - box.top, 1) * _SAME
        spot = (chr(code), round(box.left / near), round(box.top / near))
        if spot not in seen:
            seen.add(spot)
            found.append(Glyph(chr(code), box))
            unknown += code == 0xFFFD
    return found, unknown


Matrix = tuple[float, float, float, float, float, float]
_STILL: Matrix = (1, 0, 0, 1, 0, 0)


class _Shapes:
    """Gathers the ruled lines of a page from its paths, those in forms too."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn
        self.lines: list[Box] = []
        self.pictures = 0
        self._left = _MOST_OBJECTS

    def gather(self, page: pypdfium2.PdfPage) -> None:
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            self._object(pdfium.FPDFPage_GetObject(page, index), _STILL, 0)

    def _object(self, thing: object, outer: Matrix, depth: int) -> None:
        self._left -= 1
        if self._left < 0:
            return
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(thing, _times(_matrix(thing), outer))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.pictures += 1
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix(thing), outer)
            for index in range(pdfium.FPDFFormObj_CountObjects(thing)):
                self._object(pdfium.FPDFFormObj_GetObject(thing, index), inner, depth + 1)

    def _path(self, path: object, matrix: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
        for points, closed in _outlines(path):
            upright = [self.turn(*_apply(matrix, x, y)) for x, y in points]
            if stroke.value:
                ends = upright[1:] + upright[:1] if closed else upright[1:]
                self._add(Box(*_sorted(a, b)) for a, b in zip(upright, ends, strict=False))
            elif fill.value:
                xs, ys = [x for x, _ in upright], [y for _, y in upright]
                self._add([Box(min(xs), min(ys), max(xs), max(ys))])

    def _add(self, boxes: Iterator[Box] | list[Box]) -> None:
        self.lines += [b for b in boxes if min(b.right - b.left, b.bottom - b.top) <= THIN]


def _outlines(path: object) -> Iterator[tuple[list[Point], bool]]:
    """Yield the outlines of a path: their points, and whether they close."""
    points: list[Point] = []
    closed = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, closed
            points, closed = [], False
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        points.append((x.value, y.value))
        closed |= bool(pdfium.FPDFPathSegment_GetClose(segment))
    if len(points) > 1:
        yield points, closed


def _sorted(a: Point, b: Point) -> tuple[float, float, float, float]:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _matrix(thing: object) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(found)):
        return _STILL
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(m: Matrix, n: Matrix) -> Matrix:
    """Give the matrix of m and then n."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _apply(m: Matrix, x: float, y: float) -> Point:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
