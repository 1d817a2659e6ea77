"""The cast: two districts, the people with a post in them, and a plan to report on.

云溪区 is where the tests play, 临桥县 where nothing of it may ever be seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count

from shishi.web.accounts.actions import add_unit, appoint, found_district
from shishi.web.accounts.models import District, Post, Unit, User
from shishi.web.projects.actions.plans import found_plan, open_slots, set_goal
from shishi.web.projects.actions.reports import Words, accept_report, submit_report
from shishi.web.projects.models import Item, Part, Plan, Report, Slot
from shishi.web.tenancy import open_district
from shishi.workflow import Role
from tests.web.kept import Kept

NOON = datetime(2031, 4, 2, 4, 0, tzinfo=UTC)  # 12:00 in Shanghai
ON = date(2031, 4, 2)
MARCH = "2031-03"
DUE = date(2031, 4, 5)
WORDS = Words("完成改造老旧管网12公里，占全年任务的60%。", "正常")

_keys = count(1)


@dataclass(frozen=True)
class World:
    """Everybody by office: 张工 of the lead unit, 李工 of another unit, 王工 of another district."""

    district: District
    other: District
    lead_unit: Unit
    other_unit: Unit
    office: Post
    second_office: Post
    zhang: Post
    li: Post
    wang: Post
    far_office: Post
    leader: Post
    visitor: User
    plan: Plan
    far_plan: Plan
    slot: Slot
    far_slot: Slot


def make_user(username: str, display_name: str = "", password: str | None = None) -> User:
    """Make a person; without a password nobody can sign in as them."""
    user = User(username=username, display_name=display_name or username)
    user.set_password(password)
    user.save()
    return user


def make_post(
    district: District, role: Role, username: str, *, title: str = "", unit: Unit | None = None
) -> Post:
    """Make a person with a post."""
    user = make_user(username, title or username)
    return appoint(user, district=district, role=role, unit=unit, by="founder", on=NOON)


def make_plan(slug: str = "livelihood-2031", *, year: int = 2031, reports_every: int = 1) -> Plan:
    """Make a plan without items in the open district."""
    return found_plan(
        slug,
        f"{year}年民生实事项目",
        year=year,
        kind=Plan.Kind.LIVELIHOOD,
        reports_every=reports_every,
        by="office",
        on=NOON,
    )


def make_item(
    plan: Plan, unit: Unit, *, order: int = 1, theme: str = "", supporters: tuple[Unit, ...] = ()
) -> Item:
    """Make an item that a unit leads, with a goal for the year."""
    item = Item(
        plan=plan,
        order=order,
        theme=theme or f"主题{(order + 9) // 10}",
        text=f"改造老旧管网20公里（第{order}片）",
    )
    item.save()
    Part(item=item, unit=unit, duty="lead", position=1, printed=unit.name).save()
    for position, supporter in enumerate(supporters, 1):
        Part(
            item=item, unit=supporter, duty="support", position=position, printed=supporter.name
        ).save()
    set_goal(item, str(plan.year), "完成改造老旧管网20公里。", by="office", on=NOON)
    return item


def make_slot(item: Item, period: str = MARCH, *, due_on: date = DUE) -> Slot:
    """Open a slot for the whole plan and give the item's."""
    open_slots(item.plan, period, due_on=due_on, by="office", on=NOON)
    slot: Slot = Slot.objects.get(item=item, period=period)
    return slot


def submit(slot: Slot, by: Post, words: Words = WORDS, *, on: datetime = NOON) -> Report:
    """Submit a slot as it stands, with a key of its own."""
    report = Report.objects.filter(slot=slot).first()
    version = report.version if report else 0
    return submit_report(slot, words, by=by, on=on, version=version, key=f"key-{next(_keys)}")


def accept(report: Report, by: Post, *, reviewed: str = "正常", because: str = "核对过") -> Report:
    """Accept a report as it stands."""
    accept_report(
        report, reviewed=reviewed, because=because, by=by, on=NOON, version=report.version
    )
    accepted: Report = Report.objects.get(pk=report.pk)
    return accepted


def make_world() -> World:
    """Make both districts with their people, a plan of one item each, and a slot due in March."""
    yunxi = found_district("yunxi", "云溪区", rulebook="default", by="founder", on=NOON)
    linqiao = found_district("linqiao", "临桥县", rulebook="default", by="founder", on=NOON)
    with open_district(yunxi):
        water = add_unit("水务局", kind="bureau", aliases=["区水务局"], by="founder", on=NOON)
        works = add_unit("建设局", kind="bureau", by="founder", on=NOON)
        plan = make_plan()
        slot = make_slot(make_item(plan, water, supporters=(works,)))
    with open_district(linqiao):
        far_water = add_unit("水务局", kind="bureau", by="founder", on=NOON)
        far_plan = make_plan()
        far_slot = make_slot(make_item(far_plan, far_water))
    return World(
        district=yunxi,
        other=linqiao,
        lead_unit=water,
        other_unit=works,
        office=make_post(yunxi, Role.OFFICE, "office", title="督查室"),
        second_office=make_post(yunxi, Role.OFFICE, "second-office", title="督查室二"),
        zhang=make_post(yunxi, Role.REPORTER, "zhang", title="水务局张工", unit=water),
        li=make_post(yunxi, Role.REPORTER, "li", title="建设局李工", unit=works),
        wang=make_post(linqiao, Role.REPORTER, "wang", title="水务局王工", unit=far_water),
        far_office=make_post(linqiao, Role.OFFICE, "far-office", title="县督查室"),
        leader=make_post(yunxi, Role.LEADER, "leader", title="分管区领导"),
        visitor=make_user("visitor", "没有岗位的人"),
        plan=plan,
        far_plan=far_plan,
        slot=slot,
        far_slot=far_slot,
    )


_world = Kept(make_world)


@contextmanager
def playing() -> Iterator[World]:
    """Put the world into the database and open 云溪区."""
    world = _world.put_back()
    with open_district(world.district):
        yield world
