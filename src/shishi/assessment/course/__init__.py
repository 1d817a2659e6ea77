"""The course of a year: plan against actual, where it leads, and what changed since the last page."""

from __future__ import annotations
