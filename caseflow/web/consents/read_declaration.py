"""Read what the desk took down: a declaration, or a refusal of everything that was offered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from caseflow.consents import Declaration, Declined, Offer
from caseflow.consents import Form as Declared
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.questions.days import read_day
from caseflow.vocabulary.questions.faults import Fault
from caseflow.vocabulary.states import DeclarationForm
from caseflow.web.consents.both_languages import template_of
from caseflow.web.consents.form_fields import (
    NO,
    YES,
    answer_field,
    except_field,
    offered_categories,
)
from caseflow.web.consents.read_interpreter import interpreter_of

# The rooms name the parts of the declaration's form; the page has one field for each.
_FIELDS = {
    "form.witness": "witness",
    "form.reason": "reason",
    "form.signature": "signature",
    "declared_by.name": "guardian_name",
    "declared_by.authority": "authority",
    "declared_by.known_violent": "known_violent",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What she was asked and how she answered."""

    declaration: Declaration
    refused: frozenset[str]  # categories that she keeps from everybody

    @property
    def agreed(self) -> bool:
        """Say whether she said yes to anything."""
        return bool(self.declaration.offer.categories)

    @property
    def declined(self) -> Declined:
        """Return it as a refusal."""
        offer = self.declaration.offer
        return Declined(
            to_units=offer.to_units,
            partner=offer.partner,
            categories=self.refused,
            purposes=offer.purposes,
            language=self.declaration.language,
        )


def read_declaration(
    values: Mapping[str, Any], configuration: Configuration, today: date
) -> tuple[Asked, tuple[Problem, ...]]:
    """Return what the form says until now, and what of it is missing or cannot be read.

    A category that has not been answered yet is none that she agreed to.
    """
    categories = [each.key for each in offered_categories(configuration)]
    answers = {key: values.get(answer_field(key), "") for key in categories}
    problems = [
        Problem(answer_field(key), "not_yes_no")
        for key, answer in answers.items()
        if answer not in {YES, NO}
    ]
    if values.get("outside") and read_id(values.get("partner", "")) is None:
        problems.append(Problem("partner", "required"))
    days = Days(values)
    agreed = frozenset(key for key, answer in answers.items() if answer == YES)
    refused = frozenset(categories) - agreed
    declaration = Declaration(
        offer=_offer(values, agreed, refused),
        valid_from=days.read("valid_from") or today,
        # A day that is missing is a problem only where she agreed to something.
        valid_until=days.read("valid_until", needed=bool(agreed)) or today,
        template=template_of(values),
        language=values["language"],
        notices=frozenset(values["notices"]),
        form=Declared(values.get("form", ""), values.get("witness", ""), values.get("reason", "")),
        signature=_signature(values),
        declared_by=values.get("declared_by", ""),
        declarer=values.get("guardian_name", ""),
        authority=values.get("authority", ""),
        known_violent=values.get("known_violent", ""),
        signed_on=days.read("signed_on"),
        interpreter=interpreter_of(values),
        receipt=values.get("receipt", ""),
    )
    return Asked(declaration, refused), (*problems, *days.problems)


def _signature(values: Mapping[str, Any]) -> str:
    """Return what she drew; on paper or spoken there is nothing that was drawn."""
    drawn = values.get("form") == DeclarationForm.SIGNED_SCREEN
    return str(values.get("signature", "")) if drawn else ""


def at_fields(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems of a room at the fields of the page; a word left out is no wrong one."""
    return tuple(
        Problem(
            _FIELDS.get(each.field, each.field),
            "required" if each.values.get("word") == "" else each.code,
            each.values,
        )
        for each in problems
    )


def _offer(values: Mapping[str, Any], agreed: frozenset[str], refused: frozenset[str]) -> Offer:
    partner = read_id(values.get("partner", "")) if values.get("outside") else None
    to_units = values["to_units"] if partner is None else []
    kept = {(each, key) for key in refused for each in (to_units if partner is None else [partner])}
    kept |= {
        (unit, key) for key in agreed for unit in values[except_field(key)] if unit in to_units
    }
    return Offer(
        from_units=frozenset(values["from_units"]),
        to_units=frozenset(to_units),
        categories=agreed,
        purposes=frozenset(values["purposes"]),
        actions=frozenset(values["actions"]),
        refused=frozenset(kept),
        partner=partner,
    )


class Days:
    """Reads days as people write them, and keeps what is wrong with them."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values
        self.problems: list[Problem] = []

    def read(self, field: str, *, needed: bool = False) -> date | None:
        """Return the day in a field; None where it is empty or no day."""
        typed = self._values.get(field, "")
        if not typed:
            if needed:
                self.problems.append(Problem(field, "required"))
            return None
        day = read_day(typed)
        if isinstance(day, Fault):
            self.problems.append(Problem(field, day.code, dict(day.values)))
            return None
        return day
