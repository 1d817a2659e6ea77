"""Facts about plans, items, slots and reports, with the constraints that hold them together."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from shishi.web.accounts.models import Unit
from shishi.web.tenancy import DistrictModel
from shishi.workflow import Stage


class Plan(DistrictModel):
    """A year's list of promises: livelihood projects or the tasks of the work report."""

    class Kind(models.TextChoices):
        """Which list it is."""

        LIVELIHOOD = "livelihood", "民生实事项目"
        WORK_REPORT = "work_report", "政府工作报告任务"

    slug = models.SlugField(max_length=40)
    title = models.CharField(max_length=120)
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.LIVELIHOOD)
    reports_every = models.PositiveSmallIntegerField(default=1)  # months: 1 or 3

    class Meta:
        """A plan's address is its own in its district."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "slug"], name="plan_slug"),
            models.CheckConstraint(
                condition=models.Q(reports_every__in=(1, 3)), name="plan_monthly_or_quarterly"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Upload(DistrictModel):
    """A file as it was brought in, what was read in it, and what a person corrected."""

    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    rulebook = models.CharField(max_length=200)
    read = models.JSONField()  # the exchange object
    records = models.PositiveIntegerField()  # how many rows were read
    doubts = models.PositiveIntegerField()  # how many open findings ask a person to look
    corrections = models.JSONField(default=list)  # [{"order", "field", "value", "by", "on"}]
    checked = models.JSONField(
        default=list
    )  # cells found right: [{"order", "field", "value", "by", "on"}]
    dropped = models.JSONField(default=list)  # corrections whose cell is another one by now
    meanings = models.JSONField(default=dict)  # signature → {"columns", "by", "on", "remembered"}
    by = models.CharField(max_length=150)
    on = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    plan = models.ForeignKey(Plan, null=True, on_delete=models.PROTECT, related_name="uploads")
    confirmed_by = models.CharField(max_length=150, default="")
    confirmed_on = models.DateTimeField(null=True)

    class Meta:
        """Confirming names the plan, the person and the time together."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(plan__isnull=True, confirmed_by="", confirmed_on__isnull=True)
                | (
                    models.Q(plan__isnull=False, confirmed_on__isnull=False)
                    & ~models.Q(confirmed_by="")
                ),
                name="upload_confirmed_together",
            ),
        ]


class ColumnChoice(DistrictModel):
    """What the office says that the columns of one header mean, for every file that has it.

    The row stays when a choice is taken back: its columns are empty then, and its version goes on.
    """

    key = models.CharField(max_length=64)  # SHA-256 of the signature, which may be long
    signature = models.TextField()
    columns = models.JSONField(default=dict)  # column number → field or "other"
    by = models.CharField(max_length=150)
    on = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """One a header."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "key"], name="column_choice_key"),
        ]


class Item(DistrictModel):
    """One promise (子项) of a plan, as printed, with the place it was read from."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="items")
    order = models.PositiveSmallIntegerField()
    section = models.PositiveSmallIntegerField(default=1)
    code = models.TextField(blank=True)  # printed text has no length that we could promise
    theme = models.TextField(blank=True)
    text = models.TextField()
    leaders = models.JSONField(default=list)
    levels = models.JSONField(default=list)
    investment = models.DecimalField(max_digits=18, decimal_places=2, null=True)  # 元
    open_ended = models.BooleanField(default=False)  # 等部门、单位
    source = models.JSONField(default=dict)  # {"upload", "name", "place", "shares_item_with"}

    class Meta:
        """Items are numbered through their plan."""

        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "plan", "order"], name="item_order"),
        ]

    def __str__(self) -> str:
        return self.text[:40]


class Part(DistrictModel):
    """One unit's share (分担) of an item. The first lead files; other leads and supporters contribute."""

    class Duty(models.TextChoices):
        """What the unit does."""

        LEAD = "lead", "牵头"
        SUPPORT = "support", "配合"

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="parts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="parts")
    duty = models.CharField(max_length=8, choices=Duty.choices)
    position = models.PositiveSmallIntegerField()
    printed = models.TextField()

    class Meta:
        """A unit has one part in an item; parts keep the order in which they were printed."""

        ordering: ClassVar = ["duty", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "item", "unit"], name="part_unit"),
            models.UniqueConstraint(
                fields=["district", "item", "duty", "position"], name="part_position"
            ),
        ]


class Goal(DistrictModel):
    """What an item is to have reached in a period (阶段目标), in the exchange spelling of the period."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="goals")
    period = models.CharField(max_length=20)
    text = models.TextField()

    class Meta:
        """One goal a period."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "item", "period"], name="goal_period"),
        ]


class Slot(DistrictModel):
    """A report that is due (应报事项): made before the report exists, so that a gap can be seen."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="slots")
    period = models.CharField(max_length=20)
    due_on = models.DateField()

    class Meta:
        """One slot a period."""

        ordering: ClassVar = ["period"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "item", "period"], name="slot_period"),
        ]


class Report(DistrictModel):
    """What a unit says of an item for a period, and how far its review is.

    `version` counts every change and must be named by whoever saves.
    """

    slot = models.OneToOneField(Slot, on_delete=models.PROTECT, related_name="report")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")  # who files
    stage = models.CharField(max_length=10, choices=[(s.value, s.value) for s in Stage])
    version = models.PositiveIntegerField(default=1)
    progress = models.TextField(blank=True)
    claimed = models.TextField(blank=True)  # 自报状态, in the district's words
    explanation = models.TextField(blank=True)
    written_by = models.CharField(max_length=150)
    submitted_on = models.DateTimeField(null=True)
    submitted_by = models.CharField(max_length=150, default="")
    returned_because = models.TextField(blank=True)

    class Meta:
        """Submission names the time and the person together; a return names its reason."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(submitted_on__isnull=True, submitted_by="")
                | (models.Q(submitted_on__isnull=False) & ~models.Q(submitted_by="")),
                name="report_submitted_together",
            ),
            models.CheckConstraint(
                condition=models.Q(stage__in=[stage.value for stage in Stage]),
                name="report_stage_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(stage=Stage.RETURNED) | ~models.Q(returned_because=""),
                name="report_return_has_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(stage=Stage.DRAFT) | models.Q(submitted_on__isnull=False),
                name="report_stage_needs_submission",
            ),
        ]


class Receipt(DistrictModel):
    """The answer to one submission key, so that a double click or a retry files one report."""

    key = models.CharField(max_length=64)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)  # of what was submitted
    version = models.PositiveIntegerField()
    on = models.DateTimeField()

    class Meta:
        """A key once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "key"], name="receipt_key"),
        ]


class Revision(DistrictModel):
    """A report's words as they were submitted, accepted or amended; never changed."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="revisions")
    version = models.PositiveIntegerField()
    progress = models.TextField(blank=True)
    claimed = models.TextField(blank=True)
    explanation = models.TextField(blank=True)
    by = models.CharField(max_length=150)
    on = models.DateTimeField()

    class Meta:
        """One a version, newest last."""

        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["district", "report", "version"], name="revision_version"
            ),
        ]


class Verdict(DistrictModel):
    """The office's judgement of an accepted report, beside what was claimed and what was computed.

    The three status facts stay three: `claimed` by the unit, `computed` from the numbers with its
    reasons, `reviewed` by the office with its own. `version` is the report's version it judges.
    """

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="verdict")
    version = models.PositiveIntegerField()
    claimed = models.TextField(blank=True)
    computed = models.CharField(max_length=14)  # Status value
    computed_word = models.TextField()
    reasons = models.JSONField(default=list)  # [{"code", "facts"}]
    reviewed = models.CharField(max_length=14)  # Status value
    reviewed_word = models.TextField()
    because = models.TextField(blank=True)
    rulebook = models.CharField(max_length=200)
    waived = models.JSONField(default=list)  # [{"rule", "who", "why", "until"}] it rests on
    by = models.CharField(max_length=150)
    on = models.DateTimeField()


class GivenWaiver(DistrictModel):
    """What the office lets pass of an item: a rule's findings, on whose authority, why, until when.

    `who` and `why` are published with a report that was accepted under it; `by` and `ended_by` never.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="waivers")
    rule = models.CharField(max_length=60)
    who = models.CharField(max_length=60)  # an office, not a person
    why = models.TextField()
    until = models.DateField()  # the last day
    by = models.CharField(max_length=150)
    on = models.DateTimeField()
    ended_by = models.CharField(max_length=150, default="", blank=True)
    ended_on = models.DateTimeField(null=True)

    class Meta:
        """One that has not been ended for each rule of an item; nothing of it is blank."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["district", "item", "rule"],
                condition=models.Q(ended_on__isnull=True),
                name="waiver_one_open",
            ),
            models.CheckConstraint(
                condition=~models.Q(rule="") & ~models.Q(who="") & ~models.Q(why=""),
                name="waiver_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on__isnull=True, ended_by="")
                | (models.Q(ended_on__isnull=False) & ~models.Q(ended_by="")),
                name="waiver_ended_together",
            ),
        ]


class Release(DistrictModel):
    """A published state of a plan (公开版次): the whole snapshot, immutable."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="releases")
    number = models.PositiveIntegerField()
    snapshot = models.JSONField()
    sha256 = models.CharField(max_length=64)
    by = models.CharField(max_length=150)
    on = models.DateTimeField()

    class Meta:
        """Releases of a plan are numbered, newest last."""

        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "plan", "number"], name="release_number"),
        ]
