"""Who may open a page: the roles that a view names; for everybody else it does not exist."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from shishi.web.pages.scope import allow
from shishi.workflow import Role

View = Callable[..., HttpResponse]


def only(*roles: Role) -> Callable[[View], View]:
    """Let people of these roles in; for others of the same district the answer is 404.

    People of other districts never come this far: for them the district does not exist.
    """

    def gate(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            allow(request.post, *roles)
            return view(request, *args, **kwargs)

        return opened

    return gate
