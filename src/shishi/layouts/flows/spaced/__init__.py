"""Rows that stand on lines, their cells parted by single spaces, so that a blank cell leaves no trace."""
