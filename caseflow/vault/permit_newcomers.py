"""Decide on creating several clients at once: one decision, and a use of its bases for each."""

import dataclasses
from collections.abc import Sequence
from uuid import UUID

from caseflow.database.sealed_rows import use
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Ask, Permit, permit
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id


def permit_newcomers(work: Work, actor: Actor, clients: Sequence[UUID]) -> list[Permit] | Refused:
    """Return a permit to create each of these clients, or the refusal, which is traced already.

    The ids are new, so nothing can be said of one that does not hold of all of them. Raises Stale
    when a basis was changed meanwhile.
    """
    first = permit(work, actor, Ask(Act.CLIENT_CREATE, clients[0]))
    if isinstance(first, Refused):
        return first
    more = len(clients) - 1
    for basis in first.used:
        # Whoever has used the row keeps it until the commit, so the numbers follow each other.
        if more and use(work, first.gathered.basis_row(basis.id), more) is None:
            raise Stale("bases")
    return [_for(first, client, number) for number, client in enumerate(clients)]


def _for(first: Permit, client: UUID, number: int) -> Permit:
    return dataclasses.replace(
        first,
        entry=new_id(),
        ask=dataclasses.replace(first.ask, client=client),
        gathered=dataclasses.replace(first.gathered, drawers={}),
        used=tuple(dataclasses.replace(each, use=each.use + number) for each in first.used),
    )
