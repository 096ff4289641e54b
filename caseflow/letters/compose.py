"""Put a letter together from its template and what was typed, as a paper."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from unicodedata import category, normalize

from babel.dates import format_date

from caseflow.paper import Document, Heading, Paragraph, Piece, isolated
from caseflow.vocabulary.letters import SEVERAL_LINES, LetterField, LetterTemplate
from caseflow.vocabulary.tongues import Tongue

_WORD = re.compile(r"\w+")
# What a register writes behind a name and nobody says.
_LEGAL_FORM = re.compile(
    r"(?: e v| ev| gmbh| ggmbh| gug| ug| haftungsbeschränkt| ag| gag| e g| eg)+ $"
)
_LOCALES = {"de": "de_DE", "en": "en_GB"}
_TITLES = {"de": "Brief", "en": "Letter"}  # of the file: says nothing of anybody
_LETTER = _TITLES["en"]  # by which other languages call it


@dataclass(frozen=True, slots=True)
class Filled:
    """A letter with its fields put in."""

    template: LetterTemplate
    language: str
    values: Mapping[LetterField, str]
    sender: tuple[str, ...]  # the lines above it; none where it must be neutral
    tongue: Tongue | None = None  # hers, where no page speaks it

    @property
    def subject(self) -> str:
        """Return the line that it begins with."""
        return self.template.words[self.language].subject.format_map(self._plain)

    @property
    def text(self) -> str:
        """Return its words, as they are kept in the evidence of what was told."""
        return self.template.words[self.language].text.strip().format_map(self._plain)

    @property
    def _plain(self) -> dict[str, str]:
        return {field.value: self.values.get(field, "") for field in LetterField}

    @property
    def drawn(self) -> str:
        """Return its words for the sheet: a name does not turn around what stands beside it."""
        told = {
            name: value if name in SEVERAL_LINES or not value else isolated(value)
            for name, value in self._plain.items()
        }
        return self.template.words[self.language].text.strip().format_map(told)


def compose(letter: Filled, today: date) -> Document:
    """Return the letter as a paper."""
    return Document(
        _title(letter),
        letter.language,
        today,
        tuple(_pieces(letter, today)),
    )


def names_of(names: Iterable[str], text: str) -> bool:
    """Say whether a text names one of these, however it is written there."""
    said = _spelled(text)
    return any(spoken in said for spoken in map(_spoken, names) if spoken.strip())


def _spoken(name: str) -> str:
    """Return the words of a name as people say it, without the form that a register knows."""
    return _LEGAL_FORM.sub(" ", _spelled(name))


def _spelled(text: str) -> str:
    """Return the words alone, in small letters, each between blanks; what is not seen is gone."""
    seen = (each for each in normalize("NFKC", text) if category(each) != "Cf")
    return f" {' '.join(_WORD.findall(''.join(seen).casefold()))} "


def _pieces(letter: Filled, today: date) -> Iterator[Piece]:
    yield from (Paragraph(line, quiet=True) for line in letter.sender)
    name, address = (
        letter.values.get(field, "") for field in (LetterField.NAME, LetterField.ADDRESS)
    )
    yield Paragraph("\n".join(filter(None, (name, address))))
    yield Paragraph(_day(letter, today), quiet=True)
    yield Heading(letter.subject, 2)
    yield from (Paragraph(each) for each in re.split(r"\n\s*\n", letter.drawn) if each.strip())
    signed = letter.values.get(LetterField.SIGNED, "")
    if signed:
        yield Paragraph(signed)
    if letter.tongue is not None and not letter.template.words[letter.language].reviewed:
        yield Paragraph(letter.tongue.unreviewed, quiet=True)


def _title(letter: Filled) -> str:
    if letter.tongue is not None:
        return letter.tongue.sentences.get(_LETTER, _LETTER)
    return _TITLES.get(letter.language, _LETTER)


def _day(letter: Filled, day: date) -> str:
    if letter.tongue is not None:
        return letter.tongue.long_day(day)
    locale = _LOCALES.get(letter.language, letter.language)
    return str(format_date(day, "long", locale))
