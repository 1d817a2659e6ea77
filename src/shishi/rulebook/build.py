"""Build a Rulebook from a complete table; whatever is missing, unknown or wrong is refused."""

from __future__ import annotations

from decimal import Decimal

from shishi.rulebook.book import (
    ASPECTS,
    COLUMNS,
    MEANINGS,
    ROLES,
    SEVERITIES,
    Bands,
    Length,
    Rulebook,
    RuleSwitch,
    Setting,
    Show,
    StatusWord,
)
from shishi.rulebook.table import Table


def build_rulebook(table: Table) -> Rulebook:
    """Build a Rulebook and refuse keys that nobody asked for. Raises RulebookError."""
    units, places = table.table("units"), table.table("places")
    length, bands = table.table("length"), table.table("bands")
    show, explanation = table.table("show"), table.table("explanation")
    title, names = table.table("title"), explanation.table("names")
    english_names = explanation.table("english_names")
    book = Rulebook(
        name=table.text("name"),
        version=table.text("version"),
        title={language: title.text(language) for language in ("zh", "en")},
        recognize=table.texts("recognize"),
        statuses=_statuses(table),
        words_bind=table.flag("words_bind"),
        aliases=_aliases(table),
        stand_in=_by_meaning(table, "stand_in", MEANINGS),
        closed_mark=table.text("closed_mark"),
        blank_marks=table.texts("blank_marks"),
        responsible_alone=units.text("responsible_alone", ROLES),
        responsible_beside_lead=units.text("responsible_beside_lead", ROLES),
        columns=_columns(table),
        prefixes=units.texts("prefixes"),
        units=units.lists("register"),
        groups=units.lists("groups"),
        rare_places=places.lists("rare"),
        not_after=places.texts("not_after"),
        length=_length(length),
        others_need_not=explanation.flag("others_need_not"),
        restatements=explanation.texts("restatements"),
        due=_by_meaning(explanation, "due", ASPECTS),
        names={aspect: names.text(aspect) for aspect in ASPECTS},
        english_names={aspect: english_names.text(aspect) for aspect in ASPECTS},
        cues=explanation.lists("cues"),
        bands=_bands(bands),
        show=Show(show.flag("claimed"), show.flag("computed"), show.flag("leaders")),
        rules={code: _switch(row) for code, row in _rows(table.table("rules"))},
    )
    for part in (
        units,
        places,
        length,
        bands,
        show,
        explanation,
        names,
        english_names,
        title,
        table,
    ):
        part.close()
    return book


def _rows(table: Table) -> list[tuple[str, Table]]:
    return [(key, table.table(key)) for key in list(table.data)]


def _statuses(table: Table) -> tuple[StatusWord, ...]:
    found: list[StatusWord] = []
    remedy = 'write a list of { word = "…", means = "…", fill = true }'
    for number, data in enumerate(table.take("statuses", list, remedy), 1):
        if not isinstance(data, dict):
            raise table.wrong(f"statuses[{number}]", remedy)
        row = Table(table.file, f"statuses[{number}].", data)
        found.append(StatusWord(row.text("word"), row.text("means", MEANINGS), row.flag("fill")))
        row.close()
    missing = [m for m in MEANINGS if m not in {status.means for status in found}]
    if missing:
        raise table.wrong("statuses", f"no word for {', '.join(missing)}; each meaning needs one")
    return tuple(found)


def _aliases(table: Table) -> dict[str, str]:
    by_meaning = _by_meaning(table, "aliases", ())
    return {word: meaning for meaning, words in by_meaning.items() for word in words}


def _columns(table: Table) -> dict[str, str]:
    by_field = table.lists("columns")
    for name in by_field:
        if name not in COLUMNS:
            raise table.wrong(f"columns.{name}", f"write one of {', '.join(COLUMNS)}")
    return {word: name for name, words in by_field.items() for word in words}


def _by_meaning(table: Table, key: str, allowed: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found = table.lists(key, allowed)
    for meaning in found:
        if meaning not in MEANINGS:
            raise table.wrong(f"{key}.{meaning}", f"write one of {', '.join(MEANINGS)}")
    return found


def _length(table: Table) -> Length:
    length = Length(table.count("about"), table.count("note_from"), table.flag("always"))
    if not 0 < length.about <= length.note_from:
        raise table.wrong("note_from", f"must not be under about, which is {length.about}")
    return length


def _bands(table: Table) -> Bands:
    bands = Bands(
        ahead_from=table.share("ahead_from"),
        on_schedule_from=table.share("on_schedule_from"),
        about_from=table.share("about_from"),
        edge_counts=table.flag("edge_counts"),
        grace_days=table.count("grace_days"),
        by_schedule=table.flag("by_schedule"),
    )
    if bands.ahead_from < bands.on_schedule_from:
        raise table.wrong("ahead_from", "must not be under on_schedule_from")
    return bands


def _switch(row: Table) -> RuleSwitch:
    on, severity = row.flag("on"), row.text("severity", SEVERITIES)
    since, until = row.day("from"), row.day("until")
    if since and until and since > until:
        raise row.wrong("until", f"is {until}, before from, which is {since}")
    settings: dict[str, Setting] = {}
    for key, value in list(row.data.items()):
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            settings[key] = value
        else:
            settings[key] = row.texts(key)
    return RuleSwitch(on, severity, settings, since, until)
