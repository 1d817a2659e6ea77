"""The commands and their options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shishi.cli.usage import Day, Localized, LocalizedGroup, Meaning
from shishi.cli.words import LANGUAGES, sentence, word

if TYPE_CHECKING:
    from shishi.cli.work import Request

COMMANDS = ("read", "extract", "check", "assess")
"""The commands, in the order of the street."""


def build_commands(language: str) -> click.Group:
    """Build the command line with its help in `language`; a command returns its exit code."""
    group = LocalizedGroup(
        "shishi",
        params=[_version(language), _lang(language)],
        help=word("help", "shishi", language),
        options_metavar=word("usage", "option_place", language),
        subcommand_metavar=word("usage", "command_place", language),
        context_settings=_settings(language),
    )
    for name in COMMANDS:
        group.add_command(_build_command(name, language))
    for build in (_build_convert, _build_publish, _build_demo, _build_serve):
        group.add_command(build(language))
    return group


def _build_command(name: str, language: str) -> click.Command:
    files = word("help", "files", language) + "…"
    params: list[click.Parameter] = [
        click.Argument(["files"], nargs=-1, required=True, metavar=files)
    ]
    if name == "assess":
        params.append(_option("on", language, type=Day(), required=True, metavar="DATE"))
    params.append(_option("json", language, is_flag=True))
    params.append(_option("rulebook", language, metavar="NAME|PATH"))
    if name != "read":
        params.append(
            _option("column", language, type=Meaning(), multiple=True, metavar="WORD|N=FIELD")
        )
    if name == "check":
        params += _build_comparisons(language)
    else:
        params.append(_option("full", language, is_flag=True))
    params += _build_outs(name, language)
    params.append(_lang(language))

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

    return _localized(name, language, call=call, params=params)


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
    return [*outs, _option("force", language, is_flag=True)] if outs else []


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
        _option("previous", language, multiple=True, metavar="FILE"),
        _option("against", language, metavar="FILE"),
        _option("waivers", language, metavar="FILE"),
        click.Option(["--on"], type=Day(), metavar="DATE", help=asked),
    ]


def _build_convert(language: str) -> click.Command:
    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=word("help", "files", language)),
        click.Argument(["out"], type=click.Path(path_type=Path), metavar="OUT"),
        _option("layout", language, metavar="NAME|PATH"),
        _option("fresh", language, is_flag=True),
        _option("force", language, is_flag=True),
        _option("rulebook", language, metavar="NAME|PATH"),
        _option("column", language, type=Meaning(), multiple=True, metavar="WORD|N=FIELD"),
        _lang(language),
    ]

    def call(file: str, out: Path, **options: Any) -> int:
        from shishi.cli.out.convert import Conversion, convert_file
        from shishi.cli.work import Request, walk_or_say

        reading = {name: options.pop(name) for name in ("rulebook", "column")}
        wanted = out.suffix.lower() == ".json"
        request = Request("convert", language=language, json=wanted, **reading)
        asked = Conversion(out, language, **options)
        return convert_file(asked, lambda: walk_or_say(file, request))

    return _localized("convert", language, call=call, params=params)


def _build_publish(language: str) -> click.Command:
    params: list[click.Parameter] = [
        click.Argument(["out"], type=click.Path(file_okay=False, path_type=Path), metavar="OUT"),
        _option("district", language, default="", metavar="SLUG"),
        _option("plan", language, default="", metavar="SLUG"),
        _lang(language),
    ]

    def call(out: Path, **options: str) -> int:
        from shishi.cli.office.publish import publish_site

        return publish_site(out, language=language, **options)

    return _localized("publish", language, call=call, params=params)


def _build_demo(language: str) -> click.Command:
    def call(reset_passwords: bool) -> int:
        from shishi.cli.office.demo import make_demo

        return make_demo(language=language, reset_passwords=reset_passwords)

    params = [_option("reset-passwords", language, is_flag=True), _lang(language)]
    return _localized("demo", language, call=call, params=params)


def _build_serve(language: str) -> click.Command:
    def call(**options: Any) -> int:
        from shishi.cli.office.serve import serve

        return serve(language=language, **options)

    params = [
        _option("host", language, default="127.0.0.1", metavar="HOST", envvar="SHISHI_BIND"),
        _option("port", language, default=8000, type=_PORT, metavar="N", envvar="SHISHI_PORT"),
        _option(
            "site-port", language, default=8001, type=_PORT, metavar="N", envvar="SHISHI_SITE_PORT"
        ),
        _lang(language),
    ]
    return _localized("serve", language, call=call, params=params)


_PORT = click.IntRange(1, 65535)


def _localized(
    name: str, language: str, *, call: Callable[..., int], params: Sequence[click.Parameter]
) -> click.Command:
    return Localized(
        name,
        callback=call,
        params=list(params),
        help=word("help", name, language),
        options_metavar=word("usage", "option_place", language),
        context_settings=_settings(language),
    )


def _settings(language: str) -> dict[str, Any]:
    return {"help_option_names": ["-h", "--help"], "obj": language, "max_content_width": 100}


def _option(name: str, language: str, **attributes: Any) -> click.Option:
    return click.Option([f"--{name}"], help=word("help", name, language), **attributes)


def _lang(language: str) -> click.Option:
    """The language is chosen before parsing (words.choose_language); here it is only checked."""
    choice = click.Choice(LANGUAGES)
    return _option("lang", language, type=choice, metavar="zh|en", expose_value=False)


def _version(language: str) -> click.Option:
    def show(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            from importlib.metadata import version

            click.echo(f"shishi {version('shishi')}")
            ctx.exit()

    shape: dict[str, Any] = {"is_flag": True, "is_eager": True, "expose_value": False}
    return _option("version", language, callback=show, **shape)
