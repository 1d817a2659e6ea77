from __future__ import annotations

from pathlib import Path

import pytest

from shishi.errors import LayoutError
from shishi.writers.office.load import list_layouts, load_layout

GOOD = """
name = "云溪"
title = "{year}年云溪区{report}进展"

[[columns]]
field = "item"
word = "项目"

[[columns]]
word = "责任人"
width = 5
"""


def write(folder: Path, text: str) -> str:
    file = folder / "云溪.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("name", list_layouts())
def test_a_layout_of_the_package_loads_under_its_own_name(name: str) -> None:
    assert load_layout(name).name == name


def test_a_layout_of_ones_own_needs_a_name_a_title_and_an_item(tmp_path: Path) -> None:
    layout = load_layout(write(tmp_path, GOOD))

    assert [(c.field, c.word, c.width) for c in layout.columns] == [
        ("item", "项目", 10),
        (None, "责任人", 5),
    ]
    assert (layout.paper.landscape, layout.paper.width) == (True, 225)


@pytest.mark.parametrize(
    ("found", "written", "key"),
    [
        ('name = "云溪"', "", "name"),
        ('name = "云溪"', "name = 3", "name"),
        ("{report}", "{month}", "title"),
        ("{report}", "{", "title"),
        ('field = "item"', 'field = "project"', "columns[1].field"),
        ('field = "item"', 'field = "status"', "columns"),
        ('word = "责任人"', "", "columns[2].word"),
        ("width = 5", "width = 0", "columns[2].width"),
        ("width = 5", "width = true", "columns[2].width"),
        ("width = 5", "colour = 5", "columns[2].colour"),
        ("width = 5", 'align = "middle"', "columns[2].align"),
        ("width = 5", "merged = 1", "columns[2].merged"),
        ('word = "责任人"', 'field = "item"', "columns"),
        ('name = "云溪"', 'name = "云溪"\nfont = 1', "font"),
        ('name = "云溪"', 'name = "云溪"\nabove = "单位:万元"', "above"),
        ('name = "云溪"', 'name = "云溪"\nabove = [1]', "above"),
        ('name = "云溪"', 'name = "云溪"\nabove = ["{money}"]', "above"),
        ('name = "云溪"', 'name = "云溪"\nsizes = { body = 4 }', "sizes.body"),
        ('name = "云溪"', 'name = "云溪"\nsizes = { body = 10.2 }', "sizes.body"),
        ('name = "云溪"', 'name = "云溪"\npage = { orientation = "wide" }', "page.orientation"),
        ('name = "云溪"', 'name = "云溪"\npage = 4', "page"),
        ('name = "云溪"', 'name = "云溪', "file"),
    ],
)
def test_a_wrong_key_is_named_with_what_to_write(
    tmp_path: Path, found: str, written: str, key: str
) -> None:
    assert found in GOOD
    with pytest.raises(LayoutError) as caught:
        load_layout(write(tmp_path, GOOD.replace(found, written)))

    assert (caught.value.file, caught.value.key) == ("云溪.toml", key)
    assert caught.value.line("zh").startswith(f"云溪.toml：{key}：")
    assert caught.value.line("en").startswith(f"云溪.toml: {key}: ")


def test_a_layout_without_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="columns"):
        load_layout(write(tmp_path, 'name = "云溪"\ntitle = ""\n'))


def test_a_layout_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "云溪.toml"
    file.write_bytes(GOOD.encode("gb18030"))

    with pytest.raises(LayoutError, match="UTF-8"):
        load_layout(str(file))


@pytest.mark.parametrize("name", ["没有", "没有.toml", "/"])
def test_a_layout_that_is_not_there_names_those_that_are(name: str) -> None:
    with pytest.raises(LayoutError, match="beilun-month"):
        load_layout(name)
