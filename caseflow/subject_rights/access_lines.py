"""Make of the log's entries about a client what she may be told of them (Art. 15 GDPR).

Days, units, categories, what for and on which ground; as a rule nobody who works there (CJEU
C-579/21). What rests on an emergency or an exception that she is not told of yet is left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.sights import DEEDS, Deed

_HELD = frozenset({BasisKind.EMERGENCY, BasisKind.EXCEPTION})
_OWN = frozenset({BasisKind.OWN_UNIT, BasisKind.DESK})


@dataclass(frozen=True, slots=True, order=True)
class Ground:
    """On which ground something was seen; of a consent the day on which she gave it."""

    kind: str  # a BasisKind
    day: date | None = field(default=None, compare=False)
    order: str = ""  # the day as text, so that grounds without one can be compared


@dataclass(frozen=True, slots=True)
class Sight:
    """On a day a unit learned something of her, or told something of her."""

    day: date  # for guardians the first of the month
    unit: UUID | None  # None: which one is not said
    deed: Deed
    purpose: str
    grounds: tuple[Ground, ...]
    categories: tuple[str, ...]
    partner: str = ""
    times: int = 1  # 0: how often is not said

    @property
    def alike(self) -> tuple[object, ...]:
        """Return what two acts have in common that are told as one."""
        return self.day, self.unit, self.deed, self.purpose, self.grounds, self.partner


@dataclass(frozen=True, slots=True)
class Known:
    """What must be known beside the log: days of consents, names of partners, what is told."""

    zone: ZoneInfo
    consents: Mapping[UUID, date]
    partners: Mapping[UUID, str]  # by disclosure
    told: frozenset[UUID]  # emergencies and exceptions that she may hear of


@dataclass(frozen=True, slots=True)
class Held:
    """An entry that is left out, wholly or in part, because of an emergency or an exception."""

    basis: UUID
    day: date


def sights(entries: Iterable[Mapping[str, Any]], known: Known) -> tuple[list[Sight], list[Held]]:
    """Return what is told, by day, and what is left out."""
    told: dict[tuple[object, ...], Sight] = {}
    held: list[Held] = []
    for said in entries:
        day = local_day(datetime.fromisoformat(said["at"]), known.zone)
        untold = _untold(said, known)
        held += [Held(basis, day) for basis in untold]
        sight = None if said["act"] not in DEEDS else _sight(said, day, known, partly=bool(untold))
        if sight is not None:
            _add(told, sight)
    return sorted(told.values(), key=_order), held


def merged(found: Iterable[Sight]) -> tuple[Sight, ...]:
    """Return alike ones as one, by day."""
    told: dict[tuple[object, ...], Sight] = {}
    for each in found:
        _add(told, each)
    return tuple(sorted(told.values(), key=_order))


def _add(told: dict[tuple[object, ...], Sight], sight: Sight) -> None:
    before = told.get(sight.alike)
    if before is None:
        told[sight.alike] = sight
        return
    told[sight.alike] = Sight(
        *(sight.day, sight.unit, sight.deed, sight.purpose, sight.grounds),
        categories=tuple(sorted({*before.categories, *sight.categories})),
        partner=sight.partner,
        times=before.times + sight.times,
    )


def _untold(said: Mapping[str, Any], known: Known) -> set[UUID]:
    """Return the emergencies and exceptions it rests on, or declares, that she does not know of."""
    rests = {UUID(each["id"]) for each in said.get("bases", ()) if each["kind"] in _HELD}
    if said["act"] == Act.EMERGENCY_DECLARE:
        rests.add(UUID(said["details"]["emergency"]))
    return rests - known.told


def _sight(said: Mapping[str, Any], day: date, known: Known, *, partly: bool) -> Sight | None:
    """Return what is told of an entry; what is held back leaves only what was the unit's own."""
    bases = [each for each in said.get("bases", ()) if not partly or each["kind"] in _OWN]
    if said["act"] == Act.EMERGENCY_DECLARE and partly:
        return None
    if partly and not bases:
        return None
    unit = UUID(said["unit"]) if "unit" in said else None
    disclosure = said.get("details", {}).get("disclosure")
    return Sight(
        day=day,
        unit=unit,
        deed=DEEDS[Act(said["act"])],
        purpose=said.get("purpose", ""),
        grounds=tuple(sorted(set(_grounds(bases, known)))),
        categories=tuple(sorted(set(_categories(said, None if not partly else said.get("unit"))))),
        partner=known.partners.get(UUID(disclosure), "") if disclosure else "",
    )


def _grounds(bases: Iterable[Mapping[str, Any]], known: Known) -> Iterator[Ground]:
    """Yield the grounds; that somebody belongs to a unit is none beside another.

    A list rests on the consents of all whom it shows: those of others are none of hers.
    """
    found = [
        each
        for each in bases
        if each["kind"] != BasisKind.CONSENT or UUID(each["id"]) in known.consents
    ]
    others = [each for each in found if each["kind"] != BasisKind.MEMBERSHIP]
    for each in others or found:
        day = known.consents.get(UUID(each["id"])) if each["kind"] == BasisKind.CONSENT else None
        yield Ground(each["kind"], day, "" if day is None else day.isoformat())


def _categories(said: Mapping[str, Any], only: str | None) -> Iterator[str]:
    """Yield the categories of which something was opened.

    Of an act about several clients none: its drawers are those of others, too.
    """
    if "fields" in said and "clients" not in said:
        for each in said.get("drawers", ()):
            if only is None or each["unit"] == only:
                yield each["category"]


def _order(sight: Sight) -> tuple[str, ...]:
    grounds = (f"{each.kind}{each.order}" for each in sight.grounds)
    unit = "" if sight.unit is None else str(sight.unit)
    return sight.day.isoformat(), unit, sight.deed, sight.purpose, sight.partner, *grounds
