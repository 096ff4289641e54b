"""Show one consent with what was taken back of it and what was read under it."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.consents.kept_open import kept_open
from caseflow.consents.seen import Seen, part_of, seen_under
from caseflow.consents.view_one import view_one
from caseflow.consents.views import ConsentView
from caseflow.database.unit_of_work import Work
from caseflow.vault.kept_copies import KeptCopy, kept_copies
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class ConsentDetail:
    """A consent as one unit may see it, with what was read under it as far as that is its part."""

    consent: ConsentView
    seen: tuple[Seen, ...]
    kept_open: frozenset[tuple[UUID, str]]  # to whom, of what: by another consent of hers
    copies: tuple[KeptCopy, ...]  # that a withdrawal would freeze now


def show_consent(
    work: Work, actor: Actor, client: UUID, consent: UUID, reason: str = ""
) -> Disclosed[ConsentDetail] | Refused:
    """Return one consent; refused where the unit neither gives, receives nor recorded it."""
    given = permit(work, actor, Ask(Act.CONSENT_READ, client, reason=reason))
    if isinstance(given, Refused):
        work.finish()
        return given
    row = given.gathered.consents.get(consent)
    view = view_one(work, given, consent)
    if row is None or view is None:
        refused = refuse(work, given)
        work.finish()
        return refused
    seen = part_of(seen_under(work, [row]), [row], actor.unit)
    drawers = given.gathered.drawers.values()
    copies = part_of(kept_copies(work, drawers, [consent], frozen=False), [row], actor.unit)
    stays = kept_open(work, view, given.gathered, actor.unit)
    trace(work, given, Deeds(details={"consent": str(consent)}))
    work.finish()
    return Disclosed(ConsentDetail(view, seen, stays, copies))
