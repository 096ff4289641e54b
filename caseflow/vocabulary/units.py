"""The kinds of unit, and how a unit is named below the pages."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class UnitKind(StrEnum):
    """What a unit is for; decides its question sets, its defaults and its drawers."""

    COUNSELLING = "counselling"
    SHELTER = "shelter"
    HOUSING = "housing"
    QUALIFICATION = "qualification"
    OUTREACH = "outreach"
    ANTI_DISCRIMINATION = "anti_discrimination"
    OVERSIGHT = "oversight"  # the data-protection officers; has no drawers


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the provider as rooms hand it to each other."""

    id: UUID
    slug: str
    name: str
    kind: UnitKind
