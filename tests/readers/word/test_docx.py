import pytest

from shishi.errors import UnreadableSource
from shishi.readers.word.docx import read_docx
from tests.readers.word.written import (
    SOURCE,
    cell,
    codes,
    docx,
    paragraph,
    read,
    row,
    table,
    texts,
)


def line(inner):
    """Read one paragraph of inline XML."""
    parts = texts(read(f"<w:p>{inner}</w:p>{paragraph('完')}"))
    return parts[0][0] if parts[0] != ("完",) else ""


def test_read_docx_gives_text_and_tables_in_reading_order():
    document = read(
        paragraph("进度表") + table(row("序号", "项目"), row("1", "公园")) + paragraph("备注")
    )

    assert texts(document) == [("进度表",), [["序号", "项目"], ["1", "公园"]], ("备注",)]
    assert [part.name for part in document.parts] == ["text 1", "table 1", "text 2"]
    assert codes(document) == []


def test_read_docx_places_cells_and_paragraphs():
    document = read(paragraph("甲") + paragraph("乙") + table(row("1", "2"), row("3", "4")))

    assert [p.text.place.line for p in document.parts[0].paragraphs] == [1, 2]
    last = document.parts[1].cells[-1].text.place
    assert (last.part, last.row, last.column, last.characters) == ("table 1", 2, 2, (0, 1))


def test_read_docx_reads_insertions_and_leaves_deletions_out():
    changed = (
        '<w:p><w:r><w:t>新增</w:t></w:r><w:ins w:id="1"><w:r><w:t>9</w:t></w:r></w:ins>'
        '<w:del w:id="2"><w:r><w:delText>8</w:delText></w:r></w:del><w:r><w:t>条</w:t></w:r></w:p>'
    )
    document = read(changed)

    assert texts(document) == [("新增9条",)]
    assert codes(document) == ["tracked-changes"]
    assert document.findings[0].facts == {"inserted": 1, "deleted": 1}


def test_read_docx_reads_moved_text_once_where_it_went():
    moved = (
        "<w:p><w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:r><w:t>乙</w:t></w:r>"
        "<w:moveTo><w:r><w:t>甲</w:t></w:r></w:moveTo></w:p>"
    )

    assert texts(read(moved)) == [("乙甲",)]


def test_read_docx_joins_paragraphs_whose_end_was_deleted():
    assert texts(read(paragraph("上", "<w:rPr><w:del/></w:rPr>") + paragraph("下"))) == [("上下",)]


@pytest.mark.parametrize(
    ("inner", "printed"),
    [
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", "甲"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>329</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>", "329-1"),
        ("<w:r><w:t>公</w:t><w:softHyphen/><w:t>园</w:t></w:r>", "公园"),
        ('<w:r><w:t xml:space="preserve">甲 </w:t></w:r><w:r><w:t>乙</w:t></w:r>', "甲 乙"),
        ("<w:r><w:t>甲 </w:t></w:r><w:r><w:t>乙</w:t></w:r>", "甲乙"),
        ('<w:hyperlink r:id="x"><w:r><w:t>链</w:t></w:r></w:hyperlink>', "链"),
        ('<w:smartTag><w:r><w:t>标</w:t></w:r></w:smartTag>', "标"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>bei</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>北</w:t></w:r></w:rubyBase></w:ruby></w:r>", "北"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0AB"/></w:r>', "★"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0fe</w:t></w:r>', "☑"),
        ("<m:oMath><m:r><m:t>8+1</m:t></m:r></m:oMath>", "8+1"),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>', "3"),
    ],
)  # fmt: skip
def test_read_docx_prints_what_word_prints(inner, printed):
    assert line(inner) == printed


def test_read_docx_prints_an_unknown_sign_as_it_is_and_asks():
    document = read('<w:p><w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r></w:p>')

    assert texts(document) == [("\uf021",)]
    assert codes(document) == ["signs-unknown"]


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def test_read_docx_prints_the_result_of_a_field_and_not_its_code():
    inner = (
        FIELD.format("begin") + "<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>"
        + FIELD.format("separate") + "<w:r><w:t>41</w:t></w:r>" + FIELD.format("end") + "<w:r><w:t>项</w:t></w:r>"
    )  # fmt: skip

    assert line(inner) == "41项"


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        (r"EQ \o\ac(○,3)", "③"),
        (r"EQ \o\ac(○,急)", "急"),
        (r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(qi),碶)", "碶"),
        ("TC &quot;x&quot;", ""),
        ("SEQREF 3", ""),
    ],
)
def test_read_docx_field_without_result_prints_what_its_code_says(code, printed):
    inner = (
        FIELD.format("begin")
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + FIELD.format("end")
    )

    assert line(inner) == printed


def test_read_docx_field_that_is_not_understood_is_told():
    inner = (
        FIELD.format("begin")
        + r"<w:r><w:instrText>EQ \f(1,2)</w:instrText></w:r>"
        + FIELD.format("end")
    )

    assert codes(read(f"<w:p>{inner}</w:p>{paragraph('甲')}")) == ["fields-unknown"]


@pytest.mark.parametrize(
    ("vanish", "shown"), [("<w:vanish/>", "甲"), ('<w:vanish w:val="0"/>', "甲密")]
)
def test_read_docx_leaves_hidden_text_out_and_says_so(vanish, shown):
    document = read(
        f"<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr>{vanish}</w:rPr><w:t>密</w:t></w:r></w:p>"
    )

    assert texts(document) == [(shown,)]
    assert codes(document) == (["hidden-text"] if shown == "甲" else [])


STYLES = (
    '<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="i"><w:basedOn w:val="h"/></w:style>'
    '<w:style w:styleId="j"><w:basedOn w:val="h"/><w:rPr><w:vanish w:val="false"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(("style", "shown"), [("h", False), ("i", False), ("j", True), ("k", True)])
def test_read_docx_knows_styles_that_hide(style, shown):
    hidden = paragraph("密", f'<w:pStyle w:val="{style}"/>')

    assert texts(read(hidden + paragraph("甲"), styles=STYLES)) == [
        ("密", "甲") if shown else ("甲",)
    ]


def test_read_docx_leaves_the_prompt_of_an_empty_control_out():
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处</w:t></w:r></w:sdtContent></w:sdt>"
    document = read(table(row("1", cell(f"<w:p>{control}</w:p>"))))

    assert texts(document) == [[["1", ""]]]
    assert codes(document) == ["prompts-left-out"]


def test_read_docx_paragraphs_of_a_cell_are_line_breaks():
    inner = (
        paragraph("住建局")
        + paragraph("")
        + "<w:p><w:r><w:t>教育局</w:t><w:br/><w:t>民政局</w:t></w:r></w:p>"
    )

    assert texts(read(table(row("1", cell(inner))))) == [[["1", "住建局\n教育局\n民政局"]]]


BOX = "<w:txbxContent>{}</w:txbxContent>"


def test_read_docx_reads_a_text_box_once_though_it_is_stored_twice():
    twice = (
        "<w:p><w:r><w:t>正文</w:t><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX.format(paragraph("框"))}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{BOX.format(paragraph('框'))}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )

    assert texts(read(twice + paragraph("后"))) == [("正文", "框", "后")]


def test_read_docx_reads_an_old_text_box_and_the_table_in_it():
    box = BOX.format(table(row("1", "甲")))

    assert texts(read(f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>")) == [
        [["1", "甲"]]
    ]


def test_read_docx_reads_headers_first_and_notes_and_footers_last():
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>'
    mark = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
    )
    document = read(
        "<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id='1'/></w:r></w:p>",
        footer=paragraph("第1页"), header=paragraph("页眉"), footnotes=mark + note,
    )  # fmt: skip

    assert texts(document) == [("页眉",), ("正文",), ("注",), ("第1页",)]


def test_read_docx_reads_the_strict_form_too():
    assert texts(read_docx(docx(table(row("1", "甲")), strict=True), SOURCE)) == [[["1", "甲"]]]


def test_read_docx_properties_become_labels():
    document = read(
        paragraph("甲"),
        core="<dc:title>进度表</dc:title><dc:creator>督查室</dc:creator><dc:x>y</dc:x>",
    )

    assert document.labels == (("title", "进度表"), ("creator", "督查室"))


def test_read_docx_counts_pictures_and_comments():
    picture = '<w:p><w:r><w:drawing><pic xmlns="urn:p"/></w:drawing></w:r></w:p>'
    document = read(picture + paragraph("甲"), comments="<w:comment/>")

    assert codes(document) == ["pictures-not-read", "comments-not-read"]


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 broken", docx("")[:-30], docx("<w:p>").replace(b"document", b"documenu")]
)
def test_read_docx_refuses_what_is_not_whole(data):
    with pytest.raises(UnreadableSource) as refused:
        read_docx(data, SOURCE)

    assert refused.value.code in ("damaged", "odd-part-names")
