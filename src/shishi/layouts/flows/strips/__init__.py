"""Rows whose cells stand on one line without bars: parted by single spaces, or by nothing at all."""
