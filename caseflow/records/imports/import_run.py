"""Begin and end an import: who may, and what the log tells of the whole of it."""

from collections.abc import Mapping

from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused


def may_import(work: Work, actor: Actor) -> Done[None] | Refused:
    """Say whether the actor may import into her unit; a refusal is traced, nothing else is."""
    given = permit_member(work, actor, Act.IMPORT_RUN)
    if isinstance(given, Refused):
        return given
    work.abandon()
    return Done(None)


def finish_import(work: Work, actor: Actor, counts: Mapping[str, int]) -> Done[None] | Refused:
    """Trace the run as a whole; each client it brought has an entry of her own."""
    given = permit_member(work, actor, Act.IMPORT_RUN)
    if isinstance(given, Refused):
        return given
    trace(work, given, Deeds(details={key: str(count) for key, count in counts.items()}))
    return Done(None)
