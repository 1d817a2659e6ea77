"""Which district a request is about: the one in its address, for a person with a post in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from shishi.web.accounts.models import Post
from shishi.web.tenancy import open_district


class DistrictMiddleware:
    """Open the district of `/d/<slug>/…` for its people; for everybody else it does not exist."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on; the district is opened once the address is understood."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        *matched: Any,
    ) -> HttpResponse | None:
        """Find the person's post in the district of the address, and run the view inside it.

        `matched` is what the address gave: a tuple and a dictionary of arguments for the view.
        """
        args, kwargs = matched
        if "district" not in kwargs or not request.user.is_authenticated:
            return None
        slug = kwargs.pop("district")
        post = (
            Post.objects.select_related("district", "unit")
            .filter(user=request.user, district__slug=slug)
            .first()
        )
        if post is None:
            raise Http404
        request.post = post  # type: ignore[attr-defined]
        with open_district(post.district):
            response = view(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
        return response


def district_context(request: HttpRequest) -> dict[str, Any]:
    """Give templates the person's post and its district; None outside of a district."""
    post = getattr(request, "post", None)
    return {"post": post, "district": post.district if post else None}
