import os

from shishi.corpus import list_folder


def test_files_of_all_folders_are_listed_in_one_order(folder):
    listed = [file.path for file in list_folder(folder)]

    assert len(listed) == 9
    assert listed == sorted(listed)
    assert listed[-1] == "乡镇/006.html"


def test_a_file_that_changes_is_listed_with_another_size_or_time(folder):
    before = list_folder(folder)
    (folder / "001.html").write_bytes(b"<table>")

    assert [a.path for a, b in zip(before, list_folder(folder), strict=True) if a != b] == [
        "001.html"
    ]


def test_links_hidden_files_pipes_and_the_results_are_left_out(folder):
    before = list_folder(folder)
    (folder / "link.html").symlink_to(folder / "001.html")
    (folder / "loop").symlink_to(folder)
    (folder / ".hidden").write_text("x")
    os.mkfifo(folder / "pipe")
    (folder / "out").mkdir()
    (folder / "out" / "part.parquet").write_text("x")

    assert list_folder(folder, without=folder / "out") == before
    assert len(list_folder(folder)) == len(before) + 1
