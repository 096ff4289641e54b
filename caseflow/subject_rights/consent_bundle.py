"""Give a client's consents as FHIR resources, as far as the acting unit may see them."""

from uuid import UUID

from caseflow.consents import known_partners, list_consents
from caseflow.database.unit_of_work import Work
from caseflow.identity.units import list_units
from caseflow.subject_rights import consent_r4, consent_r5
from caseflow.subject_rights.consent_parts import Named
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.fhir import Release, Resource, bundle

_MADE = {Release.R4: consent_r4.consent, Release.R5: consent_r5.consent}


def consent_bundle(
    work: Work, actor: Actor, client: UUID, release: Release, reason: str = ""
) -> Disclosed[Resource] | Refused:
    """Return a bundle of all consents in which the unit has a part, the newest first."""
    names = {unit.id: unit.name for unit in list_units(work)}
    names |= {partner.id: partner.name for partner in known_partners(work)}
    answer = list_consents(work, actor, client, reason, form=f"fhir-{release}")
    if isinstance(answer, Refused):
        return answer
    named = Named(client, names, work.configuration)
    made = [_MADE[release](view, named) for view in answer.value]
    return Disclosed(bundle(made, work.clock.now()))
