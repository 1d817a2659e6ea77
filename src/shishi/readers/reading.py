"""Read any source: bytes or a file in, one Document out, or a plain word on why not."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import replace
from pathlib import Path

from shishi.findings import About, Finding, Severity
from shishi.places import Place, Source
from shishi.readers.document import Document
from shishi.readers.plain.pasted import read_pasted
from shishi.readers.plain.rows import WHITE
from shishi.readers.refusals import refuse
from shishi.readers.sniff import decode, guess_format, is_encrypted
from shishi.readers.web.guard import MOST_BYTES
from shishi.readers.web.html import read_html

_READERS = {"html": read_html, "text": read_pasted}


def read(data: bytes, name: str) -> Document:
    """Read one source: pasted text or a web page, told apart by content and not by name.

    The encoding is sniffed; characters that could not be decoded stand as U+FFFD, with a finding.
    Raises UnreadableSource with the code empty, no-text, binary, image, encrypted, too-big, unsupported,
    tag-too-long, too-deep or too-many-cells.

    >>> read("序号\\n\\n1".encode(), "list.txt").source.format
    'text'
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
    if kind not in _READERS:
        raise refuse(name, "unsupported", format=kind)
    text, encoding = decode(data)
    if not text.strip(WHITE):
        raise refuse(name, "empty")
    source = Source(name, kind, hashlib.sha256(data).hexdigest())
    document = _READERS[kind](text, source)
    if not document.parts:
        raise refuse(name, "no-text")
    return replace(document, findings=(*document.findings, *_lost(text, encoding)))


def read_file(path: str | Path) -> Document:
    """Read a file; its name in the source is the last part of the path.

    Raises UnreadableSource as read() does, and missing, directory, special, forbidden, unopenable.
    """
    path = Path(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refuse(str(path), "directory")
        if not stat.S_ISREG(status.st_mode):
            raise refuse(str(path), "special")
        if status.st_size > MOST_BYTES:
            raise refuse(str(path), "too-big", size=status.st_size, limit=MOST_BYTES)
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise refuse(str(path), "missing") from None
    except PermissionError:
        raise refuse(str(path), "forbidden") from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise refuse(str(path), "unopenable", detail=error) from error
    return read(data, path.name)


def _lost(text: str, encoding: str) -> tuple[Finding, ...]:
    lost = text.count("\ufffd")
    if not lost:
        return ()
    facts = {"count": lost, "encoding": encoding}
    return (Finding("characters-lost", About.READING, Severity.ASKS, Place(), facts),)
