"""Say whether a copy is frozen, and who may read it: never more than the consents have in common.

Art. 17(1)(b) GDPR: what was lawfully copied has to go when she takes the consent back. One that
merely expires ends the reading of the original and leaves the copy: nobody objected, and what the
unit has made its own record stays as long as that record does.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from caseflow.policy.facts import CategoryRules, ConsentFact, DrawerFact
from caseflow.policy.readers import Readers, readers
from caseflow.policy.validity import part_withdrawn
from caseflow.vocabulary.bases import Basis, BasisKind

Way = Callable[[DrawerFact], tuple[Basis, ...]]

_CLOSED: tuple[Basis, ...] = ()


def is_frozen(drawer: DrawerFact, consents: Iterable[ConsentFact], at: datetime) -> bool:
    """Say whether she took back the consent that a drawer's contents were copied under.

    Unknown is deny: a consent that is not there, or whose seal is broken, is as one taken back. A
    drawer that says itself that it is frozen stays so, should the consent be put back as it was.
    """
    under = (consent for consent in consents if consent.id == drawer.copied_under)
    return drawer.frozen or all(_taken_back(consent, drawer, at) for consent in under)


def copy_bases(
    drawer: DrawerFact, way: Way, consents: Iterable[ConsentFact], at: datetime
) -> tuple[Basis, ...]:
    """Return what opens a copy: the unit's own case, or the consents of both units together.

    `way` says what opens a drawer that is none. An emergency, or another lawful exception, opens
    the original instead; what was never open to all of both is never handed on.
    """
    holding, frozen = way(drawer), is_frozen(drawer, consents, at)
    if {each.kind for each in holding} == {BasisKind.OWN_UNIT}:
        return holding if drawer.kept or not frozen else _CLOSED
    telling = _CLOSED if drawer.copied_from is None else way(_as_told(drawer, drawer.copied_from))
    both = holding and telling and {each.kind for each in holding + telling} == {BasisKind.CONSENT}
    # Frozen, it opens to nobody else, on whichever basis it is kept.
    return tuple(dict.fromkeys(holding + telling)) if both and not frozen else _CLOSED


def copy_readers(
    drawer: DrawerFact,
    consents: Iterable[ConsentFact],
    categories: CategoryRules,
    at: datetime,
) -> Readers:
    """Return the readers of a copy's key: its unit, and whom both units may tell of the category.

    The unit that told it needs no copy of its own words.
    """
    told_by, given = drawer.copied_from, tuple(consents)
    holding = readers(drawer.unit, drawer.category, given, categories, at)
    if told_by is None or drawer.frozen:
        return replace(holding, units=frozenset({drawer.unit}))
    telling = readers(told_by, drawer.category, given, categories, at)
    both = (holding.units & telling.units) - {told_by}
    return replace(holding, units=both | {drawer.unit})


def _as_told(drawer: DrawerFact, told_by: UUID) -> DrawerFact:
    return replace(drawer, unit=told_by)


def _taken_back(consent: ConsentFact, drawer: DrawerFact, at: datetime) -> bool:
    whole = consent.withdrawn_at is not None and consent.withdrawn_at <= at
    return whole or part_withdrawn(consent, drawer.unit, drawer.category, at)
