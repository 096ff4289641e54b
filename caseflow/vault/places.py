"""Say of each drawer that opened what opened it, whence it has its contents, and who may copy."""

import dataclasses
from collections.abc import Collection
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.policy.decision import decide
from caseflow.policy.rules import Opening
from caseflow.vault.gather import Gathered
from caseflow.vault.open_originals import copyable
from caseflow.vault.permit import Permit, question_of
from caseflow.vault.pieces import Place
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.matrices import Action

_SHOWING = frozenset({Act.STORY_READ, Act.ENTRY_READ})  # where it is offered


def places_of(work: Work, given: Permit, opened: Collection[UUID]) -> dict[UUID, Place]:
    """Return the places of those drawers that opened."""
    to_copy = _to_copy(work, given)
    return {
        opening.drawer: _place(opening, given.gathered, copies=opening.drawer in to_copy)
        for opening in given.openings
        if opening.drawer in opened
    }


def _place(opening: Opening, gathered: Gathered, *, copies: bool) -> Place:
    drawer = gathered.drawers[opening.drawer]
    urgent = opening.basis.kind is BasisKind.EMERGENCY or opening.emergency is not None
    return Place(
        drawer=opening.drawer,
        unit=opening.unit,
        category=opening.category,
        basis=opening.basis,
        urgent=urgent,
        copied_from=drawer.copied_from,
        copied_under=drawer.copied_under,
        kept_for=drawer.kept_for,
        copyable=copies,
        turn_due=drawer.turn_due,
        # A number and not the id: who reads may know her by another one alone.
        record=gathered.person.ids.index(drawer.client_id),
    )


def _to_copy(work: Work, given: Permit) -> frozenset[UUID]:
    """Return the drawers that the same person might copy from, asked of the same facts."""
    if given.ask.act not in _SHOWING:
        return frozenset()
    ask = dataclasses.replace(given.ask, act=Act.COPY_MAKE, action=Action.COPY)
    answer = decide(question_of(work, given.actor, ask), given.gathered.facts)
    if isinstance(answer, Refused):
        return frozenset()
    found = copyable(dataclasses.replace(given, openings=answer.openings))
    return frozenset(opening.drawer for opening in found)
