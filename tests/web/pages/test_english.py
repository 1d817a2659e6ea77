"""Everything a screen says in Chinese is there in English: read from the sources themselves."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import shishi.web

WEB = Path(shishi.web.__file__).parent
CATALOGUE = WEB / "locale" / "en" / "LC_MESSAGES" / "django.mo"
CALLS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def said_by_templates(folder: Path) -> Iterator[str]:
    for page in folder.rglob("*.html"):
        source = page.read_text(encoding="utf-8")
        yield from re.findall(r"""{% trans "([^"]+)\"""", source)
        yield from re.findall(r"""{% trans '([^']+)'""", source)
        yield from re.findall(r"""_\("([^"]+)"\)""", source)
        for block in re.findall(r"{% blocktrans[^%]*%}(.*?){% endblocktrans %}", source, re.S):
            singular = block.split("{% plural %}")[0]
            yield re.sub(r"{{ (\w+) }}", r"%(\1)s", singular)


def said_by_code(folder: Path) -> Iterator[str]:
    for module in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in CALLS and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


@pytest.fixture(scope="module")
def english():
    with CATALOGUE.open("rb") as opened:
        return gettext.GNUTranslations(opened)


def test_every_message_of_the_pages_has_its_english(english):
    said = {*said_by_templates(WEB), *said_by_code(WEB)}
    chinese = {message for message in said if CHINESE.search(message)}

    assert len(chinese) > 200
    untranslated = {
        message
        for message in chinese
        if CHINESE.search(english.ngettext(message, message, 2))
        and CHINESE.search(english.gettext(message))
    }
    assert untranslated == set()


def test_the_english_fills_in_the_same_facts():
    with CATALOGUE.open("rb") as opened:
        pairs = gettext.GNUTranslations(opened)._catalog
    names = re.compile(r"%\((\w+)\)[sd]")
    wrong = [
        said
        for key, said in pairs.items()
        for message in [key if isinstance(key, str) else key[0]]
        if message and set(names.findall(message)) != set(names.findall(said))
    ]

    assert wrong == []


def test_no_template_speaks_chinese_outside_of_a_message():
    """Comments, the fallback page of a broken program and the name of a language aside."""
    silent = re.compile(
        r"{% comment %}.*?{% endcomment %}|{#.*?#}|{% (?:trans|blocktrans).*?%}(?:(?<=blocktrans %}).*?{% endblocktrans %})?"
        r"|_\(\"[^\"]*\"\)|>中文<",
        re.S,
    )
    blocks = re.compile(r"{% blocktrans.*?{% endblocktrans %}", re.S)
    loud = [
        f"{page.name}: {line.strip()}"
        for page in WEB.rglob("*.html")
        if page.name != "500.html"
        for line in silent.sub("", blocks.sub("", page.read_text(encoding="utf-8"))).splitlines()
        if CHINESE.search(line)
    ]

    assert loud == []
