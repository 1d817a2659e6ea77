"""Help pages and complaints about options, in the language of the reader."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import click

from shishi.cli.words import listed, sentence, word

if TYPE_CHECKING:
    from shishi.layouts import ColumnName


class Localized(click.Command):
    """A command whose help page has its headings in the language of `context.obj`."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = self.collect_usage_pieces(ctx)
        prefix = word("usage", "usage", _language(ctx)) + ": "
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=prefix)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option that shows the help page, explained in the language of the reader."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = word("help", "help", _language(ctx))
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (p for p in self.get_params(ctx) if isinstance(p, click.Option))
        rows = [row for row in (option.get_help_record(ctx) for option in options) if row]
        needed = word("usage", "required", _language(ctx))
        rows = [(names, said.replace("[required]", needed)) for names, said in rows]
        with formatter.section(word("usage", "options", _language(ctx))):
            formatter.write_dl(rows)


class LocalizedGroup(Localized, click.Group):
    """The group of all commands, with its headings in the language of `context.obj`."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands in the order of the street."""
        Localized.format_options(self, ctx, formatter)
        rows = [(name, command.help or "") for name, command in self.commands.items()]
        with formatter.section(word("usage", "commands", _language(ctx))):
            formatter.write_dl(rows)


class Day(click.ParamType[date]):
    """A day written 2024-10-31."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Turn the option's text into a date. Raises BadParameter."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(sentence("usage", "bad_date", _language(ctx), value=value), param, ctx)


class Meaning(click.ParamType["tuple[ColumnName, str]"]):
    """What a column means, written header word or number = field: 责任单位=support_units, 3=other."""

    name = "meaning"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[ColumnName, str]:
        """Turn the option's text into column and field. Raises BadParameter."""
        from shishi.layouts import MEANINGS, parse_meanings

        column, _, name = (part.strip() for part in str(value).rpartition("="))
        key: ColumnName = int(column) if re.fullmatch("[0-9]{1,4}", column) else column
        try:
            [(key, name)] = parse_meanings({key: name}).items()
        except ValueError:
            known = listed(MEANINGS, _language(ctx))
            said = sentence("usage", "bad_meaning", _language(ctx), value=value, names=known)
            self.fail(said, param, ctx)
        return key, name


def complaint(error: click.UsageError, language: str) -> str:
    """Say in one line what is wrong with the command line, and where to read more."""
    command = error.ctx.command_path if error.ctx else "shishi"
    reason = _reason(error, language).rstrip("。.")
    return sentence("usage", "bad", language, reason=reason, command=command)


def _reason(error: click.UsageError, language: str) -> str:
    if isinstance(error, click.NoSuchOption):
        said = sentence("usage", "no_option", language, name=error.option_name)
        return said + _perhaps(error.possibilities, language)
    if isinstance(error, click.exceptions.NoSuchCommand):
        said = sentence("usage", "no_command", language, name=error.command_name)
        return said + _perhaps(error.possibilities, language)
    if isinstance(error, click.BadOptionUsage) and "not take" in error.message:
        return sentence("usage", "needless", language, name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return sentence("usage", "no_value", language, name=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param:
        return sentence("usage", "missing", language, name=_shown(error.param))
    if isinstance(error, click.BadParameter) and error.param:
        return _bad_value(error, error.param, language)
    return error.format_message()


def _bad_value(error: click.BadParameter, param: click.Parameter, language: str) -> str:
    reason = error.message
    if isinstance(param.type, click.Choice):
        value = error.message.split("'")[1]
        choices = listed(map(str, param.type.choices), language)
        reason = sentence("usage", "bad_choice", language, value=value, choices=choices)
    elif isinstance(param.type, click.Path):
        _, _, named = error.message.partition("'")
        value = named.rpartition("'")[0]
        reason = sentence("usage", "no_folder", language, value=value)
    elif isinstance(param.type, click.IntRange):
        low, high = param.type.min, param.type.max
        reason = sentence("usage", "bad_number", language, low=low, high=high)
    return sentence("usage", "bad_value", language, name=_shown(param), reason=reason)


def _perhaps(names: object, language: str) -> str:
    if not isinstance(names, (list, tuple)) or not names:
        return ""
    return sentence("usage", "perhaps", language, names=listed(map(str, names), language))


def _shown(param: click.Parameter) -> str:
    return param.metavar or param.opts[0] if isinstance(param, click.Argument) else param.opts[0]


def _language(ctx: click.Context | None) -> str:
    return str(ctx.obj) if ctx and ctx.obj else "zh"
