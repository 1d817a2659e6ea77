"""The parts of a workbook besides its sheets: their order, the shared texts, the formats."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from shishi.readers.packages.package import Package
from shishi.readers.refusals import refuse
from shishi.readers.sheets.texts import rich_text

_FORMATS = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 37: "#,##0;-#,##0",
    38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    5: '"¥"#,##0;-"¥"#,##0', 6: '"¥"#,##0;-"¥"#,##0', 7: '"¥"#,##0.00;-"¥"#,##0.00',
    8: '"¥"#,##0.00;-"¥"#,##0.00', 41: '#,##0;-#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"',
    42: '"¥"#,##0;-"¥"#,##0;"¥-"', 44: '"¥"#,##0.00;-"¥"#,##0.00;"¥-"',
    # As a Chinese Excel shows them; files made elsewhere do not use them.
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    **dict.fromkeys((34, 55), '上午/下午h"时"mm"分"'),
    **dict.fromkeys((35, 56), '上午/下午h"时"mm"分"ss"秒"'),
}  # fmt: skip
"""The formats that have a number and no code in the file."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the sheets of a workbook share. `sheets` are (name, hidden, part) in the order shown."""

    sheets: tuple[tuple[str, bool, str], ...]
    strings: tuple[str, ...]
    codes: tuple[str, ...]  # by style
    from_1904: bool
    struck: frozenset[int] = frozenset()  # the styles that draw a line through what they show
    struck_strings: frozenset[int] = frozenset()

    def code(self, style: int) -> str:
        """Give the format code of a style; General for one that is not there."""
        return self.codes[style] if 0 <= style < len(self.codes) else "General"


def builtin_code(number: int) -> str:
    """Give the code of a format that has only a number."""
    return _FORMATS.get(number, "General")


def open_workbook(package: Package) -> Workbook:
    """Read what the sheets share. Raises UnreadableSource (damaged)."""
    main = next(iter(related(package, "", "officeDocument")), "xl/workbook.xml")
    if main not in package.parts:
        raise refuse(package.name, "damaged")
    tree = package.tree(main)
    targets = relations(package, main)
    sheets: list[tuple[str, bool, str]] = []
    for sheet in tree.iter("{*}sheet"):
        target = targets.get(_identity(sheet), ("", ""))
        if target[0] == "worksheet" and target[1] in package.parts:
            hidden = sheet.get("state") in ("hidden", "veryHidden")
            sheets.append((sheet.get("name") or f"sheet {len(sheets) + 1}", hidden, target[1]))
    by_end = {end: part for end, part in targets.values() if part in package.parts}
    properties = next(tree.iter("{*}workbookPr"), None)
    strings, struck_strings = (
        _strings(package, by_end["sharedStrings"])
        if "sharedStrings" in by_end
        else ((), frozenset[int]())
    )
    styles = package.tree(by_end["styles"]) if "styles" in by_end else None
    return Workbook(
        tuple(sheets),
        strings,
        _codes(styles) if styles is not None else (),
        properties is not None and properties.get("date1904") in ("1", "true"),
        _struck_styles(styles) if styles is not None else frozenset(),
        struck_strings,
    )


def relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Give the relationships of a part: id → (end of the type, the part that it leads to)."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in package.parts:
        return {}
    found = {}
    for relation in package.tree(path).iter("{*}Relationship"):
        end = (relation.get("Type") or "").rpartition("/")[2]
        target = relation.get("Target") or ""
        if relation.get("TargetMode") != "External":
            joined = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id") or ""] = (end, joined)
    return found


def related(package: Package, part: str, end: str) -> list[str]:
    """Name the parts that a part leads to by one type of relationship, those that are there."""
    found = relations(package, part).values()
    return [target for kind, target in found if kind == end and target in package.parts]


def _identity(sheet: etree._Element) -> str:
    names = (name for name in sheet.attrib if str(name).endswith("}id"))
    return str(sheet.get(next(names, "id")) or "")


def _strings(package: Package, part: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """Give the shared texts, and which of them have a run that is struck out."""
    texts: list[str] = []
    struck: set[int] = set()
    for _, element in etree.iterparse(
        package.stream(part), tag="{*}si", resolve_entities=False, no_network=True, load_dtd=False
    ):
        if (len(element) != 1 or len(element[0])) and has_struck(element):  # one plain text is not
            struck.add(len(texts))
        texts.append(rich_text(element))
        element.clear()
    return tuple(texts), frozenset(struck)


def _codes(tree: etree._Element) -> tuple[str, ...]:
    own = {f.get("numFmtId"): f.get("formatCode") or "" for f in tree.iter("{*}numFmt")}
    styles = next(tree.iter("{*}cellXfs"), None)
    if styles is None:
        return ()
    numbers = [style.get("numFmtId") or "0" for style in styles]
    return tuple(own.get(n) or builtin_code(_number(n)) for n in numbers)


def _struck_styles(tree: etree._Element) -> frozenset[int]:
    """Give the numbers of the styles whose font is struck out."""
    fonts, styles = (next(tree.iter(f"{{*}}{name}"), None) for name in ("fonts", "cellXfs"))
    if fonts is None or styles is None:
        return frozenset()
    struck = {str(n) for n, font in enumerate(fonts) if has_struck(font)}
    return frozenset(n for n, style in enumerate(styles) if style.get("fontId", "0") in struck)


def has_struck(element: etree._Element) -> bool:
    """Tell a font, or a text with a run, that is struck out."""
    return any(node.get("val", "1") not in ("0", "false") for node in element.iter("{*}strike"))


@lru_cache
def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
