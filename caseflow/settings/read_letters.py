"""Read config/letters/*.toml: the templates of letters, each in every language of the pages."""

from collections.abc import Collection, Iterable, Mapping
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
_FIELDS = tuple(field for field in LetterField if field not in {*ENVELOPE, LetterField.NAME})


def read_letters(
    files: Iterable[Path], languages: Collection[str], categories: Collection[str]
) -> Mapping[str, LetterTemplate]:
    """Return the templates by the name of their file; `categories` are those a consent can open."""
    found = [_template(file, languages, categories) for file in files]
    return {each.key: each for each in found}


def _template(
    file: Path, languages: Collection[str], categories: Collection[str]
) -> LetterTemplate:
    table = read_table(file)
    table.only(_KNOWN)
    to = table.some_of("to", [each.value for each in Addressee])
    named = table.some_of("fields", [each.value for each in _FIELDS])
    words = {
        language: _words(table.table("words").table(language), named) for language in languages
    }
    table.table("words").only(languages)
    return LetterTemplate(
        key=file.stem,
        to=frozenset(map(Addressee, to)),
        neutral=table.flag("neutral"),
        tells=table.some_of("tells", categories) if Addressee.OUTSIDE in to else frozenset(),
        fields=tuple(each for each in _FIELDS if each in named),
        words=words,
    )


def _words(table: Table, fields: Collection[str]) -> LetterWords:
    table.only(_WORDS)
    subject, text = table.text("subject"), table.text("text")
    known = {*fields, LetterField.NAME.value}
    for key, said in (("subject", subject), ("text", text)):
        for name in _named(table, key, said):
            if name not in known:
                raise table.wrong("`{name}` is none of the fields of this letter", key, name=name)
    return LetterWords(table.text("label"), subject, text)


def _named(table: Table, key: str, text: str) -> list[str]:
    """Return the names in braces; a brace alone is an error of whoever wrote the template."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        raise table.wrong("a brace in `{key}` is not closed", key, key=key) from error
    if any(spec or conversion for _, _, spec, conversion in parts):
        raise table.wrong("braces in `{key}` hold nothing but the name of a field", key, key=key)
    return [name for _, name, _, _ in parts if name is not None]
