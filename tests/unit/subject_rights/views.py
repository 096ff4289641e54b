"""Consents as a unit sees them, for the resources that are made of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from caseflow.consents import ConsentView
from caseflow.subject_rights.consent_parts import Named
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix
from caseflow.vocabulary.states import ConsentState
from tests.factories.house import configuration

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
GIVER, TAKER, CLIENT = (new_id() for _ in range(3))
NAMED = Named(CLIENT, {GIVER: "Beratung", TAKER: "Frauenhaus"}, configuration())
PART = Matrix(
    from_units=frozenset({GIVER}),
    to_units=frozenset({TAKER}),
    categories=frozenset({"family", "health"}),
    purposes=frozenset({"case_work"}),
    actions=frozenset({Action.VIEW, Action.TELL}),
    exclusions=frozenset({Exclusion(TAKER, "health")}),
)
PLAIN = replace(PART, exclusions=frozenset())


def view(*parts: Matrix, **changed: Any) -> ConsentView:  # noqa: ANN401 - any part of it
    """Return a consent with these parts that is in force, but for what is changed."""
    made = ConsentView(
        id=new_id(),
        version=1,
        state=ConsentState.ACTIVE,
        pending_categories=(),
        parts=parts or (PART,),
        withdrawn_parts=(),
        valid_from=NOW,
        valid_until=NOW + timedelta(days=1),
        withdrawn_at=None,
        signed_on=None,
        template="sharing",
        template_version=1,
        text_hash=bytes(32),
        language="de",
        declared_by="client",
        form="signed_paper",
        unit=GIVER,
        recorded_by=new_id(),
        recorded_at=NOW,
    )
    return replace(made, **changed)
