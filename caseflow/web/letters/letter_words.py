"""What the fields of a letter are called, and which of them a template has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from caseflow.http.language import gettext, mark
from caseflow.vocabulary.letters import SEVERAL_LINES, LetterField, LetterTemplate

FIELDS: Mapping[LetterField, str] = MappingProxyType(
    {
        LetterField.NAME: mark("To whom, as the envelope says it"),
        LetterField.DAY: mark("Day"),
        LetterField.TIME: mark("Time"),
        LetterField.PLACE: mark("Place"),
        LetterField.SINCE: mark("Since when"),
        LetterField.PERSON: mark("Whom it is about"),
        LetterField.MATTER: mark("Subject"),
        LetterField.ENCLOSED: mark("What is enclosed"),
        LetterField.TEXT: mark("Your words"),
        LetterField.ADDRESS: mark("Address, where it goes by post"),
        LetterField.SIGNED: mark("Name below the letter"),
    }
)


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field of a letter as it is asked for."""

    key: str
    label: str
    several_lines: bool


def fields_of(template: LetterTemplate) -> Iterator[ShownField]:
    """Yield the fields in the order in which they are filled in."""
    around = (LetterField.ADDRESS, LetterField.SIGNED)
    for each in (LetterField.NAME, *template.fields, *around):
        yield ShownField(each.value, gettext(FIELDS[each]), each in SEVERAL_LINES)


def field_labels() -> dict[str, str]:
    """Return what each field is called above the form."""
    return {each.value: gettext(label) for each, label in FIELDS.items()}
