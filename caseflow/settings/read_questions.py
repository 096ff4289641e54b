"""Read config/questions.toml."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from caseflow.settings.read_columns import check_structured, lists_of, read_columns
from caseflow.settings.toml_tables import Table, nearest, read_table
from caseflow.vocabulary.configuration import Category
from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.questions.answer_types import AnswerType, read_type
from caseflow.vocabulary.questions.catalogue import Catalogue, Note, Option, OptionList, Question
from caseflow.vocabulary.units import UnitKind

LETTERS: Mapping[str, UnitKind] = {
    "C": UnitKind.COUNSELLING,
    "S": UnitKind.SHELTER,
    "H": UnitKind.HOUSING,
    "Q": UnitKind.QUALIFICATION,
    "O": UnitKind.OUTREACH,
    "A": UnitKind.ANTI_DISCRIMINATION,
}

_KNOWN = frozenset({"type", "units", "notes", "volatile", "hint", "columns"})
_NAME = re.compile(r"[a-z0-9_]{1,64}")


def read_questions(
    file: Path, languages: Collection[str], categories: Mapping[str, Category]
) -> Catalogue:
    """Return the catalogue, its questions in the order of the file."""
    table = read_table(file)
    table.only({"questions", "lists"})
    lists = {key: _list(key, each, languages) for key, each in table.table("lists").tables()}
    questions: dict[str, Question] = {}
    for category, group in table.table("questions").tables():
        for key, each in group.tables():
            _check(key, category, each, categories)
            if key in questions:
                raise each.wrong("the question `{key}` is there twice", key=key)
            questions[key] = _question(key, category, each, lists, languages)
            _check_special(questions[key], each, categories[category])
            check_structured(questions[key], each)
    _check_lists(table.table("lists"), lists, questions.values())
    return Catalogue(tuple(questions.values()), lists)


def _list(key: str, table: Table, languages: Collection[str]) -> OptionList:
    options = []
    for code, each in table.tables():
        each.only(languages)
        if not _NAME.fullmatch(code):
            raise each.wrong("the code `{code}` must be of small letters, digits and _", code=code)
        options.append(Option(code, each.labels(languages)))
    if not options:
        raise table.wrong("the list `{key}` has no options", key=key)
    return OptionList(key, tuple(options))


def _check(key: str, category: str, table: Table, categories: Collection[str]) -> None:
    if category not in categories:
        raise table.wrong(
            "question `{key}` names the category `{category}`{nearest}",
            key=key,
            category=category,
            nearest=nearest(category, categories),
        )
    if not _NAME.fullmatch(key):
        raise table.wrong("the key `{key}` must be of small letters, digits and _", key=key)


def _question(
    key: str,
    category: str,
    table: Table,
    lists: Mapping[str, OptionList],
    languages: Collection[str],
) -> Question:
    table.only({*_KNOWN, *languages})
    answer_type = _type(table)
    used = lists_of(answer_type)
    for name in sorted(used - lists.keys()):
        raise table.wrong(
            "question `{key}` names the list `{name}`{nearest}",
            key=key,
            name=name,
            nearest=nearest(name, lists),
        )
    units = _units(table)
    return Question(
        key=key,
        labels=table.labels(languages),
        category=category,
        type=answer_type,
        lists={name: lists[name] for name in sorted(used)},
        first_day=frozenset(LETTERS[unit] for unit in units if unit.isupper()),
        later=frozenset(LETTERS[unit.upper()] for unit in units if unit.islower()),
        volatile=table.flag("volatile", default=False),
        notes=frozenset(Note(note) for note in table.some_of("notes", frozenset(Note))),
        hints=table.table("hint").labels(languages) if "hint" in table.values else {},
        columns=read_columns(table, answer_type, languages),
    )


def _type(table: Table) -> AnswerType:
    try:
        return read_type(table.text("type"))
    except BadConfiguration as error:
        raise table.wrong("{what}", what=error.sentence) from error


def _units(table: Table) -> str:
    units = table.text("units")
    strange = sorted(set(units.upper()) - LETTERS.keys())
    if strange or len(set(units.upper())) < len(units):
        raise table.wrong(
            "`units` is `{units}`; each of C S H Q O A once, capital or small", units=units
        )
    return units


def _check_special(question: Question, table: Table, category: Category) -> None:
    if Note.ARTICLE_9 in question.notes and not category.special:
        raise table.wrong(
            "question `{key}` is marked article_9, but its category `{own}` has special = false "
            "in categories.toml",
            key=question.key,
            own=category.key,
        )


def _check_lists(
    table: Table, lists: Mapping[str, OptionList], questions: Collection[Question]
) -> None:
    used = {name for question in questions for name in question.lists}
    for name in lists.keys() - used:
        raise table.wrong("no question uses the list `{name}`; remove it", name, name=name)
