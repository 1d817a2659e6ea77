import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest

from shishi.corpus import Tally, ask, children, list_folder, plan_jobs, read_folder
from shishi.corpus.children import BucketFailed, work_apart
from shishi.corpus.work import drive, local_workers
from tests.corpus.invented import COMMAND


def run(folder, out, **options):
    with local_workers(2) as executor:
        return list(read_folder(folder, out, executor=executor, **options))


def prints(out):
    files = sorted(file for file in out.rglob("*") if file.is_file())
    return {f.relative_to(out): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def test_a_folder_becomes_rows_that_name_their_file(folder, tmp_path):
    *_, last = run(folder, tmp_path / "out")

    assert last.total == last.files == 9
    assert last.records == 18
    answer = ask(
        tmp_path / "out",
        "select n.source, n.format, n.records, r.item, r.lead_units, r.investment, r.row"
        " from notices n join records r using (source) where r.order = 1 order by n.source",
    )
    assert answer.rows[0] == (
        *("001.html", "html", 2, "新建口袋公园3个"),
        *(["住建局"], Decimal("12505000"), 1),
    )
    assert len(answer.rows) == 9


def test_numbers_steps_and_findings_stand_in_tables_of_their_own(folder, tmp_path):
    run(folder, tmp_path / "out", check=True)
    out = tmp_path / "out"

    [(value, unit, comparator)] = ask(
        out,
        "select value, unit, comparator from measures"
        " where source = '001.html' and \"order\" = 2 and field = 'progress'",
    ).rows
    assert (value, unit, comparator) == (260, "张", "=")
    assert ask(out, "select distinct event, period from milestones").rows == (("开工", "2031-09"),)
    assert ask(
        out, "select count(*) from findings where code = 'status-not-in-vocabulary'"
    ).rows == ((9,),)


def test_rules_are_asked_only_where_they_are_wanted(folder, tmp_path):
    run(folder, tmp_path / "out")
    assert ask(tmp_path / "out", "select count(*) from findings where about = 'content'").rows == (
        (0,),
    )

    *_, last = run(folder, tmp_path / "out", check=True)
    assert (last.files, last.kept) == (9, 0)


def test_a_second_run_reads_nothing_and_changes_no_byte(folder, tmp_path):
    run(folder, tmp_path / "out")
    before = prints(tmp_path / "out")

    assert run(folder, tmp_path / "out") == [Tally(total=9, kept=9)]
    assert prints(tmp_path / "out") == before


def test_a_run_that_was_broken_off_ends_with_the_same_bytes(folder, tmp_path):
    run(folder, tmp_path / "whole")
    jobs, _ = plan_jobs(folder, tmp_path / "out", list_folder(folder))
    with local_workers(1) as executor:
        next(drive(executor, jobs[:1], window=1))
    next(iter((tmp_path / "out" / "notices").iterdir())).unlink()

    run(folder, tmp_path / "out")

    assert prints(tmp_path / "out") == prints(tmp_path / "whole")


def test_a_file_that_cannot_be_read_stands_in_the_findings_and_costs_no_other(folder, tmp_path):
    (folder / "empty.html").write_bytes(b"")
    (folder / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))

    *_, last = run(folder, tmp_path / "out")

    assert (last.files, last.refused, last.records) == (11, 2, 18)
    assert ask(
        tmp_path / "out", "select source, refused from notices where refused is not null order by 1"
    ).rows == (
        ("empty.html", "empty"),
        ("picture.html", "image"),
    )
    assert ask(
        tmp_path / "out", "select count(*) from findings where message like '文件是空的%'"
    ).rows == ((1,),)


@pytest.mark.parametrize(
    ("name", "code"),
    [("bomb", "reader-crashed"), ("sloth", "too-long"), ("giant", "too-much-memory")],
)
def test_a_file_that_kills_its_reader_loses_only_itself(folder, tmp_path, monkeypatch, name, code):
    monkeypatch.setattr(children, "COMMAND", COMMAND)
    (folder / f"{name}.html").write_bytes(b"<table><tr><td>1</table>")
    [job], _ = plan_jobs(folder, tmp_path / "out", list_folder(folder))

    counts = work_apart(job)

    assert (counts["files"], counts["refused"], counts["records"]) == (10, 1, 18)
    assert ask(
        tmp_path / "out", "select source, refused from notices where refused is not null"
    ).rows == ((f"{name}.html", code),)


def test_a_child_that_says_nothing_for_too_long_is_given_up(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(children, "COMMAND", COMMAND)
    (folder / "dreamer.html").write_bytes(b"<table>")
    asleep = folder / "dreamer.asleep"
    waits = set()

    def select(readers, writers, others, seconds):
        """Be a clock on which the time is over once the child sleeps and has said all it had to."""
        waits.add(seconds)
        while not (ready := honest(readers, writers, others, 0.01))[0]:
            if asleep.exists() and not (ready := honest(readers, writers, others, 0))[0]:
                asleep.unlink()
                return [], [], []
        return ready

    honest = children.select.select
    monkeypatch.setattr(children, "select", SimpleNamespace(select=select))
    [job], _ = plan_jobs(folder, tmp_path / "out", list_folder(folder))

    counts = work_apart(job, seconds=7)

    assert (counts["refused"], counts["records"]) == (1, 18)
    assert 7 in waits
    assert ask(
        tmp_path / "out", "select source, refused from notices where refused is not null"
    ).rows == (("dreamer.html", "too-long"),)


def test_two_killers_in_one_bucket_lose_only_themselves(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(children, "COMMAND", COMMAND)
    for name in ("bomb1.html", "bomb2.html"):
        (folder / name).write_bytes(b"<table>")
    [job], _ = plan_jobs(folder, tmp_path / "out", list_folder(folder))

    assert work_apart(job)["records"] == 18


def test_without_the_memory_of_lost_files_a_killer_is_met_for_ever(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(children, "COMMAND", COMMAND)
    monkeypatch.setattr(children, "replace", lambda job, **changes: replace(job))
    (folder / "bomb.html").write_bytes(b"<table>")
    [job], _ = plan_jobs(folder, tmp_path / "out", list_folder(folder))
    deaths = []
    honest = children.Child.work

    def work(self, job, *, seconds):
        if len(deaths) == 3:
            raise AssertionError("died three times over the same file")
        deaths.append(job)
        return honest(self, job, seconds=seconds)

    monkeypatch.setattr(children.Child, "work", work)
    with pytest.raises(AssertionError, match="three times"):
        work_apart(job)


def test_a_child_that_dies_over_no_file_is_no_files_fault(folder, tmp_path):
    [job], _ = plan_jobs(folder, tmp_path / "out", list_folder(folder))
    (tmp_path / "out" / "records").write_text("where a folder should be")

    with pytest.raises(BucketFailed):
        work_apart(replace(job, files=()))


def test_any_executor_does(folder, tmp_path):
    with ThreadPoolExecutor(1) as executor:
        *_, last = read_folder(folder, tmp_path / "out", executor=executor, width=1)

    assert last.files == 9


def test_file_names_in_another_encoding_are_kept_readable(folder, tmp_path):
    odd = folder / b"\xd0\xc2.html".decode("utf-8", "surrogateescape")
    odd.write_bytes((folder / "001.html").read_bytes())

    run(folder, tmp_path / "out")

    assert ask(
        tmp_path / "out", "select count(*) from records where source = '\\xd0\\xc2.html'"
    ).rows == ((2,),)
