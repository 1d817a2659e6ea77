"""Contents: refuse an office file for what it carries besides words, whatever its name ends in.

A macro, an object of another program, a file inside the file, a link that fetches: none of them is
part of a table, and each is a way into the machine of whoever opens the file next. The kind is told
from the names of the parts and from the relationships between them, never from the extension.
"""

from __future__ import annotations

import re

from shishi.readers.packages.package import Package
from shishi.readers.refusals import refuse

# Names of parts, lower case. Printer settings, thumbnails and pictures are no reason to refuse.
_PARTS = (
    (
        re.compile(
            r"(^|/)(vbaproject[^/]*\.bin|vbadata\.xml)$|(^|/)macrosheets?/|^(basic|scripts)/[^/]"
        ),
        "macro",
    ),
    (
        re.compile(
            r"(^|/)(embeddings|activex|afchunks?)/[^/]|(^|/)oleobject[^/]*\.bin$|^object [0-9]+$"
        ),
        "embedded",
    ),
    (
        re.compile(r"(^|/)(externallinks/[^/]|connections\.(xml|bin)$|querytables/)"),
        "external-link",
    ),
)
# The ends of relationship types.
_TYPES = {
    "vbaproject": "macro",
    "xlmacrosheet": "macro",
    "xlintlmacrosheet": "macro",
    "oleobject": "embedded",
    "package": "embedded",
    "control": "embedded",
    "activexcontrolbinary": "embedded",
    "afchunk": "embedded",
    "externallink": "external-link",
    "externallinkpath": "external-link",
    "connections": "external-link",
    "querytable": "external-link",
}
_HARMLESS = {"hyperlink"}  # an address that is printed; nobody follows it
_LOCAL_TEMPLATE = re.compile(
    r"(file:///?)?[A-Za-z]:[\\/]|[^:/\\]+$"
)  # the writer's own, not fetched
_CONTENT_TYPES = "[Content_Types].xml"
_MACRO_TYPES = re.compile(rb"macroEnabled|vbaProject|macrosheet", re.IGNORECASE)
_ANY_XLSB = re.compile(
    rb"sheet\.binary\.macroEnabled\.main", re.IGNORECASE
)  # with and without macros
_DDE = re.compile(r"(?:^|[^A-Z])DDE(?:AUTO)?(?:$|[^A-Z])")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FIELD_PARTS = re.compile(r"word/[^/]+\.xml")
_OPEN_LINKS = (
    ("table:dde-link", "dde"),
    ("office:dde-source", "dde"),
    ("table:table-source", "external-link"),
)


def check_contents(package: Package, kind: str) -> None:
    """Refuse a package that carries what no table needs.

    Raises UnreadableSource: macro, embedded, external-link, dde, encrypted, entities, damaged.
    """
    for part in package.parts:
        for pattern, code in _PARTS:
            if pattern.search(part.lower()):
                raise refuse(package.name, code, what=part[:60])
    if kind in ("ods", "odt", "odp"):
        _check_open_document(package)
        return
    types = package.read(_CONTENT_TYPES) if _CONTENT_TYPES in package.parts else b""
    if _MACRO_TYPES.search(_ANY_XLSB.sub(b"", types) if kind == "xlsb" else types):
        raise refuse(package.name, "macro", what=_CONTENT_TYPES)
    for part in package.parts:
        if part.lower().endswith(".rels"):
            _check_relations(package, part)
        elif kind == "docx" and _FIELD_PARTS.fullmatch(part):
            _check_fields(package, part)


def _check_relations(package: Package, part: str) -> None:
    for relation in package.tree(part).iter("{*}Relationship"):
        end = (relation.get("Type") or "").rsplit("/", 1)[-1].lower()
        target = relation.get("Target") or ""
        if code := _TYPES.get(end):
            raise refuse(package.name, code, what=target[:60])
        if (relation.get("TargetMode") or "").lower() != "external" or end in _HARMLESS:
            continue
        if end != "attachedtemplate" or not _LOCAL_TEMPLATE.match(target):
            raise refuse(package.name, "external-link", what=target[:60])


def _check_fields(package: Package, part: str) -> None:
    """Refuse a field that fetches from another program; its name may be broken over runs."""
    if b"instr" not in package.xml(part):
        return
    words = []
    for element in package.tree(part).iter(f"{_WORD}instrText", f"{_WORD}fldSimple"):
        words.append(element.get(f"{_WORD}instr") or element.text or "")
    if _DDE.search("".join(words).upper()) or any(_DDE.search(word.upper()) for word in words):
        raise refuse(package.name, "dde", what="DDE")


def _check_open_document(package: Package) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in package.parts and b"encryption-data" in package.xml(manifest):
        raise refuse(package.name, "encrypted")
    if "content.xml" not in package.parts:
        raise refuse(package.name, "damaged")
    content = package.xml("content.xml")
    for word, code in _OPEN_LINKS:
        if b"<" + word.encode() in content:
            raise refuse(package.name, code, what=word)
    if b"script:event-listener" in content:
        raise refuse(package.name, "macro", what="script:event-listener")
