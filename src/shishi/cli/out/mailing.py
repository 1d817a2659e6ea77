"""`check --xlsx` and `assess --xlsx`: the findings as a workbook to mail back to the units."""

from __future__ import annotations

from collections.abc import Sequence

import click

from shishi.cli.out.convert import CANNOT, Conversion
from shishi.cli.waiting import Waiting
from shishi.cli.words import sentence, shown_name
from shishi.cli.work import Request, verdict, walk_or_say
from shishi.errors import NotWritten
from shishi.writers.findings_sheet import Checked, write_findings
from shishi.writers.saving import check_target, save


def mail_findings(files: Sequence[str], request: Request, asked: Conversion) -> int:
    """Check or assess the files and write what was found into one workbook.

    Returns the exit code of the command. A file that cannot be read is said and left out; where none
    can be read, nothing is written.
    """
    language, code = request.language, 0
    try:
        check_target(asked.out, ("xlsx",), force=asked.force)
        checked: list[Checked] = []
        waiting = Waiting(len(files), language)
        for name in files:
            with waiting.on(name):
                walked = walk_or_say(name, request)
            code = max(code, CANNOT if walked is None else verdict(walked, request))
            if walked:
                shown = shown_name(walked.page.source.name, language)
                checked.append(Checked(shown, walked.page, walked.findings))
        if checked:
            save(write_findings(checked, language=language), asked.out)
            count = sum(len(one.findings) for one in checked)
            click.echo(sentence("lines", "findings_written", language, out=asked.out, count=count))
        return code
    except NotWritten as error:
        click.echo(" ".join(error.line(language).split()), err=True)
        return CANNOT
