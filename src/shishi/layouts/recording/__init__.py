"""Rows as cut → Records: cells taken into a draft, what merged cells reach, sections, shared items."""
