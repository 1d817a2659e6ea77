"""The public site for whoever has no web server yet: files of the current release, and nothing else.

A WSGI application without Django. Behind it stands the folder SHISHI_HOME/site/current, which is
looked up for each request, so that the next release is served from the moment it is swapped in.
"""

from __future__ import annotations

import hashlib
import mimetypes
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

StartResponse = Callable[..., Any]

_TEXT = ("text/", "application/json", "application/xml", "image/svg+xml")
_ALWAYS = [
    ("Content-Security-Policy", "default-src 'self'; script-src 'none'; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
]


def application(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    """Answer GET and HEAD from the current release; 404 for everything that is not a file of it."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return _answer(start_response, "405 Method Not Allowed", [("Allow", "GET, HEAD")])
    site = current_site()
    path = str(environ.get("PATH_INFO", "/")).encode("latin-1").decode("utf-8", "replace")
    found = find_file(site, path) if site else None
    if site is None or found is None:
        return _answer(start_response, "404 Not Found", [], body=b"404")
    if found.is_dir():
        return _answer(start_response, "301 Moved Permanently", [("Location", _slashed(environ))])
    data = found.read_bytes()
    headers = [("Content-Type", type_of(found)), *_by_folder(found.relative_to(site).parts[0])]
    tag = f'"{hashlib.sha256(data).hexdigest()[:24]}"'
    headers.append(("ETag", tag))
    if environ.get("HTTP_IF_NONE_MATCH") == tag:
        return _answer(start_response, "304 Not Modified", headers)
    headers.append(("Content-Length", str(len(data))))
    body = b"" if environ["REQUEST_METHOD"] == "HEAD" else data
    return _answer(start_response, "200 OK", headers, body=body)


def current_site() -> Path | None:
    """Give the folder of the current release, links followed; None while nothing is published."""
    home = Path(os.environ.get("SHISHI_HOME", "var")).resolve()
    site = home / "site" / "current"
    return site.resolve() if site.is_dir() else None


def find_file(site: Path, path: str) -> Path | None:
    """Find the file that a path of an address means; a folder means its index.html.

    A folder asked for without the slash is given itself. None for what is not there, for names that
    begin with a dot, and for whatever would lead out of the site, links included.
    """
    pieces = [piece for piece in path.split("/") if piece]
    if any(p.startswith(".") or "\\" in p or "\0" in p for p in pieces):
        return None
    found = site.joinpath(*pieces)
    try:
        inside = found.resolve(strict=True)
    except (OSError, ValueError):
        return None
    if not inside.is_relative_to(site):
        return None
    if inside.is_dir():
        if not path.endswith("/"):
            return inside
        index = inside / "index.html"
        return index if index.is_file() and not index.is_symlink() else None
    return inside if inside.is_file() and not path.endswith("/") else None


def type_of(file: Path) -> str:
    """Name the type of a file for a browser; texts are UTF-8.

    >>> type_of(Path("index.html")), type_of(Path("SHA256SUMS"))
    ('text/html; charset=utf-8', 'text/plain; charset=utf-8')
    """
    known = mimetypes.types_map.get(file.suffix.lower(), "text/plain")
    return f"{known}; charset=utf-8" if known.startswith(_TEXT) else known


def _by_folder(top: str) -> list[tuple[str, str]]:
    """Say how long a file may be kept, and that the open data are for everybody's programs."""
    # Names under assets/ carry the digest of what is in them (docs/operators.md).
    kept = "public, max-age=31536000, immutable" if top == "assets" else "no-cache"
    headers = [("Cache-Control", kept)]
    return [*headers, ("Access-Control-Allow-Origin", "*")] if top == "data" else headers


def _slashed(environ: dict[str, Any]) -> str:
    """Give the path of this request with a slash at its end, never the name of another host."""
    path = str(environ["PATH_INFO"]).encode("latin-1")
    return "/" + quote(path).strip("/") + "/"


def _answer(
    start_response: StartResponse,
    status: str,
    headers: list[tuple[str, str]],
    *,
    body: bytes = b"",
) -> Iterable[bytes]:
    if not any(name == "Content-Length" for name, _ in headers) and not status.startswith("304"):
        headers = [*headers, ("Content-Length", str(len(body)))]
    if body and not any(name == "Content-Type" for name, _ in headers):
        headers = [*headers, ("Content-Type", "text/plain; charset=utf-8")]
    start_response(status, [*headers, *_ALWAYS])
    return [body]
