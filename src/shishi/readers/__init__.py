"""Readers: bytes in, one Document out; no meaning. One file a format."""

from shishi.readers.apart.front import read_apart
from shishi.readers.reading import load_file, read, read_file

__all__ = ["load_file", "read", "read_apart", "read_file"]
