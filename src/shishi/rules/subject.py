"""What the rules look at: a page, its measures, and the words and limits that hold for it.

A page that prints its own fill-in rules (填报说明) is judged by them; the rulebook speaks where the page
is silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from shishi.findings import About, Severity
from shishi.matching import Companion
from shishi.matching.goals.pairing import Pairing
from shishi.measures.measure import Measured
from shishi.places import Place, Text
from shishi.records import LISTS, Field, Page, Record
from shishi.rulebook import Length, Rulebook
from shishi.rulebook.book import Setting
from shishi.rules.beside import Before, Beside, is_earlier, line_up, sort_newest_first
from shishi.text.characters import fold, squeeze

TEXTS = (Field.THEME, Field.ITEM, Field.GOAL, Field.PROGRESS, Field.EXPLANATION, Field.REMARK)
"""The fields that hold sentences."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A page as the rules see it; `beside` is what else it is held against.

    `words` are the status words that may be filled in, `due` maps such a word to what it asks the
    explanation for. Both are the page's own where it states them;
    `words_bind` says whether other words of known meaning are refused. `others_need_not` whether an
    explanation nobody asked for is worth a note. `length` is None where no length is asked for.
    `last` is the newest earlier page; `history` has every record as the earlier pages have it, newest
    first. `pairings` keeps what shishi.rules.answers found, by order and field: several rules ask for it.
    """

    page: Page
    measured: Mapping[int, Measured]
    rulebook: Rulebook
    words: tuple[str, ...]
    due: Mapping[str, tuple[str, ...]]
    words_bind: bool
    others_need_not: bool
    length: Length | None
    closed_mark: str
    beside: Beside = field(default_factory=Beside)
    last: Companion | None = None
    history: Mapping[int, tuple[Before, ...]] = field(default_factory=dict)
    pairings: dict[tuple[int, Field], tuple[Pairing, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def before(self, record: Record) -> Before | None:
        """Give a record as the last earlier page has it; None where that page has it not."""
        found = self.history.get(record.order, ())
        return found[0] if found and self.last and found[0].page is self.last.page else None

    def measured_of(self, record: Record) -> Measured:
        """Give the numbers of a record; without any where it was not measured."""
        return self.measured.get(record.order) or Measured(record.order)

    def has_column(self, name: Field) -> bool:
        """Say whether the page asks for this field, or any record has something in it."""
        return name in self.page.columns or any(
            self.fills(record, name) for record in self.page.records
        )

    def fills(self, record: Record, name: Field) -> bool:
        """Say whether a record says something in this field; a mark for blank cells says nothing."""
        if name in LISTS:
            return bool(self.list_names(record, name))
        return not self.is_blank(record.plain(name))

    def is_blank(self, text: str) -> bool:
        """Say whether a cell says nothing: empty, or filled with a mark."""
        bare = text.strip()
        return not bare or bare == self.closed_mark or bare in self.rulebook.blank_marks

    def list_names(self, record: Record, name: Field) -> list[tuple[Text, str]]:
        """List the names of a list field, each as printed and in simplified characters."""
        script = self.page.script
        names = [(t, squeeze(fold(t.value, script).plain)) for t in record.names.get(name, ())]
        return [(text, plain) for text, plain in names if not self.is_blank(plain)]

    def is_doubtful(self, record: Record, name: Field) -> bool:
        """Say whether reading this cell was doubtful: then its content is not held against it."""
        return any(
            finding.about is About.READING
            and finding.severity is not Severity.NOTES
            and finding.place.field == name.value
            and (finding.facts.get("order") == record.order or _is_row(finding.place, record.place))
            for finding in self.page.findings
        )

    def find_due(self, status: str) -> tuple[str, ...] | None:
        """Find what a status asks the explanation for; None when nobody knows what it means."""
        if status in self.due:
            return self.due[status]
        if self.rulebook.meaning(status) is None:
            return None
        return self.due.get(self.rulebook.propose(status, self.words), ())

    def name_aspect(self, aspect: str) -> dict[str, str]:
        """Name what an explanation has to hold, in both languages."""
        book = self.rulebook
        return {"zh": book.names[aspect], "en": book.english_names[aspect]}

    def setting(self, code: str, key: str) -> Setting:
        """Give a rule's setting in the rulebook."""
        return self.rulebook.rules[code].settings[key]

    def words_of(self, code: str, key: str) -> tuple[str, ...]:
        """Give a rule's setting as words."""
        words = self.setting(code, key)
        return words if isinstance(words, tuple) else ()

    def number(self, code: str, key: str) -> Decimal:
        """Give a rule's setting as a number."""
        return Decimal(str(self.setting(code, key)))

    def list_texts(self) -> Iterator[tuple[Record, Field]]:
        """List every cell that holds sentences, in page order."""
        for record in self.page.records:
            yield from ((record, name) for name in TEXTS if self.fills(record, name))


def build_subject(
    page: Page,
    measured: Mapping[int, Measured],
    *,
    rulebook: Rulebook,
    beside: Beside | None = None,
) -> Subject:
    """Lay the rules that the page prints over those of the rulebook, and find its records elsewhere."""
    beside = beside or Beside()
    earlier = [c for c in sort_newest_first(beside.previous) if is_earlier(c.page, page)]
    stated: dict[str, object] = {}
    for rule in page.stated_rules:
        stated |= rule.facts
    own_words = _listed(stated.get("statuses"))
    words = own_words or rulebook.words
    return Subject(
        page=page,
        measured=measured,
        rulebook=rulebook,
        words=words,
        words_bind=bool(own_words) or rulebook.words_bind,
        due=_merge_due(stated, rulebook, words),
        others_need_not="explain" in stated or rulebook.others_need_not,
        length=_merge_length(stated.get("length"), rulebook.length),
        closed_mark=str(stated.get("closed_mark", rulebook.closed_mark)),
        beside=beside,
        last=earlier[0] if earlier else None,
        history=line_up(page, earlier, rulebook=rulebook),
    )


def count_characters(record: Record) -> int:
    """Count the characters of a progress text without white space and pinyin."""
    return len("".join(record.plain(Field.PROGRESS).split()))


def _merge_due(
    stated: Mapping[str, object], rulebook: Rulebook, words: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    explained = _listed(stated.get("explain"))
    if not explained:
        return {word: rulebook.due.get(rulebook.meaning(word) or "", ()) for word in words}
    due: dict[str, tuple[str, ...]] = dict.fromkeys(words, ())
    for word in explained:
        asked = [a for a in ("reason", "next_step") if word in _listed(stated.get(a))]
        due[word] = tuple(asked) or ("circumstances",)
    return due


def _merge_length(stated: object, length: Length) -> Length | None:
    if not isinstance(stated, int) or stated <= 0:
        return length if length.always else None
    return Length(stated, note_from=stated * length.note_from // length.about, always=True)


def _listed(fact: object) -> tuple[str, ...]:
    return tuple(str(f) for f in fact) if isinstance(fact, (list, tuple)) else ()


def _is_row(place: Place, row: Place) -> bool:
    return place.row is not None and (place.part, place.row) == (row.part, row.row)
