"""Answering: how a report answers the numbers, the steps and the words of a goal, part by part."""

from __future__ import annotations
