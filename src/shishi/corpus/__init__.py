"""Corpus: a folder of tables, read at once into Parquet parts that can be asked in SQL."""

from __future__ import annotations

from shishi.corpus.folder import list_folder
from shishi.corpus.plan import NotACorpus, plan_jobs
from shishi.corpus.questions import Answer, BadQuestion, ask
from shishi.corpus.work import Tally, read_folder

__all__ = [
    "Answer",
    "BadQuestion",
    "NotACorpus",
    "Tally",
    "ask",
    "list_folder",
    "plan_jobs",
    "read_folder",
]
