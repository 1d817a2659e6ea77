"""The door of the command line: arguments in, exit code out, never a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

import click

from shishi.cli.commands import build_commands
from shishi.cli.kept import begin, tell_kept
from shishi.cli.usage import complaint
from shishi.cli.words import choose_language, listed, sentence, word
from shishi.errors import RulebookError
from shishi.rulebook.load import list_rulebooks

CANNOT = 2
"""Exit code: the command line is wrong, or a file cannot be read."""

STOPPED = 130
"""Exit code of a program that was interrupted (128 + SIGINT)."""

PIPE_CLOSED = 141
"""Exit code of a program whose reader went away (128 + SIGPIPE), as of any other Unix tool."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line with these arguments; return the exit code and print everything else.

    0 fine, 1 `check` found something that blocks, 2 wrong options or a file that cannot be read.
    """
    language = choose_language(arguments, os.environ)
    _never_stumble_over_characters()
    begin()
    try:
        code = _call(list(arguments), language)
        sys.stdout.flush()
        tell_kept(language)
        return code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return CANNOT
    except click.UsageError as error:
        click.echo(complaint(error, language), err=True)
        return CANNOT
    except RulebookError as error:
        click.echo(_bad_rulebook(error, language), err=True)
        return CANNOT
    except (KeyboardInterrupt, click.Abort):
        click.echo(word("lines", "stopped", language), err=True)
        return STOPPED
    except OSError as error:
        if error.errno != errno.EPIPE:
            raise
        _let_go_of_pipe()
        return PIPE_CLOSED


def _call(arguments: list[str], language: str) -> int:
    """Call the command. Not by click's own main(), which leaves with 1 when the pipe is closed."""
    commands = build_commands(language)
    try:
        with commands.make_context("shishi", arguments) as context:
            return int(commands.invoke(context))
    except click.exceptions.Exit as leave:
        return leave.exit_code


def _bad_rulebook(error: RulebookError, language: str) -> str:
    if error.key == "name":
        known = listed(list_rulebooks(), language)
        return sentence("lines", "no_rulebook", language, file=error.file, known=known)
    facts = {"file": error.file, "key": error.key, "reason": error.reason}
    return sentence("lines", "bad_rulebook", language, **facts)


def _never_stumble_over_characters() -> None:
    """Write \\u… for what the terminal's encoding cannot show, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")


def _let_go_of_pipe() -> None:
    """Keep the interpreter from complaining, on its way out, that the pipe is closed."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
