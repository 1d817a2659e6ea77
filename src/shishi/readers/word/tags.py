"""Tags: the names of the elements in a Word document, and how their switches are read."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

VAL = f"{W}val"
ALTERNATE, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"
PARAGRAPH, RUN, TABLE, ROW, CELL = f"{W}p", f"{W}r", f"{W}tbl", f"{W}tr", f"{W}tc"
CONTROL, CONTROL_CONTENT = f"{W}sdt", f"{W}sdtContent"
BOX = f"{W}txbxContent"
# They wrap what is printed and print nothing of their own.
THROUGH = frozenset(
    f"{W}{name}"
    for name in ("hyperlink", "smartTag", "customXml", "ins", "moveTo", "fldSimple", "dir", "bdo")
)
DELETED = frozenset((f"{W}del", f"{W}moveFrom"))
INSERTED = frozenset((f"{W}ins", f"{W}moveTo"))

_OFF = frozenset(("0", "false", "off", "none"))

Element = etree._Element


def is_on(switch: Element | None) -> bool:
    """Tell whether a switch such as <w:vanish/> is there and not turned off.

    >>> is_on(etree.fromstring(f'<w:b xmlns:w="{W[1:-1]}" w:val="0"/>'))
    False
    """
    return switch is not None and switch.get(VAL, "1").lower() not in _OFF


def value_of(parent: Element | None, *path: str) -> str:
    """Give w:val of the element down the path of w: names; "" where there is none."""
    for name in path:
        parent = parent.find(f"{W}{name}") if parent is not None else None
    return parent.get(VAL, "") if parent is not None else ""


def number_of(printed: str | None, default: int) -> int:
    """Read a whole number of at most nine digits; the default for anything else.

    >>> number_of("12", 1), number_of("1e9", 1), number_of(None, 1)
    (12, 1, 1)
    """
    if not printed or len(printed) > 9 or not (printed.isascii() and printed.isdigit()):
        return default
    return int(printed)


def chosen(alternate: Element) -> Element | None:
    """Give the one of several forms of the same content that a present-day program shows."""
    first = alternate.find(CHOICE)
    return first if first is not None else alternate.find(FALLBACK)
