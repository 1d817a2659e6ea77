"""The office's judgement of a report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shishi.layouts.words.names.people import find_person
from shishi.web.pages.refused import words_of
from shishi.web.projects.queries.facts import Doubt
from shishi.web.projects.refusals import PersonNamed

ACCEPT, RETURN = "accept", "return"


class ReviewForm(forms.Form):
    """Accept as a status, or return with a reason; `version` is the one that was read."""

    reviewed = forms.ChoiceField(
        label=_("审定状态"), required=False, widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
        error_messages={"invalid_choice": _("请选择列出的一种状态。")},
    )  # fmt: skip
    because = forms.CharField(
        label=_("审定理由"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("与自报或测算不一致时必须写明，会随审定状态一并公开。"),
    )
    returned_because = forms.CharField(
        label=_("退回理由"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("写明要改什么，填报单位会在填报页最上方看到。"),
    )
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, statuses: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reviewed"].choices = [(word, word) for word in statuses]

    def ask_for_reason(self, *, claimed: str, computed: str) -> bool:
        """Ask for the status, and why where it differs; `computed` is "" where nothing was judged."""
        reviewed = self.cleaned_data["reviewed"]
        if not reviewed:
            self.add_error("reviewed", _("请选择审定状态。"))
            return False
        if self.cleaned_data["because"].strip():
            return True
        if reviewed != claimed:
            words = _("审定状态与自报的“%(word)s”不一致，请写明理由。")
            self.add_error("because", words % {"word": claimed or _("空白")})
        elif computed and reviewed != computed:
            words = _("审定状态与测算的“%(word)s”不一致，请写明理由。")
            self.add_error("because", words % {"word": computed})
        return not self.errors

    def ask_for_return(self) -> bool:
        """Ask what is to be changed."""
        if not self.cleaned_data["returned_because"].strip():
            self.add_error("returned_because", _("请写明退回理由。"))
        return not self.errors


class WaiverForm(forms.Form):
    """Which finding is let pass, on whose authority, why, until when."""

    rule = forms.ChoiceField(
        label=_("豁免哪一条提示"),
        error_messages={"invalid_choice": _("这条提示已经不在了。请选择列出的一条。"), "required": _("请选择一条提示。")},
    )  # fmt: skip
    who = forms.CharField(
        label=_("由谁决定"),
        max_length=60,
        help_text=_("写机构或职务，不写姓名，例如“区政府督查室”。"),
        error_messages={"required": _("请写明由谁决定。")},
    )
    why = forms.CharField(
        label=_("豁免理由"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("审核通过并发布后，理由和期限随这一期一并公开。"),
        error_messages={"required": _("请写明理由。")},
    )
    until = forms.DateField(
        label=_("有效至"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("最后一天。过期后提示重新出现。"),
        error_messages={"required": _("请写明有效到哪一天。"), "invalid": _("请写日期，例如 2031-12-31。")},
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, doubts: tuple[Doubt, ...], **kwargs: Any) -> None:
        super().__init__(*args, auto_id="waiver-%s", **kwargs)
        # A rule may find two things in one report; they are let pass together.
        rules = {doubt.code: str(doubt.said) for doubt in reversed(doubts) if doubt.can_waive}
        self.fields["rule"].choices = [("", "—"), *reversed(rules.items())]

    def clean_who(self) -> Any:
        """Refuse a person's name: an office decides."""
        return _without_person(self.cleaned_data["who"], office=True)

    def clean_why(self) -> Any:
        """Refuse a person's name: the reason is published."""
        return _without_person(self.cleaned_data["why"], office=False)

    def clean_until(self) -> Any:
        """Refuse a day that is over."""
        until = self.cleaned_data["until"]
        if until < localdate():
            raise forms.ValidationError(_("这一天已经过去。请写今天或以后的日期。"))
        return until


def _without_person(text: str, *, office: bool) -> str:
    if name := find_person(text, office=office):
        raise forms.ValidationError(words_of(PersonNamed(name)))
    return text
