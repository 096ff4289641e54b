"""Tell programs the words of this provider: units, categories, questions, and the closed lists."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from marshmallow import Schema, fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.letter_words import LetterWord, letter_words
from caseflow.api.schemas import Out, listing
from caseflow.consents import known_partners
from caseflow.http import current
from caseflow.http.language import language
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.labels import in_language
from caseflow.vocabulary.states import DeclarationForm, EntryKind, Notice, Urgency

List = list[Mapping[str, Any]]


class Word(Out):
    """A word that calls take and give."""

    id = fields.String(required=True)


class Labelled(Word):
    """A word and how it is called in the language of the answer."""

    label = fields.String(required=True)


class UnitWord(Word):
    """A unit: its slug, name and kind."""

    name = fields.String(required=True)
    kind = fields.String(required=True)


class CategoryWord(Labelled):
    """A category, and what may open it without a consent of the owning unit's own recording."""

    emergency = fields.Boolean(required=True)
    trustee = fields.Boolean(required=True)


class QuestionWord(Labelled):
    """A question of the catalogue, and which kinds of unit ask it when."""

    type = fields.String(required=True)
    options = fields.List(fields.Nested(Labelled), required=True)
    columns = fields.List(fields.Nested(Labelled), required=True)
    category = fields.String(required=True)
    first_day = fields.List(fields.String(), required=True)
    later = fields.List(fields.String(), required=True)
    volatile = fields.Boolean(required=True)


class PartnerWord(Labelled):
    """An organisation outside the provider that may be told something under a consent."""

    kind = fields.String(required=True)


WORDS: Mapping[str, type[Schema]] = {
    "units": UnitWord,
    "categories": CategoryWord,
    "questions": QuestionWord,
    "purposes": Labelled,
    "partners": PartnerWord,
    "actions": Word,
    "entry_kinds": Word,
    "urgencies": Word,
    "templates": Word,
    "letter_templates": LetterWord,
    "notices": Word,
    "forms": Word,
    "languages": Word,
    "acts": Word,
}
Vocabulary = Out.from_dict(
    {name: fields.List(fields.Nested(schema), required=True) for name, schema in WORDS.items()},
    name="Vocabulary",
)


def words() -> Mapping[str, List]:
    """Return every list of the vocabulary."""
    configuration, spoken = current.work().configuration, language()
    return {
        "units": [
            {"id": unit.slug, "name": unit.name, "kind": unit.kind.value}
            for unit in current.units()
        ],
        "categories": [
            {
                "id": each.key,
                "label": in_language(each.labels, spoken),
                "emergency": each.emergency,
                "trustee": each.trustee,
            }
            for each in configuration.categories.values()
        ],
        "questions": [_question(each, spoken) for each in configuration.catalogue.questions],
        "purposes": [
            {"id": each.key, "label": in_language(each.labels, spoken)}
            for each in configuration.purposes.values()
        ],
        "partners": [
            {"id": str(each.id), "label": each.name, "kind": each.kind}
            for each in known_partners(current.work())
            if each.runs
        ],
        "actions": _plain(Action),
        "entry_kinds": _plain(EntryKind),
        "urgencies": _plain(Urgency),
        "templates": _plain(dict.fromkeys(text.template for text in configuration.texts)),
        "letter_templates": letter_words(configuration.letters.values(), spoken),
        "notices": _plain(Notice),
        "forms": _plain(DeclarationForm),
        "languages": _plain(dict.fromkeys(text.language for text in configuration.texts)),
        "acts": _plain(Act),
    }


def all_words(sent: Sent) -> Given:  # noqa: ARG001 - every call is given what was sent
    """Tell all lists at once."""
    return Given(words())


def one_list(sent: Sent, *, name: str) -> Given:  # noqa: ARG001 - every call is given what was sent
    """Tell one of the lists."""
    return Given({"items": words()[name], "next": None})


def _question(question: Question, spoken: str) -> Mapping[str, Any]:
    options = {
        option.code: in_language(option.labels, spoken)
        for options in question.lists.values()
        for option in options.options
    }
    return {
        "id": question.key,
        "label": in_language(question.labels, spoken),
        "type": question.type.expression,
        "options": [{"id": code, "label": label} for code, label in options.items()],
        "columns": [
            {"id": column.name, "label": in_language(question.columns[column.name], spoken)}
            for part in question.type.parts
            for column in part.columns
        ],
        "category": question.category,
        "first_day": sorted(question.first_day),
        "later": sorted(question.later),
        "volatile": question.volatile,
    }


def _plain(words: Iterable[str]) -> List:
    return [{"id": str(word)} for word in words]


CALLS = (
    Call(
        method="GET",
        address="/vocabulary",
        summary="All words of this provider.",
        permission=Permission.LOGGED_IN,
        gives=Vocabulary,
        act=all_words,
    ),
    *(
        Call(
            method="GET",
            address=f"/{name}",
            summary=f"The {name.replace('_', ' ')} of this provider.",
            permission=Permission.LOGGED_IN,
            gives=listing(schema, f"{schema.__name__}List"),
            act=partial(one_list, name=name),
        )
        for name, schema in WORDS.items()
    ),
)
