"""Read TOML so that every complaint names the file, the line, what is wrong and how to mend it."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.sentences import Sentence

_CLOSE_ENOUGH = 60  # of 100: what a person would still take for a slip of the finger
_HEADER = re.compile(r"\[(?P<path>[\w.-]+)\]")
_KEY = re.compile(r"(?P<key>[\w-]+)\s*=")
_AT_LINE = re.compile(r"(?P<what>.*) \(at line (?P<line>\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file, which knows where it stands."""

    file: Path
    lines: Mapping[tuple[str, ...], int]
    path: tuple[str, ...]
    values: Mapping[str, object]

    def wrong(self, message: str, key: str = "", /, **values: object) -> BadConfiguration:
        """Return the error that says the message, filled with values, at the line of the key."""
        path = (*self.path, key) if key else self.path
        while path and path not in self.lines:
            path = path[:-1]
        return BadConfiguration(
            "{file}, line {line}: {message}",
            file=_shown(self.file),
            line=self.lines.get(path, 1),
            message=Sentence(message, values),
        )

    def only(self, known: Collection[str]) -> None:
        """Refuse a key that nothing reads."""
        for key in self.values:
            if key not in known:
                raise self.wrong(
                    "`{key}` is no setting here{nearest}", key, key=key, nearest=nearest(key, known)
                )

    def text(self, key: str) -> str:
        """Return a text that is not empty."""
        value = self._value(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong("`{key}` must be a text in quotes", key, key=key)
        return value.strip()

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """Return true or false; a missing one is an error where there is no default."""
        value = self._value(key) if default is None else self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong("`{key}` must be true or false", key, key=key)
        return value

    def number(self, key: str, low: int, high: int) -> int:
        """Return a whole number within the bounds."""
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.wrong(
                "`{key}` is {value}; it must be a whole number from {low} to {high}",
                key,
                key=key,
                value=value,
                low=low,
                high=high,
            )
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, each once; a missing one is empty."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong("`{key}` must be a list of texts", key, key=key)
        if len(set(value)) < len(value):
            raise self.wrong("`{key}` names something twice", key, key=key)
        return tuple(value)

    def one_of(self, key: str, known: Collection[str]) -> str:
        """Return a text that is one of those."""
        value = self.text(key)
        if value not in known:
            raise self.wrong(
                "`{key}` is `{value}`{nearest}",
                key,
                key=key,
                value=value,
                nearest=nearest(value, known),
            )
        return value

    def some_of(self, key: str, known: Collection[str]) -> frozenset[str]:
        """Return texts that are all among those."""
        for value in self.texts(key):
            if value not in known:
                raise self.wrong(
                    "`{key}` names `{value}`{nearest}",
                    key,
                    key=key,
                    value=value,
                    nearest=nearest(value, known),
                )
        return frozenset(self.texts(key))

    def labels(self, languages: Collection[str]) -> Mapping[str, str]:
        """Return the label in each language of the provider."""
        return {language: self.text(language) for language in languages}

    def table(self, key: str) -> "Table":
        """Return the table under the key."""
        value = self._value(key)
        if not isinstance(value, dict):
            raise self.wrong("`{key}` must be a table", key, key=key)
        return Table(self.file, self.lines, (*self.path, key), value)

    def tables(self) -> Iterator[tuple[str, "Table"]]:
        """Yield the tables under all keys, in the order of the file."""
        for key in self.values:
            yield key, self.table(key)

    def _value(self, key: str) -> object:
        if key not in self.values:
            raise self.wrong("`{key}` is missing", key=key)
        return self.values[key]


def read_table(file: Path) -> Table:
    """Return the whole of a TOML file as its outermost table."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = type(error).__name__
        raise BadConfiguration(
            "{file} cannot be read ({reason})", file=_shown(file), reason=reason
        ) from error
    try:
        values = _parsed(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.fullmatch(str(error))  # else it is at the end of the document
        line = found["line"] if found else len(text.splitlines())
        what = found["what"] if found else error
        raise BadConfiguration(
            "{file}, line {line}: no TOML: {what}", file=_shown(file), line=line, what=what
        ) from error
    return Table(file, _lines_of(text), (), values)


@lru_cache(maxsize=64)
def _parsed(text: str) -> Mapping[str, object]:
    """Return what a TOML text says; nobody changes it, so the same text is parsed once."""
    return tomllib.loads(text)


def nearest(given: str, known: Collection[str]) -> Sentence:
    """Return the end of a sentence that names the nearest known word, or all of them."""
    found = process.extractOne(given, sorted(known), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    if found:
        return Sentence("; did you mean `{word}`?", {"word": found[0]})
    return Sentence("; known: {words}", {"words": ", ".join(sorted(known)) or Sentence("none")})


def _lines_of(text: str) -> Mapping[tuple[str, ...], int]:
    """Return the line of each table header and of each key that begins a line."""
    lines: dict[tuple[str, ...], int] = {}
    path: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            path = tuple(header["path"].split("."))
            lines.setdefault(path, number)
        elif key := _KEY.match(line):
            lines.setdefault((*path, key["key"]), number)
    return lines


def _shown(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"
