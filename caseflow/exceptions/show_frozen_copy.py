"""Show one frozen copy to an officer, with the day until which it can be kept."""

from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.exceptions.frozen_copy import FrozenCopy, frozen_copy
from caseflow.vault.permit import NO_CLIENT, Ask, Deeds, permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def show_frozen_copy(work: Work, actor: Actor, copy: UUID) -> Disclosed[FrozenCopy] | Refused:
    """Return it; an id that was never issued, or is not frozen, is refused alike."""
    found = frozen_copy(work, copy)
    client = NO_CLIENT if found is None else found[1].client
    given = permit(work, actor, Ask(Act.COPY_READ, client))
    if isinstance(given, Refused) or found is None:
        refused = given if isinstance(given, Refused) else refuse(work, given)
        work.finish()
        return refused
    trace(work, given, Deeds(details={"copy": str(copy)}))
    work.finish()
    return Disclosed(found[1])
