"""Facts about districts, units and people, and the Event log."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models

from shishi.web.tenancy import DistrictModel
from shishi.workflow import Role


class District(models.Model):
    """A district (区) with its own plans, people and rulebook."""

    slug = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=60)
    rulebook = models.CharField(max_length=200, default="default")  # name or path of its TOML

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """A person with an account. `display_name` names the office and not the person where it can."""

    display_name = models.CharField(max_length=60)
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]

    def __str__(self) -> str:
        return self.display_name or self.username


class Unit(DistrictModel):
    """A unit (单位) of a district: bureau, subdistrict, company; or a standing group of units."""

    class Kind(models.TextChoices):
        """What sort of unit it is."""

        BUREAU = "bureau", "部门"
        SUBDISTRICT = "subdistrict", "街道、镇"
        COMPANY = "company", "企业"
        GROUP = "group", "单位组"

    name = models.CharField(max_length=200)
    aliases = models.JSONField(default=list)  # other printed names
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.BUREAU)
    members = models.ManyToManyField("self", symmetrical=False, blank=True)

    class Meta:
        """One unit a name."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "name"], name="unit_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """What a person does in a district: office, reporter of one unit, or leader."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="posts")
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=12, choices=[(r.value, r.value) for r in Role])
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """A person has one post in a district; a reporter reports for a unit, others for none."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "user"], name="post_one_a_person"),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]), name="post_role_known"
            ),
            models.CheckConstraint(
                condition=models.Q(role=Role.REPORTER, unit__isnull=False)
                | (~models.Q(role=Role.REPORTER) & models.Q(unit__isnull=True)),
                name="post_reporter_has_unit",
            ),
        ]


class Event(DistrictModel):
    """One thing that was done: who, what, to what, when, with which facts. Never changed.

    `number` counts up in each district without gaps; `digest` chains each event to the one before
    it. There are no foreign keys to what was done to, so the log never stands in the way.
    """

    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)  # username; "" for the program itself
    action = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)  # model name of the thing
    key = models.BigIntegerField()  # its primary key
    facts = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)

    class Meta:
        """One number once; newest last."""

        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["district", "number"], name="event_number"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["district", "kind", "key"], name="event_of_thing"),
        ]
