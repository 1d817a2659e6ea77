import pytest

from shishi.corpus import NotACorpus, list_folder, plan_jobs
from shishi.corpus.parts import write_parts
from shishi.corpus.tables import SCHEMAS
from tests.corpus.invented import fill


def plan(folder, out, **options):
    return plan_jobs(folder, out, list_folder(folder), **options)


def finish(out, jobs):
    for job in jobs:
        write_parts(out, job.bucket, {t: [] for t in SCHEMAS}, signature=job.signature)


def test_every_file_stands_in_one_job(tmp_path):
    fill(tmp_path / "in", 200)

    jobs, kept = plan(tmp_path / "in", tmp_path / "out")

    assert kept == 0
    assert len(jobs) == 7
    assert sorted(p for job in jobs for p in job.files) == [
        f.path for f in list_folder(tmp_path / "in")
    ]


def test_finished_jobs_are_not_planned_again(tmp_path):
    fill(tmp_path / "in", 200)
    jobs, _ = plan(tmp_path / "in", tmp_path / "out")
    finish(tmp_path / "out", jobs[:4])

    left, kept = plan(tmp_path / "in", tmp_path / "out")

    assert left == jobs[4:]
    assert kept == sum(len(job.files) for job in jobs[:4])


def test_a_changed_file_brings_back_its_job_only(tmp_path):
    files = fill(tmp_path / "in", 200)
    jobs, _ = plan(tmp_path / "in", tmp_path / "out")
    finish(tmp_path / "out", jobs)
    files[5].write_bytes(b"<table>")

    [again], kept = plan(tmp_path / "in", tmp_path / "out")

    assert files[5].name in again.files
    assert kept == 200 - len(again.files)


def test_another_rulebook_brings_back_every_job(tmp_path):
    fill(tmp_path / "in", 40)
    jobs, _ = plan(tmp_path / "in", tmp_path / "out")
    finish(tmp_path / "out", jobs)

    again, kept = plan(tmp_path / "in", tmp_path / "out", rulebook="demo")

    assert (len(again), kept) == (len(jobs), 0)


def test_parts_of_files_that_are_gone_go_too(tmp_path):
    [file] = fill(tmp_path / "in", 1)
    jobs, _ = plan(tmp_path / "in", tmp_path / "out")
    finish(tmp_path / "out", jobs)
    file.unlink()

    assert plan(tmp_path / "in", tmp_path / "out") == ([], 0)
    assert list((tmp_path / "out").rglob("*.parquet")) == []


def test_a_folder_that_outgrew_its_buckets_gets_more(tmp_path):
    fill(tmp_path / "in", 8)
    plan(tmp_path / "in", tmp_path / "out")
    fill(tmp_path / "in", 100)

    few, _ = plan(tmp_path / "in", tmp_path / "out")
    fill(tmp_path / "in", 300)
    many, _ = plan(tmp_path / "in", tmp_path / "out")

    assert (len(few), len(many)) == (1, 10)


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    fill(tmp_path / "in", 1)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("x")

    with pytest.raises(NotACorpus, match="not-empty"):
        plan(tmp_path / "in", tmp_path / "out")
    assert [f.name for f in (tmp_path / "out").iterdir()] == ["letter.txt"]
