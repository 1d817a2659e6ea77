"""Readers: bytes in, one Document out; no meaning. One file a format."""

from shishi.readers.apart.front import list_kept, read_apart, try_confinement
from shishi.readers.reading import load_file, read, read_file

__all__ = ["list_kept", "load_file", "read", "read_apart", "read_file", "try_confinement"]
