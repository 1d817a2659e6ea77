"""The office's judgement of a report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

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
