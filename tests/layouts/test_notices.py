import pytest

from shishi.layouts.notices import read_notice
from shishi.places import Piece, Place, Text
from shishi.records import Role
from shishi.text.characters import Script


def texts(*lines):
    made = []
    for number, line in enumerate(lines, 1):
        place = Place(part="text 1", line=number, characters=(0, len(line)))
        made.append(Text(line, place, (Piece(0, len(line), place),)))
    return made


def read(*lines, before_table=0):
    return read_notice(texts(*lines), script=Script.SIMPLIFIED, before_table=before_table)


@pytest.mark.parametrize(
    "lines",
    [
        ("索引号:1130/2031-05", "发布机构:区府办"),
        ("索引号 1130/2031-05 发布机构 区府办",),
        ("索 引 号: 1130/2031-05", "发布机构", "区府办"),
        ("· 索引号:1130/2031-05", "· 发布机构:区府办"),
        ("索引号:1130/2031-05 | 发布机构:区府办",),
    ],
)
def test_labels_and_values_are_read_in_every_shape(lines):
    notice, roles = read(*lines)
    assert (notice.index_number.rstrip(" |"), notice.issuer) == ("1130/2031-05", "区府办")
    assert set(roles) == {Role.NOTICE}


@pytest.mark.parametrize(
    "line",
    [
        "时间已经不多",
        "区府办发布机构名录。",
        "编辑部搬迁完成",
        "各单位要公开方式方法",
        "来源于省级资金",
    ],
)
def test_sentence_with_a_label_word_is_no_notice(line):
    notice, roles = read(line)
    assert notice.printed == ()
    assert roles == [None]


@pytest.mark.parametrize("printed", ["2031-04-01", "2031年4月1日", "2031.4.1", "2031/04/01 09:30"])
def test_date_is_written_the_iso_way(printed):
    assert read(f"成文日期:{printed}")[0].document_date == "2031-04-01"


def test_date_that_is_none_stays_as_printed():
    assert read("成文日期:暂缺")[0].document_date == "暂缺"


def test_label_without_a_value_leaves_the_field_blank():
    notice, _ = read("文号:", "发布机构:区府办")
    assert (notice.document_number, notice.issuer) == ("", "区府办")


def test_label_without_a_field_is_kept_under_its_name():
    assert dict(read("所属类目:民生实事")[0].other) == {"所属类目": "民生实事"}


def test_first_of_two_values_counts_and_both_are_kept():
    notice, _ = read("发布日期:2031-05-02", "发布日期:2031-05-03")
    assert notice.publication_date == "2031-05-02"
    assert len(notice.printed) == 2


def test_attachments_are_listed():
    assert read("附件:分解表.xlsx", "附件:说明.docx")[0].attachments == ("分解表.xlsx", "说明.docx")


def test_title_before_the_table_goes_before_one_after_it():
    first, last = "2031年云溪区民生实事项目表", "2031年云溪区民生实事项目进展情况"
    notice, roles = read(first, last, before_table=1)
    assert (notice.title, roles) == (first, [Role.TITLE, None])


def test_title_after_the_table_is_taken_where_none_stands_before():
    assert read("区府办", "2031年云溪区民生实事项目表", before_table=1)[0].title.startswith(
        "2031年"
    )


def test_furniture_is_named_and_other_text_is_left():
    assert read("打印", "请各单位认真落实。")[1] == [Role.FURNITURE, None]


def test_value_maps_back_to_its_characters():
    line = "索引号:1130/2031-05 发布机构:区府办"
    notice, _ = read(line)
    for _, value in notice.printed:
        start, end = value.pieces[0].place.characters
        assert line[start:end] == value.value


@pytest.mark.parametrize("blank", ["无", "/", "— —", "——", "-"])
def test_value_that_says_there_is_none_is_blank_and_kept_as_printed(blank):
    notice, _ = read(f"文号:{blank}", "有效性:有效")
    assert (notice.document_number, notice.validity) == ("", "有效")
    assert notice.printed[0][1].value == blank


def test_labels_with_colons_that_touch_the_values_before_them_are_parted():
    notice, _ = read("索引号:1130/2031-5发布机构:区府办成文日期:2031-10-08文号:云政办〔2031〕18号")
    assert (notice.index_number, notice.issuer) == ("1130/2031-5", "区府办")
    assert (notice.document_date, notice.document_number) == ("2031-10-08", "云政办〔2031〕18号")


@pytest.mark.parametrize("label", ["信息索取号", "索引编码", "索 引 号", "信息索引号"])
def test_index_number_has_many_labels(label):
    assert read(f"{label}:1130/2031-5")[0].index_number == "1130/2031-5"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("附件:1.进展情况明细表.xlsx", ("进展情况明细表.xlsx",)),
        ("附件2:点位清单.docx", ("点位清单.docx",)),
        ("2.照片.zip", ("照片.zip",)),
        ("附件:https://www.example.org/a/b.pdf", ("https://www.example.org/a/b.pdf",)),
        ("附件:责任分解表", ("责任分解表",)),
    ],
)
def test_attachment_is_named(line, names):
    assert read(line)[0].attachments == names


@pytest.mark.parametrize("line", ["附件下载", "详见各单位网站", "3.5公里,文档齐全"])
def test_line_that_names_no_file_is_no_attachment(line):
    assert read(line)[0].attachments == ()
