"""What a person may see inside her district: a liaison her unit's own items, everybody else all."""

from __future__ import annotations

from django.http import Http404

from shishi.web.accounts.models import Post
from shishi.web.projects.models import Part
from shishi.workflow import Role


def items_in_sight(post: Post) -> frozenset[int] | None:
    """Give the keys of the items that a liaison's unit leads or supports; None where all are in sight.

    At most 1 query.
    """
    if post.role != Role.REPORTER:
        return None
    parts = Part.objects.filter(unit_id=post.unit_id)
    return frozenset(parts.values_list("item_id", flat=True))


def allow(post: Post, *roles: Role) -> None:
    """Let these roles pass; for the others the page does not exist."""
    if post.role not in roles:
        raise Http404
