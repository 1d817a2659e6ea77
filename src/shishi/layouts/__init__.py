"""Layouts: which part of a Document is a project table, and its rows as Records."""

from shishi.layouts.layout import Layout
from shishi.layouts.page import extract, recognize
from shishi.layouts.words.dialect import MEANINGS, ColumnName, parse_meanings

__all__ = ["MEANINGS", "ColumnName", "Layout", "extract", "parse_meanings", "recognize"]
