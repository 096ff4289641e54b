"""Show of a client what is open, without opening a field: code, units, drawers."""

from dataclasses import replace
from uuid import UUID

from caseflow.audit.entries import DrawerName
from caseflow.database.unit_of_work import Work
from caseflow.records.overview import DrawerView, Overview, overview
from caseflow.vault.codes import code_of
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def client_overview(
    work: Work, actor: Actor, client: UUID, reason: str = ""
) -> Disclosed[Overview] | Refused:
    """Return what is open of a client; a closed case opens with a reason only."""
    given = permit(work, actor, Ask(Act.CLIENT_READ, client, reason=reason))
    if isinstance(given, Refused):
        work.finish()
        return given
    named = tuple(DrawerName(each.drawer, each.unit, each.category) for each in given.openings)
    trace(work, given, Deeds(drawers=named))
    work.finish()
    return Disclosed(_overview(work, given))


def _overview(work: Work, given: Permit) -> Overview:
    case = given.gathered.case
    known = case or given.gathered.desk
    seen = overview(
        given.ask.client,
        "" if known is None else code_of(work, known),
        None if case is None else case.id,
        given.actor.unit,
        (DrawerView(each.unit, each.category, each.basis) for each in given.openings),
    )
    others = (each for each in given.gathered.cases if each is not known)
    return replace(seen, also=tuple(code_of(work, each) for each in others))
