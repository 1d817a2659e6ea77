"""Confinement: take from this process the network, the disk and the secrets, as far as the kernel lets.

Three things that need no rights: a network namespace of its own (nothing in it, not even the
loopback), Landlock (no file made or changed, none read but the program's own), and an empty
environment. Where a kernel lacks one, the limits on size and time still hold (docs/decisions/0011),
and the child says so with its answer.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Sequence

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_NO_NEW_PRIVILEGES = 38
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_EXECUTE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 2, 1 << 3
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_OF_FILES = _EXECUTE | _READ_FILE | 1 << 1 | 1 << 14 | 1 << 15
_KNOWN = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1}  # rights by version; 16 from 5 on
_TCP = 0b11
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc", "/opt", "/dev/null", "/dev/urandom", "/proc")

# What LibreOffice needs besides: its packages, the fonts, and a socket in the one folder it knows.
_OFFICE = ("/var/spool/libreoffice", "/var/cache/fontconfig")
_SOCKET_FOLDER, _SOCKET = "/tmp", 1 << 9 | 1 << 5  # make a socket, remove it again

NETWORK, FILES = "network", "files"
"""What a kernel may not be able to take away."""

_kept: set[str] = set()

_libc = ctypes.CDLL(None, use_errno=True)


def list_kept() -> list[str]:
    """List what this process was meant to lose and still has, because the kernel lacks the means."""
    return sorted(_kept)


def _note(name: str, *, left: bool) -> bool:
    (_kept.discard if left else _kept.add)(name)
    return left


def leave_network() -> bool:
    """Put this process and its children where there is no network; tell whether the kernel let it."""
    ways = (_NEW_NET, _NEW_USER | _NEW_NET)
    return _note(NETWORK, left=any(_libc.unshare(flags) == 0 for flags in ways))


def leave_files(scratch: str | None = None) -> bool:
    """Let this process read the program's own files only, and write in `scratch` only, if at all.

    Who has a scratch folder runs an office program, and may read that one's files too. Tell whether
    the kernel let it. Files that are open stay open.
    """
    return _note(FILES, left=_leave_files(scratch))


def _leave_files(scratch: str | None) -> bool:
    version = _libc.syscall(_CREATE_RULESET, None, 0, 1)
    if version < 1:
        return False
    rights = _KNOWN.get(version, (1 << 15) - 1 if version == 4 else (1 << 16) - 1)
    attributes = struct.pack("=QQ", rights, _TCP) if version >= 4 else struct.pack("=Q", rights)
    ruleset = _libc.syscall(_CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return False
    try:
        for path in _readable():
            _allow(ruleset, path, rights & _READ)
        if scratch:
            for path in _OFFICE:
                _allow(ruleset, path, rights & _READ)
            for path in (scratch, "/dev/null"):
                _allow(ruleset, path, rights)
            _allow(ruleset, _SOCKET_FOLDER, rights & _SOCKET)
        _libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return bool(_libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def bare_environment(
    kept: Sequence[str] = ("PATH", "LANG", "LC_ALL", "PYTHONPATH"),
) -> dict[str, str]:
    """Give the few settings that a child needs; no password of ours is among them."""
    return {name: os.environ[name] for name in kept if name in os.environ}


def _readable() -> list[str]:
    return [*_SYSTEM, sys.prefix, sys.base_prefix, *(path for path in sys.path if path)]


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # what is not there needs no leave
    try:
        allowed = rights if os.path.isdir(path) else rights & _OF_FILES
        rule = struct.pack("=Qi", allowed, descriptor)
        _libc.syscall(_ADD_RULE, ruleset, 1, rule, 0)
    finally:
        os.close(descriptor)
