"""Guard: refuse web pages that would keep the parser busy for ever, before it sees them."""

from __future__ import annotations

import re

from shishi.readers.refusals import refuse
from shishi.readers.web.nesting import Nesting

MOST_BYTES = 50_000_000
LONGEST_TAG = 20_000
DEEPEST_NESTING = 400

# One tag as the HTML tokenizer cuts it: quotation marks only count after "=". Possessive, and it
# matches even where the tag never ends, so that no character is looked at twice.
_TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)
      | <(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)
        (?: [\s/]++
          | [^\s/>=][^\s/>=]*+ (?: \s*+=\s*+ (?: "[^"]*+"? | '[^']*+'? | [^\s>"'][^\s>]*+ )? )?
          | =
        )*+ >?
    """,
    re.VERBOSE | re.DOTALL,
)
# A cell that holds one text and ends: in a row it opens and closes, and nothing else changes.
_CELL = re.compile(
    r"""\s*+<(t[dh])
        (?: \s++ [a-z-]++ (?: \s*+=\s*+ (?: "[^"<>]{0,200}+" | '[^'<>]{0,200}+' | [^\s"'<>=`]{1,200}+ ) )?+ ){0,12}+
        \s*+> [^<]*+ </\1\s*+>
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PICTURE = re.compile(r"""(["'])data:[^"'<>]*+\1""")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})


def drop_pictures(page: str) -> str:
    """Take pictures written into a page out of it: they hold no words and make tags too long."""
    return _PICTURE.sub('""', page) if "data:" in page else page


def check_page(page: str, name: str, *, spare: int = 0) -> None:
    """Raise UnreadableSource for tags that are too long or nested too deep; linear in the length.

    The parser needs quadratic time in both: in the attributes of a tag and in the depth. `spare` is
    how much deeper the page was before its regular tables were lifted out of it.
    """
    deepest = DEEPEST_NESTING - spare
    nesting = Nesting()
    position = 0
    while match := _TAG.search(page, _skip_cells(page, position, nesting)):
        position = match.end()
        if match["name"] is None:
            continue
        if position - match.start() > LONGEST_TAG:
            size = position - match.start()
            raise refuse(name, "tag-too-long", size=size, limit=LONGEST_TAG)
        tag = match["name"].lower()
        if match["close"]:
            nesting.close(tag)
            continue
        nesting.open(tag, match[0])
        if nesting.depth > deepest:
            raise refuse(name, "too-deep", limit=DEEPEST_NESTING)
        if tag in _RAW:
            end = re.compile(f"</{tag}", re.IGNORECASE).search(page, position)
            position = end.start() if end else len(page)


def _skip_cells(page: str, position: int, nesting: Nesting) -> int:
    """Give the place after the cells that begin here and change nothing; most tags stand in them."""
    if nesting.in_row and nesting.depth + 2 <= DEEPEST_NESTING:
        while cell := _CELL.match(page, position):
            position = cell.end()
    return position
