"""Withdraw a consent, a part of it, or all consents of a client at once."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from marshmallow import EXCLUDE, ValidationError, fields

from caseflow.api.call import Call, Sent
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Instant, Out, several
from caseflow.api.units import Units
from caseflow.consents import (
    Choice,
    Withdrawn,
    knock_at_consent,
    withdraw_by_id,
    withdraw_everything,
)
from caseflow.http import current
from caseflow.http.schemas import InSchema
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Problem, Refused
from caseflow.vocabulary.permissions import Permission


class Whatever(InSchema):
    """A query that nobody looks at: nothing sent beside a withdrawal may hold it up."""

    class Meta:
        """What is not named here is passed over."""

        unknown = EXCLUDE


# A word that nobody knows is a slip: passed over, it would be answered as if it were taken back.
def _category(typed: str) -> None:
    if typed not in current.work().configuration.categories:
        raise ValidationError([Problem("", "unknown_word", {"given": typed})])


def _unit(typed: str) -> None:
    if typed not in {unit.slug for unit in current.units()}:
        raise ValidationError([Problem("", "unknown_unit", {"given": typed})])


def _named(known: Callable[[str], None]) -> fields.List[Any]:
    """Return the field of a list that may be left out or null, which is the same."""
    field = several(fields.String(validate=known), required=False)
    field.allow_none = True
    return field


class PartsTakenBack(InSchema):
    """What she takes back: of both lists what they have in common, of none all of it."""

    categories = _named(_category)
    to_units = _named(_unit)


class ReadBefore(Out):
    """A category that a unit read, or a partner was told, under what was withdrawn."""

    unit = fields.String()
    partner = fields.UUID()
    category = fields.String(required=True)
    at = Instant(required=True)


class CopyFrozen(Out):
    """What a unit copied of a category under it: closed, and destroyed on that day."""

    unit = fields.String(required=True)
    category = fields.String(required=True)
    destroyed_at = Instant(required=True)


class WithdrawnConsent(Out):
    """A withdrawal that has taken effect, and what the acting unit may know was read before."""

    effective_at = Instant(required=True)
    seen = fields.List(fields.Nested(ReadBefore), required=True)
    frozen = fields.List(fields.Nested(CopyFrozen), required=True)


def withdraw_all(client: UUID, sent: Sent) -> object:  # noqa: ARG001 - whatever was sent
    """Withdraw every consent that is not over."""
    return withdraw_everything(current.work(), current.actor(), client)


def withdraw(consent: UUID, sent: Sent) -> object:
    """Withdraw what was chosen of a consent; what does not stand in it changes nothing."""
    to_units, categories = sent.body.get("to_units"), sent.body.get("categories")
    choice = Choice(
        to_units=None if to_units is None else Units().named(to_units),
        categories=None if categories is None else frozenset(categories),
    )
    return withdraw_by_id(current.work(), current.actor(), consent, choice)


def _shown(withdrawn: Withdrawn) -> Mapping[str, Any]:
    units = Units()
    return {
        "effective_at": withdrawn.effective_at,
        "seen": [
            {**units.receiver(each.unit, "unit"), "category": each.category, "at": each.at}
            for each in withdrawn.seen
        ],
        "frozen": [
            {"unit": units.slug(each.unit), "category": each.category, "destroyed_at": each.until}
            for each in withdrawn.frozen
        ],
    }


def _knock_at(consent: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_consent(current.work(), current.actor(), consent, again=again)


CALLS = (
    Call(
        method="POST",
        address="/clients/<uuid:client>/withdrawal",
        summary="Withdraw all her consents at once.",
        permission=Permission.WITHDRAW_CONSENT,
        asks=Whatever,
        unhindered=True,
        gives=WithdrawnConsent,
        act=withdraw_all,
        show=_shown,
        knock=knock_for(Act.CONSENT_WITHDRAW),
    ),
    Call(
        method="POST",
        address="/consents/<uuid:consent>/withdrawal",
        summary="Withdraw a consent or a part of it.",
        permission=Permission.WITHDRAW_CONSENT,
        takes=PartsTakenBack,
        asks=Whatever,
        gives=WithdrawnConsent,
        act=withdraw,
        show=_shown,
        knock=_knock_at,
    ),
)
