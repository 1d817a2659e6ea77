"""A plan of the demo as the page that an office publishes, so that it comes in as any other file does."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from itertools import groupby
from typing import Any

from shishi.web.demo.story import PlanStory

_TASKS = ("序号", "目标任务", "牵头单位", "配合单位")
_PROJECTS = ("序号", "类别", "主要内容", "区领导", "牵头单位", "配合单位", "年度目标")


def page_of_plan(story: PlanStory) -> bytes:
    """Write a plan as an HTML page: one table, or one a section where the plan has sections."""
    title = escape(story.text("title"))
    tables = [
        _table(list(rows), themed="theme" in story.items[0])
        for _, rows in groupby(story.items, key=lambda item: item.get("section", 1))
    ]
    head = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{title}</title>'
    return "\n".join([head, f"<h1>{title}</h1>", *tables, "</html>\n"]).encode()


def _table(items: list[dict[str, Any]], *, themed: bool) -> str:
    header = "".join(f"<th>{word}</th>" for word in (_PROJECTS if themed else _TASKS))
    lines = ["<table>", f"<tr>{header}</tr>"]
    themes = [item.get("theme") for item in items]
    for number, item in enumerate(items, 1):
        begins = number == 1 or themes[number - 2] != item.get("theme")
        span = themes.count(item.get("theme")) if begins else 0
        lines.append(f"<tr><td>{number}</td>{_cells(item, span if themed else None)}</tr>")
    return "\n".join([*lines, "</table>"])


def _cells(item: Mapping[str, Any], span: int | None) -> str:
    """Write a row's cells; `span` is the height of its theme's cell, 0 below the first, None without."""
    leads, supports = "、".join(item["leads"]), "、".join(item["supports"])
    if item.get("open_ended"):
        supports += "等部门、单位"
    if span is None:
        return "".join(f"<td>{escape(text)}</td>" for text in (item["text"], leads, supports))
    theme = f'<td rowspan="{span}">{escape(item["theme"])}</td>' if span else ""
    texts = (item["text"], item["leader"], leads, supports, item["year_goal"])
    return theme + "".join(f"<td>{escape(text)}</td>" for text in texts)
