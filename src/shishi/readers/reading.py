"""Read any source: bytes or a file in, one Document out, or a plain word on why not."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import replace
from pathlib import Path

from shishi.findings import About, Finding, Severity
from shishi.places import Place, Source
from shishi.readers.collecting import collecting_later
from shishi.readers.compound import check_rich_text, check_streams, find_streams
from shishi.readers.document import Document
from shishi.readers.formats import BINARY, CONVERTED, TEXT, ZIPPED
from shishi.readers.mojibake import find_mojibake
from shishi.readers.packages.contents import check_contents
from shishi.readers.packages.package import open_package
from shishi.readers.plain.rows import WHITE
from shishi.readers.refusals import refuse
from shishi.readers.sniff import decode, guess_format, is_encrypted
from shishi.readers.web.guard import MOST_BYTES


def read(data: bytes, name: str) -> Document:
    """Read one source in this process: any format of formats.py, told by content and not by name.

    The encoding is sniffed; characters that could not be decoded stand as U+FFFD, with a finding. A
    file that a stranger sent is read apart instead: read_apart().
    Raises UnreadableSource; its code says why, its remedy what to do (data/messages/readers.toml).

    >>> read("序号\\n\\n1".encode(), "list.txt").source.format
    'text'
    """
    kind = tell_format(data, name)
    if kind not in CONVERTED:
        return read_as(kind, data, name)
    from shishi.readers.office import convert

    made = convert(data, kind, name)
    document = read_as(tell_format(made, name), made, name)
    return replace(document, source=Source(name, kind, hashlib.sha256(data).hexdigest()))


def tell_format(data: bytes, name: str) -> str:
    """Tell the format of a source that can be read; raise UnreadableSource for any other.

    What is refused whatever the format: too big, empty, locked, a picture, and office files that
    carry macros, objects, links or more than their size lets expect.
    """
    if len(data) > MOST_BYTES:
        raise refuse(name, "too-big", size=len(data), limit=MOST_BYTES)
    if not data.strip(b"\0 \t\r\n"):
        raise refuse(name, "empty")
    kind = guess_format(data, name)
    if is_encrypted(data, kind):
        raise refuse(name, "encrypted")
    if kind in ("binary", "image"):
        raise refuse(name, kind)
    if kind in ("zip", *ZIPPED):
        check_contents(open_package(data, name), kind)
    if kind in ("xls", "doc", "ole"):
        check_streams(data, name)
    if kind == "ole" and len(set(find_streams(data))) < 2:  # its directory is gone
        raise refuse(name, "damaged")
    if kind == "ole":
        raise refuse(name, "unsupported-ole")
    if kind == "rtf":
        check_rich_text(data, name)
    if kind not in BINARY and kind not in TEXT and kind not in CONVERTED:
        raise refuse(name, "unsupported", format=kind)
    return kind


@collecting_later()
def read_as(kind: str, data: bytes, name: str) -> Document:
    """Read a source whose format has been told by tell_format; see read."""
    source = Source(name, kind, hashlib.sha256(data).hexdigest())
    lost: tuple[Finding, ...] = ()
    if kind in TEXT:
        text, encoding = decode(data)
        if not text.strip(WHITE):
            raise refuse(name, "empty")
        document = TEXT[kind](text, source)
        lost = (*_lost(text, encoding), *find_mojibake(text, encoding))
    else:
        try:
            document = BINARY[kind](data, source)
        except (MemoryError, RecursionError):
            raise refuse(name, "too-much-memory") from None
    if not document.parts and not document.aside:
        raise refuse(name, "no-text" if kind == "html" else "no-words")
    return replace(document, findings=(*document.findings, *lost))


def read_file(path: str | Path) -> Document:
    """Read a file; its name in the source is the last part of the path.

    Raises UnreadableSource as read() does, and missing, directory, special, forbidden, unopenable.
    """
    return read(load_file(path), Path(path).name)


def load_file(path: str | Path) -> bytes:
    """Give the bytes of a regular file that is not too big. Raises UnreadableSource as read_file."""
    path = Path(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refuse(str(path), "directory")
        if not stat.S_ISREG(status.st_mode):
            raise refuse(str(path), "special")
        if status.st_size > MOST_BYTES:
            raise refuse(str(path), "too-big", size=status.st_size, limit=MOST_BYTES)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise refuse(str(path), "missing") from None
    except PermissionError:
        raise refuse(str(path), "forbidden") from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise refuse(str(path), "unopenable", detail=error) from error


def _lost(text: str, encoding: str) -> tuple[Finding, ...]:
    lost = text.count("\ufffd")
    if not lost:
        return ()
    facts = {"count": lost, "encoding": encoding}
    return (Finding("characters-lost", About.READING, Severity.ASKS, Place(), facts),)
