"""Cells that list units: broken names mended, lists split, starred leads told from supporters."""
