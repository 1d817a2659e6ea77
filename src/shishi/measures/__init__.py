"""Measures: quantities and dated steps out of printed Chinese."""
