"""Words that were typed and not stored, because the session had ended: kept until they are.

They lie in the browser's own session on the server. Signing in keeps what an unknown visitor's session
holds, and shows it again only on the form that they were typed in, to whoever may open that form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from shishi.web.pages.reports.forms import MOST_CHARACTERS

KEPT = "kept-words"
NAMES = ("progress", "claimed", "explanation", "version")
MOST_FORMS = 5


def keep_words(request: HttpRequest) -> None:
    """Keep what was posted to this address; the oldest of too many forms goes."""
    kept = dict(request.session.get(KEPT, {}))
    kept.pop(request.path, None)
    kept[request.path] = {n: request.POST.get(n, "")[:MOST_CHARACTERS] for n in NAMES}
    request.session[KEPT] = dict(list(kept.items())[-MOST_FORMS:])


def kept_words(request: HttpRequest) -> Mapping[str, Any] | None:
    """Give what was kept for this address; None when there is nothing."""
    return request.session.get(KEPT, {}).get(request.path)  # type: ignore[no-any-return]


def forget_words(request: HttpRequest) -> None:
    """Forget what was kept for this address, once it is stored."""
    kept = request.session.get(KEPT, {})
    if kept.pop(request.path, None) is not None:
        request.session[KEPT] = kept
