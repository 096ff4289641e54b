"""Read config/letters/*.toml: the templates of letters, each in every language of the pages.

Those to her may be in hers too.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from caseflow.settings.toml_tables import Table, read_table
from caseflow.vocabulary.letters import (
    ENVELOPE,
    Addressee,
    LetterField,
    LetterTemplate,
    LetterWords,
)

_KNOWN = frozenset({"to", "neutral", "tells", "fields", "words"})
_WORDS = frozenset({"label", "subject", "text"})
_HERS = frozenset({"reviewed", "subject", "text"})
_FIELDS = tuple(field for field in LetterField if field not in {*ENVELOPE, LetterField.NAME})


@dataclass(frozen=True, slots=True)
class Spoken:
    """The languages in which a letter may be written."""

    pages: Sequence[str]  # every letter is in each of them
    hers: Collection[str]  # a letter to her may be in these


def read_letters(
    files: Iterable[Path], spoken: Spoken, categories: Collection[str]
) -> Mapping[str, LetterTemplate]:
    """Return the templates by the name of their file; `categories` are those a consent can open."""
    found = [_template(file, spoken, categories) for file in files]
    return {each.key: each for each in found}


def _template(file: Path, spoken: Spoken, categories: Collection[str]) -> LetterTemplate:
    table = read_table(file)
    table.only(_KNOWN)
    to = table.some_of("to", [each.value for each in Addressee])
    named = table.some_of("fields", [each.value for each in _FIELDS])
    return LetterTemplate(
        key=file.stem,
        to=frozenset(map(Addressee, to)),
        neutral=table.flag("neutral"),
        tells=table.some_of("tells", categories) if Addressee.OUTSIDE in to else frozenset(),
        fields=tuple(each for each in _FIELDS if each in named),
        words=_by_language(table.table("words"), spoken, named, hers=Addressee.CLIENT in to),
    )


def _by_language(
    table: Table, spoken: Spoken, fields: Collection[str], *, hers: bool
) -> Mapping[str, LetterWords]:
    """Return the words; what staff call a letter they read in a language of the pages."""
    also = [each for each in spoken.hers if hers and each in table.values]
    table.only([*spoken.pages, *also])
    words = {each: _words(table.table(each), fields) for each in spoken.pages}
    label = words[spoken.pages[0]].label
    return {**words, **{each: _translated(table.table(each), fields, label) for each in also}}


def _words(table: Table, fields: Collection[str]) -> LetterWords:
    table.only(_WORDS)
    return LetterWords(table.text("label"), *_checked(table, fields))


def _translated(table: Table, fields: Collection[str], label: str) -> LetterWords:
    table.only(_HERS)
    return LetterWords(label, *_checked(table, fields), reviewed=table.flag("reviewed"))


def _checked(table: Table, fields: Collection[str]) -> tuple[str, str]:
    subject, text = table.text("subject"), table.text("text")
    known = {*fields, LetterField.NAME.value}
    for key, said in (("subject", subject), ("text", text)):
        for name in _named(table, key, said):
            if name not in known:
                raise table.wrong("`{name}` is none of the fields of this letter", key, name=name)
    return subject, text


def _named(table: Table, key: str, text: str) -> list[str]:
    """Return the names in braces; a brace alone is an error of whoever wrote the template."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        raise table.wrong("a brace in `{key}` is not closed", key, key=key) from error
    if any(spec or conversion for _, _, spec, conversion in parts):
        raise table.wrong("braces in `{key}` hold nothing but the name of a field", key, key=key)
    return [name for _, name, _, _ in parts if name is not None]
