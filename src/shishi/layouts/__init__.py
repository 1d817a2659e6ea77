"""Layouts: which part of a Document is a project table, and its rows as Records."""
