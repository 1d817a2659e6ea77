import pytest

from shishi.errors import UnreadableSource
from shishi.readers.packages.contents import check_contents
from shishi.readers.packages.package import open_package
from tests.readers.packages.zips import pack, related

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS = "word/_rels/document.xml.rels"
CARRIED = [
    ("macro", {"xl/vbaProject.bin": "x"}),
    ("macro", {"word/VBAPROJECT.BIN": "x"}),
    ("macro", {"xl/macrosheets/sheet1.xml": "<a/>"}),
    ("macro", {"[Content_Types].xml": "<a t='application/vnd.ms-excel.sheet.macroEnabled.main'/>"}),
    ("macro", {"xl/_rels/a.rels": related("vbaProject", "harmless.bin")}),
    ("embedded", {"word/embeddings/oleObject1.bin": "x"}),
    ("embedded", {"xl/activeX/activeX1.xml": "<a/>"}),
    ("embedded", {RELS: related("aFChunk", "a.html")}),
    ("embedded", {RELS: related("oleObject", "media/a.png")}),
    ("external-link", {"xl/externalLinks/externalLink1.xml": "<a/>"}),
    ("external-link", {"xl/connections.xml": "<a/>"}),
    ("external-link", {RELS: related("attachedTemplate", "http://a.example/a.dotm", "External")}),
    ("external-link", {RELS: related("attachedTemplate", "//server/a.dotm", "External")}),
    ("external-link", {RELS: related("image", "http://a.example/a.png", "External")}),
    ("external-link", {RELS: related("frame", "file:///etc/passwd", "External")}),
]
HARMLESS = [
    {RELS: related("hyperlink", "http://a.example/", "External")},
    {RELS: related("attachedTemplate", "file:///C:\\模板\\公文.dotx", "External")},
    {RELS: related("attachedTemplate", "Normal.dotm", "External")},
    {RELS: related("image", "media/a.png")},
    {"xl/printerSettings/printerSettings1.bin": "x", "docProps/thumbnail.jpeg": "x"},
    {"xl/drawings/vmlDrawing1.vml": "<a/>", "xl/comments1.xml": "<a/>"},
    {"[Content_Types].xml": "<a t='application/vnd.openxmlformats.sheet.main'/>"},
    {"word/document.xml": f"<a xmlns='{WORD}'><t>DDE</t><instrText>PAGE</instrText></a>"},
]


def refusal(parts: dict[str, str], kind: str) -> UnreadableSource | None:
    try:
        check_contents(open_package(pack(parts), "表.xlsx"), kind)
    except UnreadableSource as error:
        return error
    return None


@pytest.mark.parametrize(("code", "parts"), CARRIED)
def test_contents_that_no_table_needs_are_refused(code: str, parts: dict[str, str]) -> None:
    error = refusal(parts, "docx")

    assert error is not None
    assert error.code == code


@pytest.mark.parametrize("parts", HARMLESS)
def test_contents_that_hurt_nobody_are_let_in(parts: dict[str, str]) -> None:
    assert refusal(parts, "docx") is None


ANY_XLSB = "<a t='application/vnd.ms-excel.sheet.binary.macroEnabled.main'/>"


def test_contents_of_a_binary_workbook_are_no_macro_for_being_said_to_be_able_to_hold_one() -> None:
    assert refusal({"[Content_Types].xml": ANY_XLSB}, "xlsb") is None


@pytest.mark.parametrize(
    "parts",
    [
        {"[Content_Types].xml": ANY_XLSB, "xl/vbaProject.bin": "x"},
        {"[Content_Types].xml": f"{ANY_XLSB}<a t='application/vnd.ms-office.vbaProject'/>"},
        {"[Content_Types].xml": f"{ANY_XLSB}<a t='application/vnd.ms-excel.macrosheet'/>"},
        {"[Content_Types].xml": f"{ANY_XLSB}<a t='application/vnd.ms-excel.intlmacrosheet'/>"},
        {"[Content_Types].xml": ANY_XLSB, "xl/_rels/a.rels": related("xlMacrosheet", "a.bin")},
    ],
)
def test_contents_of_a_binary_workbook_with_a_macro_are_refused(parts: dict[str, str]) -> None:
    error = refusal(parts, "xlsb")

    assert error is not None
    assert error.code == "macro"


def test_contents_of_another_workbook_that_calls_itself_binary_are_refused() -> None:
    error = refusal({"[Content_Types].xml": ANY_XLSB}, "xlsx")

    assert error is not None
    assert error.code == "macro"


@pytest.mark.parametrize(
    "field",
    [
        "<w:instrText>DDEAUTO c:\\\\a</w:instrText>",
        "<w:instrText>DD</w:instrText><w:instrText>E a</w:instrText>",
        '<w:fldSimple w:instr=" dde a b"/>',
    ],
)
def test_contents_field_that_asks_another_program_is_refused(field: str) -> None:
    error = refusal({"word/document.xml": f"<w:a xmlns:w='{WORD}'>{field}</w:a>"}, "docx")

    assert error is not None
    assert error.code == "dde"


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("dde", "<a><table:dde-links/><table:dde-link/></a>"),
        ("external-link", "<a><table:table-source x='1'/></a>"),
        ("macro", "<a><script:event-listener/></a>"),
    ],
)
def test_contents_of_open_document_that_no_table_needs_are_refused(code: str, content: str) -> None:
    error = refusal({"mimetype": "x", "content.xml": content}, "ods")

    assert error is not None
    assert error.code == code


def test_contents_of_open_document_locked_by_a_password_are_refused() -> None:
    parts = {"content.xml": "x", "META-INF/manifest.xml": "<a><manifest:encryption-data/></a>"}
    error = refusal(parts, "ods")

    assert error is not None
    assert error.code == "encrypted"
