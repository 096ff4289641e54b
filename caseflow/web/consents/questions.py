"""The questions of a consent in their order, one for each page; pure: what was typed goes in.

Whoever says no to every category is asked nothing more about how, how long and by which signature.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.configuration import Category, Configuration
from caseflow.web.consents.form_fields import NO, answer_field, except_field, offered_categories

LANGUAGE, FIRST = "language", "about"  # the first one behind the choice of her language
_OF_ALL = ("categories", "refused")  # wrong with all answers together: found at the last of them


@dataclass(frozen=True, slots=True)
class Asking:
    """One question: its name, the points of the form that it tells, the fields it fills."""

    key: str
    points: tuple[str, ...]
    fields: tuple[str, ...]
    category: Category | None = None


def questions(configuration: Configuration, typed: Mapping[str, Any]) -> tuple[Asking, ...]:
    """Return what she is asked, in order, as far as her answers leave it open."""
    outside = bool(typed.get("outside"))
    categories = offered_categories(configuration)
    asked = (
        Asking(LANGUAGE, (), (LANGUAGE,)),
        Asking(FIRST, ("about", "choice"), ()),
        Asking("from_units", ("who_speaks",), ("from_units",)),
        Asking("to_units", ("who_may_know",), ("partner" if outside else "to_units",)),
        *(_about(each, categories) for each in categories),
        Asking("purposes", ("purpose",), ("purposes",)),
    )
    if all(typed.get(answer_field(each.key)) == NO for each in categories):
        return asked
    return (*asked, *_OF_A_YES)


def _about(category: Category, categories: Sequence[Category]) -> Asking:
    fields = answer_field(category.key), except_field(category.key)
    first, last = categories[0], categories[-1]
    return Asking(
        key=answer_field(category.key),
        points=("what",) if category is first else (),
        fields=(*fields, *_OF_ALL) if category is last else fields,
        category=category,
    )


_OF_A_YES = (
    Asking("actions", ("how",), ("actions",)),
    Asking("until", ("until",), ("valid_until", "valid_from")),
    Asking(
        "interpreter",
        ("language",),
        ("interpreter", "interpreter_language", "interpreter_promised", "interpreter_wanted"),
    ),
    Asking(
        "declared_by",
        ("signature",),
        ("declared_by", "guardian_name", "authority", "known_violent"),
    ),
    Asking("form", (), ("form", "signed_on", "witness", "reason", "signature")),
    Asking("receipt", ("copy",), ("receipt",)),
    Asking("notices", ("withdrawal", "rights"), ("notices",)),
)


def place_of(asked: Sequence[Asking], key: object) -> int:
    """Return where a question stands; one that is not asked is as the first behind the language."""
    found = (place for place, each in enumerate(asked) if each.key == key)
    return next(found, 1)


def first_wrong(asked: Sequence[Asking], problems: Iterable[Problem]) -> Asking:
    """Return the first question that something is wrong with; what no question fills, the last."""
    wrong = {each.field for each in problems}
    return next((each for each in asked if wrong.intersection(each.fields)), asked[-1])


def problems_at(asked: Asking, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what is wrong with the answer to one question."""
    return tuple(each for each in problems if each.field in asked.fields)
