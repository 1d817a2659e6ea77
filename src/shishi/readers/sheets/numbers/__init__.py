"""Numbers: what a spreadsheet shows for a number, by the format code of its cell."""

from shishi.readers.sheets.numbers.showing import (
    UnknownFormat,
    plain_number,
    show_number,
    show_text,
)

__all__ = ["UnknownFormat", "plain_number", "show_number", "show_text"]
