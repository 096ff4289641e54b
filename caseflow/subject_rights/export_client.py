"""Make the copy of what a unit holds of a client, for her (Art. 15 and 20 GDPR).

What lies in the unit's own drawers goes into it, and nothing that others opened to the unit: that
is named, and theirs to hand out. Whatever may speak of other persons is left out unless whoever
makes the copy releases it piece by piece: answers to questions that the catalogue marks so or does
not know any more, and all free text that staff wrote.
"""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from caseflow.consents import known_partners
from caseflow.database.tables.records import DisclosureContent, SummaryVersion
from caseflow.database.unit_of_work import Work
from caseflow.identity.units import list_units
from caseflow.records.open_pieces import Pieces, report_damage
from caseflow.records.open_story import PARTS
from caseflow.subject_rights.around_her import around_her
from caseflow.subject_rights.client_copy import Held, client_copy
from caseflow.subject_rights.copy_disclosures import told_contents
from caseflow.subject_rights.copy_terms import Terms
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.states import CorrectionOutcome


def export_client(
    work: Work, actor: Actor, client: UUID, release: Collection[str] = (), reason: str = ""
) -> Disclosed[Mapping[str, Any]] | Refused:
    """Return the copy; `release` names pieces by id, answers by their question.

    A closed case opens with a reason only.
    """
    units = {unit.id: unit.slug for unit in list_units(work)}
    partners = {partner.id: partner.name for partner in known_partners(work)}
    around = around_her(work, actor.unit, client)
    released = {"released": str(len(set(release)))} if release else {}
    ask = Ask(Act.CLIENT_EXPORT, client, reason=reason, details=released)
    answer = disclose(work, actor, ask, (*PARTS, SummaryVersion, DisclosureContent))
    if isinstance(answer, Refused):
        return answer
    # What she said and was settled since belongs to what is kept of her.
    pieces = Pieces(answer.value, words=frozenset(CorrectionOutcome))
    told = told_contents(answer.value, pieces.damaged)
    held = Held(
        client=client,
        code=answer.value.code,
        unit=actor.unit,
        summary=pieces.paragraphs(),
        former=pieces.former(),
        entries=pieces.entries(),
        facts=pieces.facts(),
        goals=pieces.goals(),
        documents=pieces.documents(),
        appointments=pieces.appointments(),
        damaged=pieces.damaged,
        around=around,
        told=told,
    )
    report_damage(work, actor, pieces)
    terms = Terms(frozenset(release), work.configuration, units, work.clock.now(), partners)
    return Disclosed(client_copy(held, terms))
