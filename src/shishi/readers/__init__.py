"""Readers: bytes in, one Document out; no meaning. One file a format."""

from shishi.readers.reading import read, read_file

__all__ = ["read", "read_file"]
