"""The commands and their options."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shishi.cli.corpus import build_corpus
from shishi.cli.options import lang, localized, option, settings
from shishi.cli.usage import Day, LocalizedGroup, Meaning
from shishi.cli.words import sentence, word

if TYPE_CHECKING:
    from shishi.cli.work import Request

COMMANDS = ("read", "extract", "check", "assess")
"""The commands, in the order of the street."""


def build_commands(language: str) -> click.Group:
    """Build the command line with its help in `language`; a command returns its exit code."""
    group = LocalizedGroup(
        "shishi",
        params=[_version(language), lang(language)],
        help=word("help", "shishi", language),
        options_metavar=word("usage", "option_place", language),
        subcommand_metavar=word("usage", "command_place", language),
        context_settings=settings(language),
    )
    for name in COMMANDS:
        group.add_command(_build_command(name, language))
    group.add_command(build_corpus(language))
    for build in (_build_convert, _build_publish, _build_demo, _build_serve):
        group.add_command(build(language))
    return group


def _build_command(name: str, language: str) -> click.Command:
    files = word("help", "files", language) + "…"
    params: list[click.Parameter] = [
        click.Argument(["files"], nargs=-1, required=True, metavar=files)
    ]
    if name == "assess":
        params.append(option("on", language, type=Day(), required=True, metavar="DATE"))
    params.append(option("json", language, is_flag=True))
    params.append(option("rulebook", language, metavar="NAME|PATH"))
    params.append(option("units", language, metavar="FILE"))
    if name != "read":
        params.append(
            option("column", language, type=Meaning(), multiple=True, metavar="WORD|N=FIELD")
        )
    if name == "assess":
        params.append(option("previous", language, multiple=True, metavar="FILE"))
    if name == "check":
        params += _build_comparisons(language)
    else:
        params.append(option("full", language, is_flag=True))
    params += _build_outs(name, language)
    params.append(lang(language))

    def call(files: tuple[str, ...], on: date | None = None, **options: Any) -> int:
        from shishi.cli.work import Request, work_through

        if options.get("waivers") and on is None:
            raise click.UsageError(sentence("usage", "waivers_on", language))
        outs = {kind: options.pop(kind, None) for kind in ("xlsx", "csv")}
        force = options.pop("force", False)
        request = Request(name, language=language, on=on, **options)
        chosen = [(kind, out) for kind, out in outs.items() if out]
        if not chosen:
            return work_through(files, request)
        return _write_out(files, request, chosen, force=force)

    return localized(name, language, call=call, params=params)


def _build_outs(name: str, language: str) -> list[click.Parameter]:
    """Build the options that name a file to write: a table of `extract`, the findings of the others."""
    kinds = {"extract": ("xlsx", "csv"), "check": ("xlsx",), "assess": ("xlsx",)}.get(name, ())
    outs: list[click.Parameter] = [
        click.Option(
            [f"--{kind}"],
            help=word("help", f"table_{kind}" if name == "extract" else kind, language),
            type=click.Path(path_type=Path),
            metavar="OUT",
        )
        for kind in kinds
    ]
    return [*outs, option("force", language, is_flag=True)] if outs else []


def _write_out(
    files: tuple[str, ...], request: Request, outs: Sequence[tuple[str, Path]], *, force: bool
) -> int:
    """Write the files that the options of a command name; give the gravest exit code."""
    from shishi.cli.out.convert import Conversion, convert_file
    from shishi.cli.out.mailing import mail_findings
    from shishi.cli.work import walk_or_say

    language, codes = request.language, [0]
    if request.command == "extract" and len(files) > 1:
        raise click.UsageError(sentence("usage", "one_file", language))
    for kind, out in outs:
        asked = Conversion(out, language, force=force, formats=(kind,))
        if request.command == "extract":
            codes.append(convert_file(asked, lambda: walk_or_say(files[0], request)))
        else:
            codes.append(mail_findings(files, request, asked))
    return max(codes)


def _build_comparisons(language: str) -> list[click.Parameter]:
    """Build the options of `check` that name what a page is held against."""
    asked = word("help", "check_on", language)
    return [
        option("previous", language, multiple=True, metavar="FILE"),
        option("against", language, metavar="FILE"),
        option("waivers", language, metavar="FILE"),
        click.Option(["--on"], type=Day(), metavar="DATE", help=asked),
    ]


def _build_convert(language: str) -> click.Command:
    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=word("help", "files", language)),
        click.Argument(["out"], type=click.Path(path_type=Path), metavar="OUT"),
        option("layout", language, metavar="NAME|PATH"),
        option("fresh", language, is_flag=True),
        option("force", language, is_flag=True),
        option("rulebook", language, metavar="NAME|PATH"),
        option("column", language, type=Meaning(), multiple=True, metavar="WORD|N=FIELD"),
        lang(language),
    ]

    def call(file: str, out: Path, **options: Any) -> int:
        from shishi.cli.out.convert import Conversion, convert_file
        from shishi.cli.work import Request, walk_or_say

        reading = {name: options.pop(name) for name in ("rulebook", "column")}
        wanted = out.suffix.lower() == ".json"
        request = Request("convert", language=language, json=wanted, **reading)
        asked = Conversion(out, language, **options)
        return convert_file(asked, lambda: walk_or_say(file, request))

    return localized("convert", language, call=call, params=params)


def _build_publish(language: str) -> click.Command:
    params: list[click.Parameter] = [
        click.Argument(["out"], type=click.Path(file_okay=False, path_type=Path), metavar="OUT"),
        option("district", language, default="", metavar="SLUG"),
        option("plan", language, default="", metavar="SLUG"),
        lang(language),
    ]

    def call(out: Path, **options: str) -> int:
        from shishi.cli.office.publish import publish_site

        return publish_site(out, language=language, **options)

    return localized("publish", language, call=call, params=params)


def _build_demo(language: str) -> click.Command:
    def call(reset_passwords: bool) -> int:
        from shishi.cli.office.demo import make_demo

        return make_demo(language=language, reset_passwords=reset_passwords)

    params = [option("reset-passwords", language, is_flag=True), lang(language)]
    return localized("demo", language, call=call, params=params)


def _build_serve(language: str) -> click.Command:
    def call(**options: Any) -> int:
        from shishi.cli.office.serve import serve

        return serve(language=language, **options)

    params = [
        option("host", language, default="127.0.0.1", metavar="HOST", envvar="SHISHI_BIND"),
        option("port", language, default=8000, type=_PORT, metavar="N", envvar="SHISHI_PORT"),
        option(
            "site-port", language, default=8001, type=_PORT, metavar="N", envvar="SHISHI_SITE_PORT"
        ),
        lang(language),
    ]
    return localized("serve", language, call=call, params=params)


_PORT = click.IntRange(1, 65535)


def _version(language: str) -> click.Option:
    def show(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            from importlib.metadata import version

            click.echo(f"shishi {version('shishi')}")
            ctx.exit()

    shape: dict[str, Any] = {"is_flag": True, "is_eager": True, "expose_value": False}
    return option("version", language, callback=show, **shape)
