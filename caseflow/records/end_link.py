"""End a link between a child and her mother that was a mistake, on both sides."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from caseflow.database.tables.family import Relative
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved, attempt
from caseflow.records.find_client import client_of
from caseflow.vault.contents import joined, rewrite
from caseflow.vault.declarers import FAMILY
from caseflow.vault.own_rows import own_rows
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vault.would_permit import would_permit
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused
from caseflow.vocabulary.states import LinkState

_ENDED = {"state": LinkState.ENDED.value}


def end_link(work: Work, actor: Actor, link: UUID, of: UUID | None = None) -> Done[Saved] | Refused:
    """End an own link; the other side's too, where the other client is open as well.

    Another's link, where it is asked for under a client (`of`), is not there.
    """
    client = client_of(work, actor.unit, Relative, link, of)
    ask = Ask(Act.RELATIVE_WRITE, client)
    return attempt(work, actor, ask, partial(_end, work, actor, link))


def _end(work: Work, actor: Actor, link: UUID, given: Permit) -> Done[Saved] | Refused:
    found = own_rows(work, given, Relative, FAMILY)
    own = next((each for each in found if each.row.id == link), None)
    if own is None:
        return Refused()
    written = rewrite(work, given, own.row, _ENDED)
    trace(work, given, written.deeds)
    there = Ask(Act.RELATIVE_WRITE, UUID(own.texts["other"]))
    if would_permit(work, actor, there):
        beside = permit(work, actor, there)
        if isinstance(beside, Permit):
            _end_there(work, beside, given.gathered.person.ids)
    return Done(Saved(own.row.id, own.row.version))


def _end_there(work: Work, beside: Permit, ids: Iterable[UUID]) -> None:
    deeds, named = Deeds(), set(map(str, ids))
    for each in own_rows(work, beside, Relative, FAMILY):
        if each.texts["other"] in named:
            deeds = joined(deeds, rewrite(work, beside, each.row, _ENDED).deeds)
    trace(work, beside, deeds)
