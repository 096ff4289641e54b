"""A client of counselling about whom another system sent a consent."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from caseflow.consents.received import receive_consents
from caseflow.subject_rights import consent_r4
from caseflow.subject_rights.consent_parts import Named
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix
from tests.factories.clients import Known, case_at, entry, new_client, write
from tests.factories.house import House
from tests.unit.subject_rights.views import view


@dataclass(frozen=True)
class Waiting:
    """What waits for her word."""

    known: Known
    berta: Actor
    frieda: Actor
    id: UUID


def resource(house: House, known: Known, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - of a matrix
    """Return a FHIR Consent by which counselling may tell the shelter of violence."""
    said: dict[str, Any] = {
        "from_units": frozenset({house.units["beratung"]}),
        "to_units": frozenset({house.units["frauenhaus"]}),
        "categories": frozenset({"violence", "health"}),
        "purposes": frozenset({"case_work"}),
        "actions": frozenset({Action.VIEW}),
        "exclusions": frozenset({Exclusion(house.units["frauenhaus"], "health")}),
    }
    named = Named(known.id, {}, house.around.configuration)
    return consent_r4.consent(view(Matrix(**(said | changed))), named)


def waiting(house: House) -> Waiting:
    """Let counselling receive it, with something written that it would open."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"), entry("Asthma", "health"))
    case_at(house, frieda, known)
    work = house.work(berta)
    sent = resource(house, known)
    sent["provision"]["period"] = {"end": "2026-06-30"}
    answer = receive_consents(work, berta, known.id, sent)
    assert isinstance(answer, Done), answer
    work.finish()
    return Waiting(known, berta, frieda, answer.value[0])
