"""The fields of the form by which a consent is recorded: a yes or no for every category."""

from typing import TYPE_CHECKING, Any

from marshmallow import fields

from caseflow.consents import MOST_SIGNATURE
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.configuration import Category, Configuration
from caseflow.web.consents.once import ONCE

if TYPE_CHECKING:
    from uuid import UUID

YES, NO = "yes", "no"
AT = "at"  # the question that a page asks, where there is one for each
GO = "go"  # another question that is asked for
REACHED = "reached"  # she has seen all of it together, and changes something
TEXT = "text"  # the hash of the text that she reads
PREVIEWED = "previewed"  # sent from the page that shows all of it together
NOTE = "note"  # what whoever stands beside her must not read: she may not be free


def answer_field(category: str) -> str:
    """Return the name of the field in which she says yes or no to a category."""
    return f"category-{category}"


def except_field(category: str) -> str:
    """Return the name of the field that keeps a category from some of the receivers."""
    return f"except-{category}"


def offered_categories(configuration: Configuration) -> list[Category]:
    """Return the categories that a consent can open, in their order."""
    return [each for each in configuration.categories.values() if each.consentable]


def consent_fields(configuration: Configuration) -> InSchema:
    """Return the fields of the form; whatever was left open is found out when it is read."""
    named: dict[str, fields.Field[Any]] = {
        "step": Line(most=20, required=False),
        AT: Line(most=40, required=False),
        GO: Line(most=40, required=False),
        REACHED: Line(most=10, required=False),
        TEXT: Line(most=64, required=False),
        PREVIEWED: Line(most=10, required=False),
        NOTE: Line(most=10, required=False),
        ONCE: Line(most=40, required=False),
        "language": Line(most=20),
        "from_units": _several_units(),
        "outside": Line(most=10, required=False),
        "to_units": _several_units(),
        "partner": Line(most=40, required=False),
        "purposes": several(),
        "actions": several(),
        "valid_from": Line(required=False),
        "valid_until": Line(required=False),
        "interpreter": Line(most=300, required=False),
        "interpreter_language": Line(most=100, required=False),
        "interpreter_promised": Line(most=10, required=False),
        "interpreter_wanted": Line(most=10, required=False),
        "declared_by": Line(most=40, required=False),
        "guardian_name": Line(required=False),
        "authority": Line(most=40, required=False),
        "known_violent": Line(most=40, required=False),
        "form": Line(most=40, required=False),
        "witness": Line(most=500, required=False),
        "reason": Line(most=2000, required=False),
        "signed_on": Line(required=False),
        "signature": Line(most=MOST_SIGNATURE, required=False),
        "receipt": Line(most=40, required=False),
        "notices": several(),
    }
    for category in offered_categories(configuration):
        named[answer_field(category.key)] = Line(most=10, required=False)
        named[except_field(category.key)] = _several_units()
    made = InSchema.from_dict(named, name="ConsentFields")()
    assert isinstance(made, InSchema)  # noqa: S101 - it is built on it; its maker does not say so
    return made


def several() -> "fields.List[str]":
    """Return the field of what was ticked, which may be nothing."""
    return fields.List(fields.String(), load_default=list)


def _several_units() -> "fields.List[UUID]":
    return fields.List(fields.UUID(), load_default=list)
