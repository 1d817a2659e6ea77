"""A document whose tables are lifted out is read as it is read whole, whatever is in its tables."""

import io
import random
import re
import zipfile
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shishi.errors import UnreadableSource
from shishi.places import Source
from shishi.readers.word import alike, lifting
from shishi.readers.word import docx as reader
from shishi.readers.word.lifting import LiftedText, lift_tables
from tests.readers.hostile.mutations import mutate
from tests.readers.invented import any_table, as_word, project_table
from tests.readers.word.written import cell, docx, paragraph, row, table
from tests.samples.make import HERE

SOURCE = Source("表.docx", "docx", "")
SAMPLES = sorted(HERE.glob("*/source.docx"))
STYLES = (
    '<w:style w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="body"/>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
RUNS = [
    "<w:r><w:t>公园</w:t></w:r>", '<w:r><w:t xml:space="preserve"> 2 座 </w:t></w:r>', "<w:r><w:t> 2\n座 </w:t></w:r>",
    "<w:r><w:t/></w:r>", "<w:r><w:br/><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "<w:r><w:noBreakHyphen/></w:r>",
    "<w:r><w:t>&lt;3&amp;&#20013;</w:t></w:r>", "<w:r><w:t>&quot;x&quot; &gt;b</w:t></w:r>", "\n ",
    "<w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r>", '<w:bookmarkStart w:id="1" w:name="a"/>', "<w:proofErr/>",
    '<w:r w:rsidR="00AB12CD"><w:t>rsidR="00AB12CD"</w:t></w:r>',
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>",
    '<w:r><w:rPr><w:rStyle w:val="gone"/></w:rPr><w:t>隐</w:t></w:r>', "<w:r><w:t>a</w:t><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>",
    "<w:ins><w:r><w:t>增</w:t></w:r></w:ins>",
    "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", "<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "<w:r><w:instrText>EQ x</w:instrText></w:r>",
    '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0ab</w:t></w:r>', "<w:r><w:t>\ufdd0\ufdd1</w:t></w:r>",
    "<w:sdt><w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt>", "<!-- </w:t> -->", "<![CDATA[x]]>", "<?x </w:t>?>",
    '<w:r xmlns:w="urn:x"><w:t>外</w:t></w:r>', "<w:r><w:drawing><v:pic/></w:drawing></w:r>", "<w:r><x:t>无</x:t></w:r>",
    '<w:r w:rsidR="00AB12CD" w:rsidR="00AB12CD"><w:t>重</w:t></w:r>',
    "<w:r><w:t>a>b</w:t></w:r>", "<w:r><w:t><w:br/>b</w:t></w:r>", "<w:r><w:t>a<w:br/>b</w:t></w:r>",
    "<w:r><w:t>&#xFDD0;a>&#xFDD1;b</w:t></w:r>", "<w:r><w:t>&#xFDD1;</w:t></w:r>",
    "<w:liftedTable/>", "<w:r><w:t>长</w:t></w:r></w:p><w:p><w:r><w:t>行</w:t></w:r>", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
]  # fmt: skip
PARAGRAPHS = [
    '<w:jc w:val="center"/>', '<w:pStyle w:val="body"/>', '<w:pStyle w:val="gone"/>', '<w:pStyle w:val="list"/>',
    '<w:numPr><w:numId w:val="1"/></w:numPr>', "<w:rPr><w:del/></w:rPr>", "<w:rPr><w:ins/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>",
]  # fmt: skip
CELLS = [
    '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>", "<w:vMerge/>", '<w:vMerge w:val="odd"/>',
    '<w:tcW w:w="9"/>', "<w:hMerge/>", '<w:hMerge w:val="restart"/>', "<w:cellDel/>", '<w:gridSpan w:val="2000"/>',
]  # fmt: skip
ROWS = [
    "<w:tblHeader/>", '<w:tblHeader w:val="0"/>', '<w:gridBefore w:val="1"/>', "<w:cantSplit/>",
    "<w:del/>", "<w:ins/>", "<w:hidden/>",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _lift_all(monkeypatch):
    """Lift tables of a few cells too, for which it does not pay."""
    monkeypatch.setattr(lifting, "_RUNS_ALIKE", 0)


def read(data):
    try:
        return reader.read_docx(data, SOURCE)
    except UnreadableSource as error:
        return error.code, error.facts


def read_whole(data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "lift_tables", LiftedText)
        return read(data)


def is_lifted(data):
    """Tell whether the tables of a document are read without being parsed whole."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "LiftedText", None)  # what reading whole begins with
        try:
            read(data)
        except TypeError:
            return False
    return bool(lift_tables(open_body(data)).tables)


def open_body(data):
    package = reader.open_document(data, "")
    return package.read(package.main)


def written(body, **parts):
    return docx(paragraph("上") + body + paragraph("下"), **parts)


def sequence(rows):
    return written(f"<w:tbl>{rows}</w:tbl>", styles=STYLES, numbering=NUMBERING)


@pytest.mark.parametrize("path", SAMPLES, ids=[path.parent.name for path in SAMPLES])
def test_a_sample_is_read_as_whole(path):
    data = path.read_bytes()

    assert read(data) == read_whole(data)


@pytest.mark.parametrize("seed", range(30))
def test_an_invented_table_is_lifted_and_read_as_whole(seed):
    for made in (any_table(seed), project_table(20, seed)):
        data = written(as_word(made))
        assert is_lifted(data)
        assert read(data) == read_whole(data)


@pytest.mark.parametrize("seed", range(300))
def test_a_mutated_file_is_read_as_whole(seed):
    name, data = mutate(seed)
    if name.endswith(".docx"):
        assert read(data) == read_whole(data)


@pytest.mark.parametrize("seed", range(150))
def test_a_table_that_is_cut_at_random_is_read_as_whole(seed):
    draw = random.Random(seed)
    body = as_word(any_table(seed))
    tags = [0, *(tag.start() for tag in re.finditer("<", body)), len(body)]
    pieces = [body[a:b] for a, b in pairwise(tags)]
    for _ in range(draw.choice((1, 2, 4))):
        at = draw.randrange(len(pieces))
        pieces[at : at + draw.choice((0, 1))] = draw.choice((*RUNS, draw.choice(pieces), ""))[:999]
        data = sequence("".join(pieces))
        assert read(data) == read_whole(data)


@st.composite
def tables(draw):
    """Draw the rows of a table in which anything may stand."""

    def some(choices, plain=99, most=1):
        return draw(st.lists(st.sampled_from(choices[: None if odd else plain]), max_size=most))

    odd = draw(st.integers(0, 3)) == 0
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        cells = []
        for _ in range(draw(st.integers(1, 3))):
            paragraphs = [
                f"<w:p><w:pPr>{''.join(some(PARAGRAPHS, 2))}</w:pPr>{''.join(some(RUNS, 13, most=3))}</w:p>"
                for _ in range(draw(st.integers(1, 2)))
            ]
            properties = "".join(some(CELLS, 6))
            if properties == "<w:vMerge/>" and draw(st.booleans()):
                paragraphs = ["<w:p/>"]
            cells.append(f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>")
        rows.append(f"<w:tr><w:trPr>{''.join(some(ROWS, 4))}</w:trPr>{''.join(cells)}</w:tr>")
    return "".join(rows)


@settings(deadline=None)
@given(tables())
def test_any_table_is_read_as_whole(rows):
    data = sequence(rows)

    assert read(data) == read_whole(data)


PLAIN = "<w:r><w:t>公园</w:t></w:r>"
PAIR = cell("1") + cell("2")


@pytest.mark.parametrize(
    "rows",
    [
        row("1", "公园") + row("2", "广场"),
        "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>",
        f"<w:tr>\n<w:tc>\n<w:p>{PLAIN}</w:p>\n</w:tc><w:tc><w:p>{PLAIN}{PLAIN}</w:p><w:p>{PLAIN}</w:p></w:tc></w:tr>",
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{PAIR}</w:tr><w:tr>{PAIR}</w:tr>",
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("1")}</w:tr><w:tr>{PAIR}</w:tr>',
        row(cell("1", '<w:vMerge w:val="restart"/>'), "2") + row(cell("", "<w:vMerge/>"), "3"),
        row(cell("1", '<w:gridSpan w:val="2"/>'), "2") + row("3", "4", "5"),
        row(cell("", "<w:vMerge/>"), "2") + row(cell("", "<w:vMerge/>"), "4"),
        *(row("1", cell(f"<w:p><w:r><w:t>甲</w:t></w:r>{run}</w:p>")) for run in RUNS[:13]),
        row("1", cell(paragraph("2", '<w:pStyle w:val="body"/>'))),
        row("1", cell(paragraph("2", "<w:rPr><w:vanish/></w:rPr>"))),
        f'<w:tr w:rsidR="00AB12CD">{PAIR}</w:tr><w:tr w:rsidR="00AB12CE">{PAIR}</w:tr>',
    ],
)  # fmt: skip
def test_rows_of_cells_and_texts_are_lifted(rows):
    data = sequence(rows)

    assert is_lifted(data) is ("&#" not in rows)
    assert read(data) == read_whole(data)


@pytest.mark.parametrize(
    "rows",
    [
        *(row("1", cell(f"<w:p><w:r><w:t>甲</w:t></w:r>{run}</w:p>")) for run in RUNS[13:-2]),
        *(row("1", cell(paragraph("2", own))) for own in PARAGRAPHS[2:-1]),
        *(f"<w:tr><w:trPr>{own}</w:trPr>{PAIR}</w:tr><w:tr>{PAIR}</w:tr>" for own in ROWS[4:]),
        row(cell("1"), cell("2", "<w:hMerge/>"), "3"),
        row(cell("1", "<w:vMerge/>"), "2") + row(cell("隐", "<w:vMerge/>"), "3"),
        row(cell("1", '<w:gridSpan w:val="999"/>'), "2", "3"),
        row("1", cell(table(row("2", "3")) + paragraph("x"))),
        row("只一格"),
        "<w:tr/>" + row("1", "2"),
        row("1", "2") + "<w:tr/>",
        f"<w:sdt><w:sdtContent>{row('1', '2')}</w:sdtContent></w:sdt>{row('3', '4')}",
        row(cell("", "<w:vMerge/>"), "2") + row(cell("3", "<w:vMerge/>"), "4"),
    ],
)  # fmt: skip
def test_rows_with_anything_else_are_read_whole(rows):
    data = sequence(rows)

    assert not is_lifted(data)
    assert read(data) == read_whole(data)


@pytest.mark.parametrize("number", ["0", "99", "x", ""])
@pytest.mark.parametrize("story", ["header", "footer"])
def test_what_looks_like_a_stand_in_outside_the_body_stands_in_for_nothing(story, number):
    feigned = f'<w:tbl><w:liftedTable w:number="{number}"/></w:tbl>{paragraph("眉")}'
    data = written(table(row("1", "2")), **{story: feigned})

    assert is_lifted(data)
    assert read(data) == read_whole(data)


def test_what_looks_like_a_stand_in_would_be_taken_for_one_if_all_were_looked_up(monkeypatch):
    data = written(table(row("1", "2")), header='<w:tbl><w:liftedTable/></w:tbl><w:t>眉</w:t>')  # fmt: skip
    own = reader._Reading.read
    monkeypatch.setattr(  # the sabotaged twin
        reader._Reading, "read", lambda self, story, lifted: own(self, story, lifted or [None])
    )

    with pytest.raises(ValueError, match="int"):
        read(data)


PROMPT = (
    "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:pict><w:txbxContent>"
    f"{table(row('请填写', '2'))}</w:txbxContent></w:pict></w:r></w:sdtContent></w:sdt></w:p>"
)


def test_a_table_that_is_only_quoted_is_read_as_whole():
    data = written(PROMPT + table(row("1", "2")))

    assert not is_lifted(data)
    assert read(data) == read_whole(data)


def test_a_table_that_is_only_quoted_would_be_lost_if_nobody_counted(monkeypatch):
    data = written(PROMPT + table(row("1", "2")))
    monkeypatch.setattr(reader._Reading, "met_all", lambda *_: True)  # the sabotaged twin

    assert read(data) != read_whole(data)


ROWS_OF_TWO = row("3", "4") + row("5", "6")
INNER = f"<w:tr><w:tc>{table(ROWS_OF_TWO)}</w:tc></w:tr>"


@pytest.mark.parametrize(
    "begin", ["<w:tbl><!-- </w:tbl> -->", "<w:tbl><?x </w:tbl> ?>", "<w:tbl >", '<w:tbl w:x="">']
)
def test_a_table_whose_outer_table_is_written_oddly_is_read_as_whole(begin):
    data = written(f"{begin}{INNER}{ROWS_OF_TWO}</w:tbl>")

    assert lift_tables(open_body(data)).tables
    assert not is_lifted(data)
    assert read(data) == read_whole(data)


@pytest.mark.parametrize(
    "body", [f"<w:tbl >{ROWS_OF_TWO}</w:tbl>{table(ROWS_OF_TWO)}", f"</w:tbl>{table(ROWS_OF_TWO)}"]
)
def test_more_ends_than_beginnings_of_tables_lose_no_row(body):
    assert read(written(body)) == read_whole(written(body))


def test_digits_that_look_like_numbers_of_word_are_printed(monkeypatch):
    said = 'rsidR="00AB12C{}">b'
    rows = "".join(
        f"<w:tr>{cell(f'<w:p><w:r><w:t>{said.format(i)}</w:t></w:r></w:p>')}{cell('1')}</w:tr>"
        for i in range(8)
    )
    monkeypatch.setattr(lifting, "_RUNS_ALIKE", 2)

    assert not is_lifted(sequence(rows))
    assert read(sequence(rows)) == read_whole(sequence(rows))

    monkeypatch.setattr(lifting, "_LOOSE", re.compile("(?!)"))  # the sabotaged twin
    assert read(sequence(rows)) != read_whole(sequence(rows))


def test_a_text_that_does_not_print_would_be_printed_if_nobody_looked_for_it(monkeypatch):
    rows = row("1", cell(f"<w:p>{PLAIN}<w:r><w:t><w:br/>b</w:t></w:r></w:p>"))
    assert read(sequence(rows)) == read_whole(sequence(rows))

    monkeypatch.setattr(alike, "_prints", lambda *_: True)  # the sabotaged twin
    assert read(sequence(rows)) != read_whole(sequence(rows))


def test_a_table_inside_a_field_is_read_as_whole():
    begin, end = ('<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>')
    body = f"<w:p><w:r>{begin}</w:r></w:p>{table(row('1', '2'))}<w:p><w:r>{end}</w:r></w:p>"

    assert read(written(body)) == read_whole(written(body))


def test_columns_a_hair_wide_are_read_as_whole():
    body = table(row("1", "", "2"), row("3", "", "4"), grid=(900, 9, 900))

    assert not is_lifted(written(body))
    assert read(written(body)) == read_whole(written(body))


@pytest.mark.parametrize("rows", [1500, 2500])
def test_a_table_of_too_many_cells_is_refused_alike(rows):
    data = written(table(*[row(cell("a", '<w:gridSpan w:val="500"/>'), cell("b", '<w:gridSpan w:val="500"/>'))] * rows))  # fmt: skip

    assert read(data) == read_whole(data)
    assert (read(data) == ("too-many-cells", {"limit": 2_000_000})) is (rows > 2000)


def test_a_hidden_hyphen_would_not_be_told_of_if_nobody_looked(monkeypatch):
    data = sequence(row("1", cell(f"<w:p>{PLAIN}<w:r><w:rPr><w:vanish/></w:rPr><w:noBreakHyphen/></w:r></w:p>")))  # fmt: skip
    assert read(data) == read_whole(data)

    monkeypatch.setattr(alike, "Tally", lambda: Anything())  # the sabotaged twin

    assert read(data) != read_whole(data)


def in_utf_16(data):
    """Write the text of a document anew, in UTF-16."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            inside = old.read(name)
            is_text = name == "word/document.xml"
            new.writestr(name, inside.decode().encode("utf-16") if is_text else inside)
    return made.getvalue()


def test_a_document_in_utf_16_has_its_numbers_and_hides_what_is_hidden(monkeypatch):
    body = paragraph("公园", PARAGRAPHS[3]) + paragraph("隐", PARAGRAPHS[2])
    data = docx(body, styles=STYLES, numbering=NUMBERING)

    assert [p.text.value for p in read(data).parts[0].paragraphs] == ["1. 公园"]
    assert read(in_utf_16(data)) == read(data)

    monkeypatch.setattr(reader, "_LOOKS", (b"pStyle",))  # the sabotaged twin
    assert read(in_utf_16(data)) != read(data)


class Anything:
    """Equal to whatever it is compared with."""

    __hash__ = None

    def __eq__(self, other):
        return True


def test_lifting_leaves_alone_what_is_not_utf_8():
    text = f"<w:document xmlns:w='x'>{table(row('1', '2'))}</w:document>"
    for head, encoding in (("", "utf-16"), ("<?xml version='1.0' encoding='gb2312'?>", "gbk"), ("\ufeff", "utf-8")):  # fmt: skip
        assert not lift_tables((head + text).encode(encoding)).tables
    assert lift_tables(f"<?xml version='1.0' encoding='UTF-8'?>{text}".encode()).tables
    assert lift_tables(f"<?xml version='1.0'?>\n{text}".encode()).tables


@pytest.mark.parametrize(
    "text",
    [
        "<w:tbl>" * 300_000,
        "<w:tbl><w:tr " * 150_000,
        f"<w:tbl>{'<w:tr>>' * 300_000}</w:tbl>",
        f"<w:tbl><w:tr>{'>x' * 500_000}</w:tbl>",
        f"<w:tbl><w:tr>{'&x' * 500_000}</w:tbl>",
    ],
)
def test_lifting_takes_time_in_proportion_to_the_document(text):
    assert len(lift_tables(text.encode()).tables) < 2
