"""Readers: bytes in, one Document out; no meaning. One file a format."""
