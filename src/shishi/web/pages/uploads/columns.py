"""The columns of an upload's tables: what each was taken for, and the form that says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from shishi.layouts import MEANINGS
from shishi.web.accounts.models import User
from shishi.web.pages.uploads.doubts import LABELS
from shishi.web.projects.actions.meanings import key_of
from shishi.web.projects.models import ColumnChoice, Upload
from shishi.web.projects.settling import printed

OTHER = "other"
MEANING_LABELS: Mapping[str, Any] = {**LABELS, OTHER: _("不入库，只留在原文里")}
CHOICES = [(name, MEANING_LABELS[name]) for name in (*LABELS, OTHER) if name in MEANINGS]
"""What a person may say of a column, in the order of the preview."""


class ColumnsForm(forms.Form):
    """The meanings of one header's columns. `version` and `seen` are those that the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, columns: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meant = {c["number"]: c["field"] or OTHER for c in columns}
        for column in columns:
            self.fields[f"column-{column['number']}"] = forms.ChoiceField(
                label=column["word"] or _("没有表头"),
                choices=CHOICES,
                initial=self.meant[column["number"]],
                error_messages={
                    "invalid_choice": _("没有这种含义。请选择列出的一种。"),
                    "required": _("请选择这一列的含义。"),
                },
            )

    def chosen(self, before: Mapping[str, str]) -> dict[int, str]:
        """Give what the person says: columns chosen before, and those that now mean something else."""
        told = {number: self.cleaned_data[f"column-{number}"] for number in self.meant}
        return {n: m for n, m in told.items() if str(n) in before or m != self.meant[n]}


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """One column: its word as printed, what it was taken for, and how sure that is, whether a person chose it."""

    number: int
    word: str
    field: forms.BoundField
    sure: bool
    known: bool  # it is read as a field, and not left in the source
    chosen: bool


@dataclass(frozen=True, slots=True)
class TableShown:
    """One header with its form. `number` counts the tables with headers of their own from 1.

    `by`, `on` and `said` tell the choice that this reading rests on, "" and None without one;
    `remembered` that it was made for an earlier file. `guessed` counts the columns that nobody is sure
    of.
    """

    number: int
    form: ColumnsForm
    columns: tuple[ColumnShown, ...]
    by: str
    on: Any
    said: tuple[tuple[str, Any], ...]
    remembered: bool

    @property
    def guessed(self) -> int:
        """How many columns are guessed."""
        return sum(not column.sure for column in self.columns)


@dataclass(frozen=True, slots=True)
class DroppedShown:
    """A correction that has lost its cell: its row then, the column, what it said, for which print."""

    order: int
    label: str
    value: str
    printed: str


def headers_of(upload: Upload) -> list[dict[str, Any]]:
    """Give the headers of an upload, each signature once, in reading order."""
    found = {h["signature"]: h for h in reversed(upload.read.get("headers", ()))}
    return sorted(found.values(), key=lambda h: upload.read["headers"].index(h))


def show_tables(
    upload: Upload, bound: Mapping[int, ColumnsForm] | None = None
) -> tuple[TableShown, ...]:
    """Show what the columns of an upload were taken for; `bound` are forms that came back. 2 queries."""
    headers = headers_of(upload)
    seen = versions_seen(upload)
    people = dict(
        User.objects.filter(username__in=[c["by"] for c in upload.meanings.values()]).values_list(
            "username", "display_name"
        )
    )
    return tuple(
        _table(
            upload,
            number,
            header,
            people=people,
            form=(bound or {}).get(number) or _form(upload, header, seen),
        )
        for number, header in enumerate(headers, 1)
    )


def versions_seen(upload: Upload) -> dict[str, int]:
    """Give the version of what is remembered of each header, by signature. 1 query."""
    keys = [key_of(header["signature"]) for header in headers_of(upload)]
    found = ColumnChoice.objects.filter(key__in=keys)
    return dict(found.values_list("signature", "version"))


def show_dropped(upload: Upload) -> tuple[DroppedShown, ...]:
    """Show the corrections that have lost their cell."""
    return tuple(
        DroppedShown(c["order"], str(LABELS[c["field"]]), c["value"], printed(c["printed"]))
        for c in upload.dropped
    )


def _form(upload: Upload, header: dict[str, Any], seen: Mapping[str, int]) -> ColumnsForm:
    initial = {"version": upload.version, "seen": seen.get(header["signature"], 0)}
    return ColumnsForm(initial=initial, columns=header["columns"], auto_id=False)


def _table(
    upload: Upload, number: int, header: dict[str, Any],
    *, people: Mapping[str, str], form: ColumnsForm,
) -> TableShown:  # fmt: skip
    form.auto_id = f"t{number}-%s"
    choice = upload.meanings.get(header["signature"], {})
    chosen = choice.get("columns", {})
    by = choice.get("by", "")
    return TableShown(
        number=number,
        form=form,
        columns=tuple(
            ColumnShown(
                number=c["number"],
                word=c["word"],
                field=form[f"column-{c['number']}"],
                known=c["field"] is not None,
                sure=c["sure"] or str(c["number"]) in chosen,
                chosen=str(c["number"]) in chosen,
            )
            for c in header["columns"]
        ),
        by=people.get(by) or by,
        on=parse_datetime(choice["on"]) if choice else None,
        said=tuple(
            (c["word"], MEANING_LABELS[chosen[str(c["number"])]])
            for c in header["columns"]
            if str(c["number"]) in chosen
        ),
        remembered=bool(choice.get("remembered")),
    )
