"""Spell the copy that a client gets of what a unit holds of her."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from caseflow.records.story import (
    Damaged,
    StoryAppointment,
    StoryDocument,
    StoryEntry,
    StoryFact,
    StoryGoal,
    StoryParagraph,
)
from caseflow.subject_rights.around_her import Around
from caseflow.subject_rights.copy_appointments import appointment_copy
from caseflow.subject_rights.copy_around import (
    access_copy,
    consent_copy,
    handover_copy,
    opened_by_others,
    refusal_copy,
)
from caseflow.subject_rights.copy_disclosures import Told, disclosure_copy
from caseflow.subject_rights.copy_pieces import (
    answer_copy,
    damaged_copy,
    document_copy,
    entry_copy,
    goal_copy,
    paragraph_copy,
)
from caseflow.subject_rights.copy_terms import Shown, Terms
from caseflow.vocabulary.clock import instant_text

SCHEMA = "urn:caseflow:client-copy:1"


@dataclass(frozen=True, slots=True)
class Held:
    """What a unit holds of a client, each part by day."""

    client: UUID
    code: str
    unit: UUID
    summary: Sequence[StoryParagraph]
    entries: Sequence[StoryEntry]
    facts: Sequence[StoryFact]
    goals: Sequence[StoryGoal]
    damaged: Sequence[Damaged]
    around: Around
    told: Told = field(default_factory=dict)
    documents: Sequence[StoryDocument] = ()
    appointments: Sequence[StoryAppointment] = ()
    former: Mapping[UUID, Sequence[StoryParagraph]] = field(default_factory=dict)


def client_copy(held: Held, terms: Terms) -> Shown:
    """Return the copy."""
    around = held.around
    return {
        "schema_version": SCHEMA,
        "made_at": instant_text(terms.at),
        "provider": terms.configuration.provider,
        "unit": terms.units[held.unit],
        "client": {"id": str(held.client), "code": held.code},
        "summary": [
            paragraph_copy(each, held.former.get(each.origin.id, ())) for each in held.summary
        ],
        "entries": [entry_copy(each, terms) for each in held.entries],
        "answers": [answer_copy(each, terms) for each in held.facts],
        "goals": [goal_copy(each, terms) for each in held.goals],
        "documents": [document_copy(each, terms) for each in held.documents],
        "appointments": [appointment_copy(each, terms) for each in held.appointments],
        "damaged": [damaged_copy(each) for each in held.damaged],
        "consents": [consent_copy(each, terms) for each in around.consents],
        "refusals": [refusal_copy(each, terms) for each in around.refusals],
        "handovers_sent": [handover_copy(each, terms) for each in around.handovers],
        "disclosures": [disclosure_copy(each, held.told, terms) for each in around.disclosures],
        "accesses": [access_copy(each, terms) for each in around.accesses],
        "opened_by_others": opened_by_others(around.consents, held.unit, terms),
    }
