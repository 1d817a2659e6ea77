"""The command line: read, extract, check, assess."""

from shishi.cli.door import main

__all__ = ["main"]
