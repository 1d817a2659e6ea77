import pytest

from shishi.layouts.words.notes import begins_note, is_caption, is_furniture, is_title


@pytest.mark.parametrize(
    "line",
    [
        "云溪区2031年民生实事项目9月进度表",
        "2031年区政府工作主要任务分解(部分)",
        "2030年度县民生实事未完成项目进度表(截至10月31日)",
        "为民办实事项目推进情况",
        "2031年度区政府实事工程任务清单及责任分工",
        "2031年民生实事项目及任务分工",
    ],
)
def test_title_of_a_table_is_told(line):
    assert is_title(line)


@pytest.mark.parametrize(
    "line",
    [
        "2031年完成民生实事项目验收。",
        "2031年新建公园,改造绿道项目",
        "进度表",
        "牵头单位",
        "2031年",
        "二、城乡建设",
        "年度目标任务责任分工",
        "序号实事项目责任分工",
        "实事" * 40 + "进度表",
    ],
)
def test_sentence_or_other_line_is_no_title(line):
    assert not is_title(line)


@pytest.mark.parametrize(
    "line",
    [
        *("填报说明:1.如实填写", "注:数据截至9月底", "备注:空格不填", "扫一扫"),
        *("填表日期:2031-10-08", "制表单位:区政府办公室", "联系电话:0571-12345678", "审核人:"),
    ],
)
def test_note_below_a_table_is_told(line):
    assert begins_note(line)


@pytest.mark.parametrize(
    "line",
    [
        "说明会已召开",
        "备注",
        "注意防汛工程",
        "1",
        "编制说明书初稿",
        "联系群众:走访3户",
        "审核资料:12份",
        "完成时间:12月底",
    ],
)
def test_cell_is_no_note(line):
    assert not begins_note(line)


@pytest.mark.parametrize("line", ["打印", "当前位置:首页>公开", "【字号:大中小】", "分享到:微信"])
def test_furniture_of_a_web_page_is_told(line):
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["打印机更新12台", "大型公园", "区教育局", "微信办理业务上线"])
def test_words_of_a_table_are_no_furniture(line):
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "图为泵站通水现场",
        "图1:泵站通水",
        "图2泵站夜景",
        "泵站通水(顾舟摄)",
        "泵站通水(记者顾舟摄影)",
        "泵站通水(区融媒体中心供图)",
    ],
)
def test_line_below_a_photo_is_told(line):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "采集完证件影像(含拍摄)",
        "学生免费照相(入校拍摄)",
        "5口岸整治区公安局新增航拍(含拍摄)",
        "5口岸整治区公安局完成拍照(顾舟摄)",
        "图3已张榜公布",
        "完成巡查(夜间航拍摄影)",
    ],
)
def test_cell_that_speaks_of_photos_is_no_line_below_one(line):
    assert not is_caption(line)
    assert not begins_note(line)
