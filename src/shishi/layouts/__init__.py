"""Layouts: which part of a Document is a project table, and its rows as Records."""

from shishi.layouts.layout import Layout
from shishi.layouts.page import extract, recognize

__all__ = ["Layout", "extract", "recognize"]
