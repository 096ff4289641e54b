"""Faults to be seeded into the application, each with a life in which it must come to light."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import bindparam, select

from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.policy.facts import ConsentFact
from caseflow.policy.grounds import READING_ACTS, Ground
from caseflow.policy.permissions import RowKind
from caseflow.vault.facts_of_rows import consent_fact
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.matrices import Matrix
from caseflow.vocabulary.states import FactState, HandoverState
from tests.factories.house import House
from tests.security.lives import Setting
from tests.security.near_lives import (
    COPYING,
    HANDING,
    KEEPING,
    NAMING,
    SHARING,
    SHARING_WIDELY,
    URGENCY,
)

# What stood there, the house: what stands there now.
Change: TypeAlias = Callable[[Any, House], Any]


@dataclass(frozen=True)
class Fault:
    """What is changed where, and the life in which it comes to light."""

    changes: Mapping[str, Change]
    setting: Setting = SHARING
    number: int = 1  # of a life in which it comes to light early


def _always(value: object) -> Change:
    return lambda _former, _house: lambda *_told, **_more: value


def _wide(part: str, number: int = 1) -> Fault:
    """Let every consent name all units, or all categories."""

    def change(former: Callable[..., Matrix], house: House) -> Callable[..., Matrix]:
        everything = {
            "from_units": frozenset(house.units.values()),
            "to_units": frozenset(house.units.values()),
            "categories": frozenset(house.around.configuration.categories),
        }
        return lambda row: replace(former(row), **{part: everything[part]})  # type: ignore[arg-type]

    return Fault({"caseflow.vault.facts_of_rows.matrix_of": change}, SHARING_WIDELY, number)


def _ends(end: Callable[[ConsentFact, datetime], datetime], number: int = 1) -> Fault:
    def change(former: Callable[[ConsentFact], datetime], _house: House) -> Callable[..., datetime]:
        return lambda consent: end(consent, former(consent))

    both = dict.fromkeys(
        ("caseflow.policy.validity.end_of", "caseflow.policy.index.end_of"), change
    )
    # An end that is written down counts by itself too: that is another guard, put aside here.
    unwritten = {"caseflow.vault.gather.consent_now": _as_declared}
    return Fault({**both, **unwritten}, number=number)


def _as_declared(_former: object, _house: House) -> Callable[..., ConsentFact]:
    return consent_fact


def _reading_on(ground: Ground) -> Change:
    def change(former: Mapping[Any, Any], _house: House) -> Mapping[Any, Any]:
        return {**former, **{act: former[act] | {ground} for act in READING_ACTS}}

    return change


def _weighed(choose: Callable[[list[Any], Any], list[Any]]) -> Fault:
    """Let other answers than the right ones be weighed."""

    def change(former: Callable[..., Any], _house: House) -> Callable[..., Any]:
        return lambda told, unit: former(choose(told, unit), unit)

    return Fault({"caseflow.records.weigh_answers._weigh": change})


def _others_too(told: list[Any], unit: object) -> list[Any]:
    spoken = [each for each in told if each.state is not FactState.WITHHELD]
    return spoken or told if unit else told


def _unknown_hides(told: list[Any], unit: object) -> list[Any]:
    own = [each for each in told if each.origin.unit == unit and each.state is FactState.UNKNOWN]
    return own or told


ALL_EMERGENCIES = select(EmergencyAccess).where(
    EmergencyAccess.client_id.in_(bindparam("clients", expanding=True))
)

FAULTS: Mapping[str, Fault] = {
    "exclusion ignored": Fault({"caseflow.policy.reach.excluded": _always(value=False)}),
    "withdrawn part ignored": Fault(
        dict.fromkeys(
            ("caseflow.policy.validity.part_withdrawn", "caseflow.policy.readers.part_withdrawn"),
            _always(value=False),
        ),
        number=4,
    ),
    "until not checked": _ends(lambda _consent, end: end + timedelta(days=9000)),
    "withdrawal ignored": _ends(lambda consent, _end: consent.valid_until),
    "last day left out": _ends(lambda _consent, end: end - timedelta(days=1), number=3),
    "from not checked": Fault(
        {
            "caseflow.policy.validity.valid_at": lambda _former, _house: (
                lambda consent, at: at < consent.valid_until and consent.withdrawn_at is None
            )
        }
    ),
    "purpose ignored": Fault(
        {
            "caseflow.policy.validity.allows_use": lambda _former, _house: (
                lambda matrix, _purpose, action: action in matrix.actions
            )
        }
    ),
    "telling opens": Fault(
        {
            "caseflow.policy.validity.allows_use": lambda _former, _house: (
                lambda matrix, purpose, _action: purpose in matrix.purposes
            ),
            "caseflow.policy.readers.views": _always(value=True),
            "caseflow.policy.preview.views": _always(value=True),
        }
    ),
    "any giving unit": _wide("from_units", number=2),
    "any receiving unit": _wide("to_units"),
    "any category": _wide("categories"),
    "withheld ignored": _weighed(_others_too),
    "unknown hides": _weighed(_unknown_hides),
    "entries read by intake": Fault(
        {"caseflow.vault.disclose.visible_kinds": _always(frozenset(RowKind))}
    ),
    "wall ignored": Fault({"caseflow.vault.gather._walled": _always(value=False)}, KEEPING),
    "wall ignored in lists": Fault(
        {"caseflow.vault.client_file.walled_clients": _always(frozenset())}, KEEPING
    ),
    "restricted ignored": Fault(
        {"caseflow.policy.grounds._kept_from": _always(value=False)}, KEEPING
    ),
    "restricted ignored in lists": Fault(
        {"caseflow.vault.client_file.kept_from_any": _always(value=False)}, KEEPING
    ),
    "closed case still open": Fault(
        {
            "caseflow.vault.gather.case_fact": lambda former, _house: (
                lambda row, **more: replace(former(row, **more), open=True)
            )
        },
        KEEPING,
    ),
    "closed case opens without reason": Fault(
        {"caseflow.policy.grounds.NEEDED": _reading_on(Ground.CLOSED_CASE)}, KEEPING
    ),
    "anybody closes": Fault(
        {"caseflow.policy.decision._role_suffices": _always(value=True)}, KEEPING
    ),
    "membership never ends": Fault(
        {"caseflow.identity.end_membership._end": _always(None)}, KEEPING
    ),
    "desk reads": Fault({"caseflow.policy.grounds.NEEDED": _reading_on(Ground.DESK)}, KEEPING),
    "desk never ends": Fault(
        {
            "caseflow.policy.grounds._sits_at": lambda _former, _house: (
                lambda question, desk: (desk.unit, desk.staff) == (question.unit, question.staff)
            )
        },
        URGENCY,
        number=4,
    ),
    "officer reads": Fault(
        {
            "caseflow.policy.grounds.NEEDED": _reading_on(Ground.OVERSIGHT),
            "caseflow.policy.decision.may_act": _always(value=True),
        },
        KEEPING,
    ),
    "emergency opens everything": Fault(
        {
            "caseflow.exceptions.declare_emergency.emergency_categories": (
                lambda _former, house: (
                    lambda _work: frozenset(house.around.configuration.categories)
                )
            )
        },
        URGENCY,
    ),
    "emergency opens whereabouts": Fault(
        {
            "caseflow.policy.rules._by_emergency": lambda _former, _house: (
                lambda running, _categories, _drawer: next(
                    (Basis(BasisKind.EMERGENCY, each.id) for each in running), None
                )
            )
        },
        URGENCY,
    ),
    "emergency for the whole unit": Fault(
        {
            "caseflow.policy.grounds._runs": lambda former, _house: (
                lambda question, one: former(replace(question, staff=one.staff), one)
            ),
            "caseflow.vault.known_by._EMERGENCIES": lambda _former, _house: ALL_EMERGENCIES,
        },
        URGENCY,
    ),
    "emergency never ends": Fault(
        {
            "caseflow.policy.grounds._runs": lambda former, _house: (
                lambda question, one: former(replace(question, at=one.declared_at), one)
            )
        },
        URGENCY,
    ),
    "handover answered twice": Fault(
        {
            "caseflow.handovers.handover_rows._state": _always(HandoverState.OPEN),
        },
        HANDING,
    ),
    "name card kept after the withdrawal": Fault(
        {
            "caseflow.vault.client_file.names_her": _always(value=True),
            "caseflow.vault.revocations._remove_cards": _always(None),
        },
        NAMING,
        number=3,
    ),
    "a withdrawal does not freeze": Fault(
        {"caseflow.policy.copies.is_frozen": _always(value=False)}, COPYING, number=2
    ),
    "an answer that breaks": Fault({"caseflow.records.weigh_answers._age": _always(None)}),
}
