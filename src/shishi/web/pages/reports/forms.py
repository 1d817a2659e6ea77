"""Forms of reports: the words of a period, and the opening of a period."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shishi.web.projects.actions.reports import Words
from shishi.web.projects.queries.facts import PeriodWords

MOST_CHARACTERS = 5_000
_TOO_LONG = _("超过 5000 字。请只写本期的进展，材料另行报送。")


class WordsForm(forms.Form):
    """What a reporter writes. Nothing is asked for until she submits; a draft may be half done."""

    progress = forms.CharField(
        label=_("进展情况"),
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": _TOO_LONG},
    )
    claimed = forms.ChoiceField(
        label=_("进度状态"), required=False, widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
        error_messages={"invalid_choice": _("请选择列出的一种状态。")},
    )  # fmt: skip
    explanation = forms.CharField(
        label=_("情况说明"),
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": _TOO_LONG},
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, statuses: Iterable[str], length: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["claimed"].choices = [(word, word) for word in statuses]
        self.fields["progress"].help_text = _(
            "写到这一期末为止做了什么、完成多少，%(length)s 字左右。"
        ) % {"length": length}

    def words(self) -> Words:
        """Give what was written."""
        given = self.cleaned_data
        return Words(given["progress"], given["claimed"], given["explanation"])

    def ask_for_everything(self) -> bool:
        """Ask for what a submission needs; say whether it is all there."""
        if not self.cleaned_data["progress"].strip():
            self.add_error("progress", _("请写进展情况；没有进展也请如实写明。"))
        if not self.cleaned_data["claimed"]:
            self.add_error("claimed", _("请选择进度状态。"))
        return not self.errors


def filled(words: Words | PeriodWords, version: int) -> dict[str, Any]:
    """Give the first values of a WordsForm, with a key of its own for this one submission."""
    return {
        "progress": words.progress,
        "claimed": words.claimed,
        "explanation": words.explanation,
        "version": version,
        "key": secrets.token_hex(16),
    }


class OpenPeriodForm(forms.Form):
    """A period of a plan and the day its reports are due."""

    period = forms.ChoiceField(label=_("填报哪一期"))
    due_on = forms.DateField(
        label=_("截止日期"),
        help_text=_("过了这一天还没有报送的，记为逾期。"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("请选择截止日期。"),
            "invalid": _("请写成 2024-11-05 这样的日期。"),
        },
    )

    def __init__(self, *args: Any, periods: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].choices = list(periods)
