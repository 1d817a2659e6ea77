from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import jsonschema

GUIDE = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text("utf-8")
SCHEMA = json.loads((files("shishi") / "data" / "exchange.schema.json").read_text("utf-8"))


def example() -> object:
    """Read the example that the guide prints."""
    found = re.search(r"```json\n(.+?)\n```", GUIDE, re.DOTALL)
    assert found
    return json.loads(found[1])


def names(schema: object) -> Iterator[str]:
    """Yield every property name that the schema defines."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        for inner in schema.values():
            yield from names(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from names(inner)


def words(schema: object) -> Iterator[str]:
    """Yield every word that the schema allows as a value."""
    if isinstance(schema, dict):
        yield from (word for word in schema.get("enum", ()) if word is not None)
        for inner in schema.values():
            yield from words(inner)


def test_the_example_of_the_guide_keeps_to_the_schema() -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(example())


def test_the_example_shows_every_kind_of_thing() -> None:
    page = json.loads(json.dumps(example()))

    assert all(page[name] for name in ("notice", "stated_rules", "records", "findings"))
    assert page["records"][0]["measures"]
    assert page["records"][0]["milestones"]
    assert page["assessments"][0]["used"]


def test_every_name_of_the_schema_is_explained_in_the_guide() -> None:
    explained = {name for spot in re.findall(r"`([a-z_.0-9]+)`", GUIDE) for name in spot.split(".")}

    assert sorted(set(names(SCHEMA)) - explained) == []


def test_every_value_of_the_schema_is_explained_in_the_guide() -> None:
    explained = set(re.findall(r"`([^`\n]+)`", GUIDE))

    assert sorted(set(words(SCHEMA)) - explained) == []
