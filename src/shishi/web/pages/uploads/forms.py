"""Forms of uploads: bring in, correct a cell, confirm into a plan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shishi.web.pages.uploads.making import Proposal
from shishi.web.projects.models import Plan

MOST_BYTES = 20_000_000
ACCEPTED = ".xlsx,.xls,.et,.ods,.xlsb,.csv,.docx,.doc,.wps,.odt,.rtf,.pdf,.html,.htm,.txt"
"""What the file chooser offers first; the content decides, whatever the name ends in."""

NEW = "new"
PUBLISHED, PROMISES = "published", "promises"


class BringInForm(forms.Form):
    """A file, or text pasted from a page: one of the two."""

    file = forms.FileField(
        label=_("选择文件"),
        required=False,
        help_text=_(
            "Excel（xlsx、xls、et、ods、csv）、Word（docx、doc、wps）、PDF、网页（HTML）或文本文件，最大 20 MB。带宏、嵌入文件或外部链接的文件不收。"
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
        error_messages={"empty": _("这个文件是空的。请选择有内容的文件。")},
    )
    text = forms.CharField(
        label=_("或把网页上的内容粘贴到这里"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("在浏览器里打开公布的网页，全选、复制，再粘贴。"),
    )

    def clean_file(self) -> Any:
        """Refuse a file that is too big before it is read."""
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("文件超过 20 MB。请只留下有表格的部分，或把表格复制后粘贴到下面。")
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Ask for exactly one of the two."""
        given = super().clean()
        if self.errors:
            return given
        file, text = given.get("file"), given.get("text", "").strip()
        if not file and not text:
            self.add_error("file", _("请选择一个文件，或在下面粘贴文字。"))
        if file and text:
            self.add_error("text", _("文件和文字只能选一样。请清空这里，或不选文件。"))
        return given


class CellForm(forms.Form):
    """What a person reads in a cell."""

    value = forms.CharField(
        label=_("更正为"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class ConfirmForm(forms.Form):
    """Into which plan an upload goes, and what of it."""

    target = forms.ChoiceField(
        label=_("放入哪个计划"), widget=forms.RadioSelect(attrs={"class": "form-check-input"})
    )
    title = forms.CharField(label=_("计划名称"), max_length=120, required=False)
    slug = forms.SlugField(
        label=_("网址中的名字"),
        max_length=40,
        required=False,
        help_text=_("只用小写字母、数字和连字符，公开后不再改动。"),
        error_messages={"invalid": _("只能用字母、数字和连字符，例如 livelihood-2024。")},
    )
    year = forms.IntegerField(
        label=_("年份"), min_value=2000, max_value=2100, required=False,
        error_messages={
            "invalid": _("请写四位数的年份，例如 2024。"),
            "min_value": _("请写 2000 到 2100 之间的年份。"),
            "max_value": _("请写 2000 到 2100 之间的年份。"),
        },
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("计划类型"),
        choices=[
            (str(Plan.Kind.LIVELIHOOD), _("民生实事项目")),
            (str(Plan.Kind.WORK_REPORT), _("政府工作报告任务")),
        ],
        required=False,
    )
    reports_every = forms.TypedChoiceField(
        label=_("多久报一次"),
        coerce=int,
        choices=[(1, _("每月")), (3, _("每季度"))],
        required=False,
        empty_value=1,
    )
    take = forms.ChoiceField(
        label=_("入库内容"),
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
        choices=[
            (PUBLISHED, _("按已公布的表入库（进展和状态一并作为审定结果）")),
            (PROMISES, _("只入库承诺（项目、单位、目标），进展以后再报")),
        ],
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, plans: list[Plan], proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plans = {str(plan.pk): plan for plan in plans}
        empty = [(key, plan.title) for key, plan in self.plans.items()]
        self.fields["target"].choices = [(NEW, _("新建计划")), *empty]
        for name in ("title", "slug", "year", "kind", "reports_every"):
            self.fields[name].initial = getattr(proposal, name)
        self.fields["target"].initial = NEW
        self.fields["take"].initial = PUBLISHED if proposal.has_reports else PROMISES

    def clean(self) -> dict[str, Any]:
        """Ask for what a new plan needs, and for an address that is still free."""
        given = super().clean()
        if given.get("target") != NEW:
            return given
        needs = {
            "title": _("请写计划名称。"),
            "slug": _("请写网址中的名字，例如 livelihood-2024。"),
            "year": _("请写年份，例如 2024。"),
        }
        for name, remedy in needs.items():
            if not given.get(name) and name not in self.errors:
                self.add_error(name, remedy)
        if given.get("slug") and Plan.objects.filter(slug=given["slug"]).exists():
            self.add_error("slug", _("这个名字已经用了。请换一个，例如加上月份。"))
        return given
