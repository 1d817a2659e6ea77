"""What must hold before the office opens, as system checks: each with an id and what to do about it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connection

LEAST_ARGON_KIB = 19 * 1024
MOST_ARGON_KIB = 128 * 1024
"""Less is guessed too quickly (OWASP: 19 MiB); more, and thirty people signing in fill the memory."""


@register(Tags.security)
def check_open_doors(**_: Any) -> list[CheckMessage]:
    """Refuse settings with which an office must not be reached at all."""
    return list(_find_open_doors())


def _find_open_doors() -> Iterator[CheckMessage]:
    if settings.DEBUG:
        yield Error(
            "DEBUG is on.", hint="Leave DEBUG = False: it shows the inside.", id="shishi.E001"
        )
    if any("*" in host or host.startswith(".") for host in settings.ALLOWED_HOSTS):
        hint = "Name every host in SHISHI_HOSTS, parted by commas."
        yield Error("ALLOWED_HOSTS lets in any name.", hint=hint, id="shishi.E002")
    if not [host for host in settings.ALLOWED_HOSTS if host.strip()]:
        hint = "Name the hosts in SHISHI_HOSTS, or leave it out for this machine only."
        yield Error("ALLOWED_HOSTS lets in nobody.", hint=hint, id="shishi.E003")
    if len(settings.SECRET_KEY) < 50:
        hint = "Leave SHISHI_SECRET_KEY out: a key is made and kept in SHISHI_HOME."
        yield Error("The secret key has fewer than 50 characters.", hint=hint, id="shishi.E004")
    if not settings.HTTPS and not _is_loopback(settings.ALLOWED_HOSTS):
        hint = "Leave SHISHI_HTTPS out behind an HTTPS front; 0 is for this machine only."
        yield Error("Passwords would cross the network in the clear.", hint=hint, id="shishi.E005")


def _is_loopback(hosts: list[str]) -> bool:
    return set(hosts) <= {"127.0.0.1", "localhost", "[::1]"}


@register(Tags.security)
def check_secret_key_file(**_: Any) -> list[CheckMessage]:
    """Warn where others on the machine can read the key that signs sessions."""
    file = Path(settings.HOME) / "secret-key"
    if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077:
        hint = f"Run: chmod 600 {file}"
        return [Warning("Others may read the secret key.", hint=hint, id="shishi.W006")]
    return []


@register(Tags.security)
def check_password_hasher(**_: Any) -> list[CheckMessage]:
    """Hold the password hash to a memory that is neither too little nor too much."""
    from django.contrib.auth.hashers import Argon2PasswordHasher, get_hasher

    hasher = get_hasher()
    if not isinstance(hasher, Argon2PasswordHasher):
        hint = "Put shishi.web.passwords.Argon2 first in PASSWORD_HASHERS."
        return [Error("Passwords are not kept with Argon2.", hint=hint, id="shishi.E007")]
    if not LEAST_ARGON_KIB <= hasher.memory_cost <= MOST_ARGON_KIB:
        said = f"Argon2 takes {hasher.memory_cost // 1024} MiB for each sign-in."
        hint = f"Between {LEAST_ARGON_KIB // 1024} and {MOST_ARGON_KIB // 1024} MiB."
        return [Warning(said, hint=hint, id="shishi.W008")]
    return []


PRAGMAS = {
    "journal_mode": ("wal", "readers would wait for writers"),
    "synchronous": (2, "a report could be lost in a power cut after we said it was kept"),
    "foreign_keys": (1, "a report could point to nothing"),
}
"""What SQLite must say of itself, and what would happen otherwise; 2 is FULL."""


@register(Tags.database)
def check_database(databases: list[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Ask the database itself whether what it acknowledges is kept; only where it is asked for."""
    if not databases:
        return []
    if connection.vendor == "sqlite":
        return list(_find_pragmas(_ask_sqlite())) + list(_find_network(connection.settings_dict))
    return list(_find_durability(_ask_postgres()))


def _ask_sqlite() -> dict[str, object]:
    with connection.cursor() as cursor:
        return {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}


def _find_pragmas(told: Mapping[str, object]) -> Iterator[CheckMessage]:
    for name, (wanted, otherwise) in PRAGMAS.items():
        if told[name] != wanted:
            hint = f"Set PRAGMA {name} to {wanted} in the database's init_command."
            said = f"SQLite runs with {name} = {told[name]}: {otherwise}."
            yield Error(said, hint=hint, id="shishi.E009")
    if connection.transaction_mode != "IMMEDIATE":
        hint = 'Set "transaction_mode": "IMMEDIATE" in the database\'s OPTIONS.'
        yield Error("SQLite begins transactions late.", hint=hint, id="shishi.E010")


def _find_network(told: Mapping[str, Any]) -> Iterator[CheckMessage]:
    folder = Path(str(told["NAME"])).parent
    if folder.is_dir() and not os.access(folder, os.W_OK):
        hint = f"Let the program write in {folder}: SQLite keeps its log beside the file."
        yield Error("SQLite cannot write its log.", hint=hint, id="shishi.E011")


SAFE = {"fsync": {"on"}, "synchronous_commit": {"on", "remote_write", "remote_apply"}}


def _ask_postgres() -> dict[str, str]:
    told = {}
    with connection.cursor() as cursor:
        for name in SAFE:
            cursor.execute("SELECT current_setting(%s)", [name])
            told[name] = cursor.fetchone()[0]
    return told


def _find_durability(told: Mapping[str, str]) -> Iterator[CheckMessage]:
    for name, wanted in SAFE.items():
        if told[name] not in wanted:
            said = f"PostgreSQL runs with {name} = {told[name]}: what it acknowledges may be lost."
            hint = f"Set {name} = on in postgresql.conf."
            yield Error(said, hint=hint, id="shishi.E012")
