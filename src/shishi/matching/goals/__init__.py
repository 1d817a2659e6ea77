"""Goals: which number or step of a report answers which of a goal, and why one answers none."""

from __future__ import annotations
