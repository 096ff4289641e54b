"""Show an answer as one text in the reader's language."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.questions.answer_types import AnswerType, Kind, Part, read_type
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.faults import Row, Value
from caseflow.vocabulary.questions.labels import in_language
from caseflow.vocabulary.questions.part_labels import part_label
from caseflow.vocabulary.questions.places_and_tongues import country_name, language_name
from caseflow.vocabulary.questions.stored_answer import Answer

BETWEEN_PARTS = " · "

_WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {"yes": "ja", "no": "nein", "unknown": "unbekannt", "file": "eine Datei"},
    "en": {"yes": "yes", "no": "no", "unknown": "unknown", "file": "a file"},
}
_CHOSEN = frozenset({Kind.CHOICE, Kind.CHOICES})
_LINES = frozenset({Kind.LIST, Kind.TABLE, Kind.FILE})


def _is_day(value: Value) -> bool:
    try:
        return bool(date.fromisoformat(str(value)))
    except ValueError:
        return False


def _show_day(text: str, language: str) -> str:
    if not _is_day(text):
        return text
    return str(format_date(date.fromisoformat(text), "medium", _locale(language)))


def _locale(language: str) -> str:
    return "de_DE" if language == "de" else "en_GB"


def _show_number(text: str, language: str) -> str:
    return str(format_decimal(Decimal(text), locale=_locale(language)))


def _show_yes_no(text: str, language: str) -> str:
    return _word({"True": "yes", "False": "no"}.get(text, text), language)


def _word(word: str, language: str) -> str:
    return _WORDS["de" if language == "de" else "en"].get(word, word)


_SHOWN: Mapping[Kind, Callable[[str, str], str]] = {
    Kind.DATE: _show_day,
    Kind.DATES: _show_day,
    Kind.NUMBER: _show_number,
    Kind.YES_NO: _show_yes_no,
    Kind.YES_NO_UNKNOWN: _show_yes_no,
    Kind.COUNTRY: country_name,
    Kind.COUNTRIES: country_name,
    Kind.LANGUAGES: language_name,
}


def show_answer(question: Question | None, answer: Answer, language: str) -> str:
    """Return the answer as text; `question` is None where it is no longer asked."""
    kept = _type_of(answer)
    value = answer.value
    named = value if isinstance(value, dict) else {_fitting(kept, value).name: value}
    labels = _labels(question, answer, language)
    shown = [
        _with_label(part, _show_part(part, named[part.name], labels, language), language)
        for part in kept.parts
        if part.name in named
    ]
    rows = kept.of_kind(Kind.TABLE) or kept.of_kind(Kind.FILE)
    return ("\n" if rows else BETWEEN_PARTS).join(shown) or str(value)


def _type_of(answer: Answer) -> AnswerType:
    try:
        return read_type(answer.type)
    except BadConfiguration:  # written by a newer version: show what there is
        return read_type("text")


def _fitting(kept: AnswerType, value: Value) -> Part:
    """Return the alternative that a bare value was read as."""
    if len(kept.parts) == 1:
        return kept.parts[0]
    wanted = Kind.YEAR if isinstance(value, int) else Kind.DATE if _is_day(value) else Kind.CHOICE
    return next((part for part in kept.parts if part.kind is wanted), kept.parts[-1])


def _labels(question: Question | None, answer: Answer, language: str) -> Mapping[str, str]:
    """Return labels by code: as they are now, else as they were when it was answered."""
    labels = {code: in_language(words, language) for code, words in answer.words.items()}
    for name, words in question.columns.items() if question else ():
        labels[name] = in_language(words, language)
    for options in question.lists.values() if question else ():
        labels |= {option.code: in_language(option.labels, language) for option in options.options}
    return labels


def _with_label(part: Part, text: str, language: str) -> str:
    plain = part.name == part.kind or (part.kind is Kind.YES_NO_UNKNOWN and part.name == "yes_no")
    return text if plain else f"{part_label(part, language)} {text}"


def _show_row(part: Part, row: Row, labels: Mapping[str, str], language: str) -> str:
    """Return a row with the names of its columns, or the title of a file."""
    if part.kind is Kind.FILE:
        return file_title(str(row.get("title", "")), language)
    return BETWEEN_PARTS.join(
        f"{labels.get(column.name, column.name)}: "
        f"{_show_part(column, row[column.name], labels, language)}"
        for column in part.columns
        if column.name in row
    )


def file_title(title: str, language: str) -> str:
    """Return what a file is called; to whom that is not open, that it is one."""
    return title or _word("file", language)


def _show_part(part: Part, value: Value, labels: Mapping[str, str], language: str) -> str:
    if isinstance(value, list):
        between = "\n" if part.kind in _LINES else ", "
        return between.join(_show_part(part, item, labels, language) for item in value)
    if isinstance(value, dict):
        return _show_row(part, value, labels, language)
    if part.kind in _CHOSEN:
        return labels.get(str(value), str(value))
    shown = _SHOWN.get(part.kind)
    return shown(str(value), language) if shown else str(value)
