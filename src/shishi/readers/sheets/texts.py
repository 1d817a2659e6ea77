"""Texts of an xlsx: runs joined, pronunciations left out, what XML cannot hold read back."""

from __future__ import annotations

import re

from lxml import etree

from shishi.readers.halves import whole_characters

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def rich_text(element: etree._Element) -> str:
    """Join the runs of a text; how it is pronounced (rPh) is not printed with it."""
    return unescape(written_text(element))


def written_text(element: etree._Element) -> str:
    """Join the runs of a text as they are written, with what XML cannot hold still escaped."""
    if len(element) == 1 and not len(element[0]):  # nearly all of them: one plain run
        return element[0].text or ""
    texts = []
    for node in element.iter("{*}t"):
        parent = node.getparent()
        if parent is None or not str(parent.tag).endswith("}rPh"):
            texts.append(node.text or "")
    return "".join(texts)


def unescape(text: str) -> str:
    """Read what XML cannot hold (_x000D_), and end lines one way."""
    if "_x" in text:
        text = whole_characters(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
