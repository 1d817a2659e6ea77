"""Write small Word documents by hand: the XML of the body, in the zip around it."""

from __future__ import annotations

import io
import zipfile

from shishi.places import Source
from shishi.readers.document import Grid
from shishi.readers.word.docx import read_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def paragraph(text="", properties="", *, run=""):
    """Write a paragraph of one run; text that begins with < is XML of its own."""
    inner = (
        text if text.startswith("<") else f'<w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r>'
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner if text else ''}</w:p>"


def cell(text="", properties=""):
    """Write a cell: text, or XML of its own."""
    inner = text if text.startswith(("<w:p", "<w:tbl", "<w:sdt")) else paragraph(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells, properties=""):
    """Write a row of cells, each text or XML."""
    inner = "".join(c if c.startswith(("<w:tc", "<w:sdt", "<w:ins")) else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows, grid=()):
    """Write a table; `grid` are the widths of its columns in twips."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def docx(body, *, core="", strict=False, **parts):
    """Zip a document; `parts` (styles, numbering, header, footnotes …) hold the XML inside their root."""
    roots = {"styles": "styles", "header": "hdr", "footer": "ftr"}
    files = {"word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"}
    ways = []
    for kind, inner in parts.items():
        root = roots.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {_SPACES}>{inner}</w:{root}>"
        ways.append(f'<Relationship Id="{kind}" Type="{_KINDS}/{kind}" Target="{kind}.xml"/>')
    files["[Content_Types].xml"] = _types(*parts)
    files["word/_rels/document.xml.rels"] = _rels(*ways)
    files["_rels/.rels"] = _rels(
        f'<Relationship Id="a" Type="{_KINDS}/officeDocument" Target="word/document.xml"/>',
        '<Relationship Id="b" Target="docProps/core.xml" Type="http://schemas.openxmlformats.org/'
        'package/2006/relationships/metadata/core-properties"/>',
    )
    files["docProps/core.xml"] = (
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc">' + core + "</cp:coreProperties>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            if strict:
                text = text.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
                text = text.replace(R, "http://purl.oclc.org/ooxml/officeDocument/relationships")
            archive.writestr(name, text)
    return buffer.getvalue()


def _types(*kinds):
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{main}.{kind}+xml"/>' for kind in kinds
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/>'
        f"{overrides}</Types>"
    )


def _rels(*ways):
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(ways)}</Relationships>'


SOURCE = Source("a.docx", "docx", "")


def read(body, **parts):
    """Read a document of this body."""
    return read_docx(docx(body, **parts), SOURCE)


def grids(document):
    """Give the grids of a document."""
    return [part for part in document.parts if isinstance(part, Grid)]


def texts(document):
    """Give each part: the rows of a grid as lists, the lines of a flow as a tuple."""
    found = []
    for part in document.parts:
        if isinstance(part, Grid):
            rows = [[] for _ in range(part.height)]
            for one in part.cells:
                rows[one.row - 1].append(one.text.value)
            found.append(rows)
        else:
            found.append(tuple(p.text.value for p in part.paragraphs))
    return found


def spans(grid):
    """Give each text of a grid: row, column, rows, columns."""
    return {c.text.value: (c.row, c.column, c.rows, c.columns) for c in grid.cells if c.text.value}


def codes(document):
    """Give the codes of the findings."""
    return [finding.code for finding in document.findings]
