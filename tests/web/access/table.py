"""Who gets which answer, for every address of the office: the table that a person can check.

A column is a person; a row is an address and a method. An answer is the HTTP status. A route that has
no row fails the test. A method that has no row must be refused to everybody: 302 to sign in for
nobody, 404 for people of other districts, 405 or 404 for the district's own.

A page that is not for a person's role does not exist for them: 404, as for another district. Only who
may see a page and not do a thing there is told so: 403.

nobody      not signed in
visitor     signed in, without a post anywhere
far-office  the office of another district
far-liaison a liaison of another district
stranger    a liaison of a unit that has no part in the item
supporter   a liaison of a unit that supports the item
liaison     the liaison of the unit that files
office      the office of this district
leader      a leader of this district
"""

from __future__ import annotations

from dataclasses import dataclass

PEOPLE = (
    "nobody", "visitor", "far-office", "far-liaison",
    "stranger", "supporter", "liaison", "office", "leader",
)  # fmt: skip

TABLE = """
route           method  nobody visitor far-office far-liaison stranger supporter liaison office leader

start           GET        302     200        302         302      302       302     302    302    302
sign-in         GET        200     302        302         302      302       302     302    302    302
sign-in         POST       200     302        302         302      302       302     302    302    302
sign-out        POST       302     302        302         302      302       302     302    302    302
display         POST       302     302        302         302      302       302     302    302    302
language        POST       302     302        302         302      302       302     302    302    302

home            GET        302     404        404         404      200       200     200    200    200
plan            GET        302     404        404         404      200       200     200    200    200
item            GET        302     404        404         404      404       200     200    200    200
leaders         GET        302     404        404         404      404       404     404    200    200

uploads         GET        302     404        404         404      404       404     404    200    404
upload-new      GET        302     404        404         404      404       404     404    200    404
upload-new      POST       302     404        404         404      404       404     404    302    404
upload          GET        302     404        404         404      404       404     404    200    404
upload-cell     GET        302     404        404         404      404       404     404    200    404
upload-cell     POST       302     404        404         404      404       404     404    302    404
upload-proposal POST       302     404        404         404      404       404     404    302    404
upload-right    POST       302     404        404         404      404       404     404    302    404
upload-rows-right POST     302     404        404         404      404       404     404    302    404
upload-columns  POST       302     404        404         404      404       404     404    302    404
upload-confirm  GET        302     404        404         404      404       404     404    200    404
upload-confirm  POST       302     404        404         404      404       404     404    302    404

reports         GET        302     404        404         404      200       200     200    404    404
report          GET        302     404        404         404      404       200     200    404    404
report          POST       302     404        404         404      404       403     302    404    404
report-check    POST       302     404        404         404      404       404     200    404    404
report-draft    POST       302     404        404         404      404       404     200    404    404
report-receipt  GET        302     404        404         404      404       404     200    404    404
slots           GET        302     404        404         404      404       404     404    200    404
slots           POST       302     404        404         404      404       404     404    302    404

reviews         GET        302     404        404         404      404       404     404    200    404
review          GET        302     404        404         404      404       404     404    200    404
review          POST       302     404        404         404      404       404     404    302    404

waiver-new      POST       302     404        404         404      404       404     404    302    404
waiver-end      POST       302     404        404         404      404       404     404    302    404

releases        GET        302     404        404         404      404       404     404    200    404
release-new     GET        302     404        404         404      404       404     404    200    404
release-new     POST       302     404        404         404      404       404     404    302    404
"""


@dataclass(frozen=True)
class Row:
    """The answers to one method at one address, by person."""

    route: str
    method: str
    answers: dict[str, int]


def read_table(text: str = TABLE) -> tuple[Row, ...]:
    """Read the rows of a table; its first line names the people."""
    head, *lines = (line.split() for line in text.splitlines() if line.strip())
    people = tuple(head[2:])
    rows = []
    for route, method, *answers in lines:
        if len(answers) != len(people):
            raise ValueError(
                f"{route} {method} has {len(answers)} answers for {len(people)} people"
            )
        rows.append(Row(route, method, dict(zip(people, map(int, answers), strict=True))))
    return tuple(rows)
