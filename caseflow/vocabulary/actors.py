"""Who acts: ids only, frozen for the length of one request."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID


class Role(StrEnum):
    """What a membership lets a staff member do in its unit."""

    CASEWORKER = "caseworker"  # reads the story, writes, hands over
    INTAKE = "intake"  # records consent, reads and fills facts, no entries
    LEAD = "lead"  # a caseworker who admits staff, assigns and closes cases
    OFFICER = "officer"  # member of the oversight unit: reviews the log, reads no case


# As what somebody may act in a role. A lead's program need not be a lead; nobody's is more than she
# is herself.
WITHIN: Mapping[Role, tuple[Role, ...]] = MappingProxyType(
    {
        Role.CASEWORKER: (Role.CASEWORKER,),
        Role.INTAKE: (Role.INTAKE,),
        Role.LEAD: (Role.CASEWORKER, Role.INTAKE, Role.LEAD),
        Role.OFFICER: (Role.OFFICER,),
    }
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A staff member acting in one unit, in one session, for one request."""

    staff: UUID
    session: UUID
    membership: UUID
    unit: UUID
    role: Role
    second_factor_at: datetime | None = None
    token: UUID | None = None  # by which a program acts for her, in place of a session


@dataclass(frozen=True, slots=True)
class Person:
    """A staff member who is logged in but acts in no unit: an administrator, or a newcomer."""

    staff: UUID
    session: UUID
    administrator: bool = False
    second_factor_at: datetime | None = None
    token: UUID | None = None
