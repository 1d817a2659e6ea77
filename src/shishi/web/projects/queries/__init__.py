"""Reading: what pages show, as frozen values, each with a constant number of SQL queries."""

from shishi.web.projects.queries.items import ItemPage, item_page
from shishi.web.projects.queries.lists import events, item_events, plans, uploads
from shishi.web.projects.queries.reviews import LeaderPage, leader_page, open_waivers, review_queue
from shishi.web.projects.queries.slots import find_slot, my_slots, preview_findings, report_form
from shishi.web.projects.queries.strip import Board, board, columns_of_year

__all__ = [
    "Board",
    "ItemPage",
    "LeaderPage",
    "board",
    "columns_of_year",
    "events",
    "find_slot",
    "item_events",
    "item_page",
    "leader_page",
    "my_slots",
    "open_waivers",
    "plans",
    "preview_findings",
    "report_form",
    "review_queue",
    "uploads",
]
