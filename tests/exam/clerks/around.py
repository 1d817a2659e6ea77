"""What stands around the table of a clerk: disclosure record, rules, furniture, who to call."""

from __future__ import annotations

from tests.exam.clerks import texts
from tests.exam.clerks.desk import Desk
from tests.exam.model import Page
from tests.exam.words import around
from tests.exam.words.units import invent_person

_CAPTIONS = ("联系方式", "附:联络员名单", "各单位联络员通讯录")
_HEADS = (
    ("单位", "联络员", "联系电话"),
    ("单位名称", "联系人", "办公电话"),
    ("序号", "单位", "联络员", "联系电话"),
    ("序号", "部门", "姓名", "职务", "电话"),
)


def set_around(desk: Desk, page: Page) -> None:
    """Set a clerk's surroundings around a page."""
    rng, clerk = desk.rng, desk.clerk
    if rng.random() < 0.35:
        page.notice = around.notice(rng, desk.district, desk.year, desk.month)
    if rng.random() < 0.25:
        page.before.append(desk.words(rng.choice(texts.INTROS)))
    if clerk.rules:
        numbered = [f"{number}.{rule}" for number, rule in enumerate(texts.RULES, 1)]
        (page.before if rng.random() < 0.25 else page.notes).extend(["填报说明:", *numbered])
    elif rng.random() < 0.25:
        page.notes = around.notes(rng, tuple(dict.fromkeys(clerk.statuses)))
    if rng.random() < 0.35:
        page.furniture = around.furniture(rng)
    if clerk.contacts:
        page.contacts[rng.random() < 0.7].extend(_list_contacts(desk))


def _list_contacts(desk: Desk) -> list[list[str]]:
    """List whom to call: a caption, a header, a line a body."""
    rng, head = desk.rng, desk.rng.choice(_HEADS)
    lines = [[rng.choice(_CAPTIONS)], list(head)]
    for number, body in enumerate(rng.sample(desk.bodies.bureaus, rng.randint(3, 7)), 1):
        phone = f"0{rng.randint(510, 599)}-{rng.randint(2000000, 8999999)}"
        told = {
            "序号": str(number),
            "职务": "科员",
            "联系电话": phone,
            "办公电话": phone,
            "电话": phone,
        }
        told |= {name: invent_person(rng) for name in ("联络员", "联系人", "姓名")}
        lines.append([told.get(name, body) for name in head])
    return lines
