"""The addresses of the office, found by looking at the resolver."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """An address with the positions in it: name → kind of converter, as "slot" → "int"."""

    name: str
    positions: dict[str, str]
    view: Callable[..., Any]


def find_routes() -> tuple[Route, ...]:
    """Find every address that answers, in the order of the resolver."""
    return tuple(_walk(get_resolver(), {}))


def _walk(resolver: URLResolver, above: dict[str, str]) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        kinds = {n: type(c).__name__ for n, c in entry.pattern.converters.items()}
        positions = above | {n: kind.removesuffix("Converter").lower() for n, kind in kinds.items()}
        if isinstance(entry, URLPattern):
            yield Route(entry.name or str(entry.pattern), positions, entry.callback)
        else:
            yield from _walk(entry, positions)
