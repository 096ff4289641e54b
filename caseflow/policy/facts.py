"""The facts that a decision is made from, and the question it answers.

Whoever asks has checked the seal of every row behind a fact. Every instant is in UTC.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.matrices import Action, Matrix, WithdrawnPart

if TYPE_CHECKING:
    from caseflow.policy.index import Index


@dataclass(frozen=True, slots=True)
class MembershipFact:
    """Who the asking staff member is in the unit she acts for."""

    id: UUID
    staff: UUID
    unit: UUID
    role: Role
    active: bool


@dataclass(frozen=True, slots=True)
class CaseFact:
    """The case of the client in the asking unit: the open one, else the one closed last."""

    id: UUID
    unit: UUID
    open: bool
    restricted: bool  # only the assigned staff know it; a lead is no exception
    assigned: frozenset[UUID]
    deserted: bool = False  # restricted, and nobody assigned is a member of the unit any more


@dataclass(frozen=True, slots=True)
class DrawerFact:
    """One drawer of the client, of whichever unit; there may be two of a unit and category."""

    id: UUID
    unit: UUID
    category: str
    client: UUID | None = None  # under which of the person's ids it is kept
    copied_from: UUID | None = None  # the unit that was told what lies in it
    copied_under: UUID | None = None  # the consent that let this unit copy it
    frozen: bool = False  # she took that consent back
    kept: bool = False  # frozen, and an officer has recorded another basis


@dataclass(frozen=True, slots=True)
class DeskFact:
    """The client brought her card: this session and unit may act, and read nothing."""

    id: UUID
    staff: UUID
    session: UUID
    unit: UUID
    client: UUID
    opened_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class ConsentFact:
    """One version of a consent of the client."""

    id: UUID
    version: int
    matrix: Matrix
    valid_from: datetime
    valid_until: datetime  # local midnight after the last day
    recorded_at: datetime
    withdrawn_at: datetime | None
    withdrawn_parts: tuple[WithdrawnPart, ...]
    complete: bool  # every declarer and every notice is there, and it was freely given
    # Records of the same person that it does not speak for: see `caseflow.policy.merging`.
    unheard: frozenset[UUID] = frozenset()
    majority_at: datetime | None = None  # a guardian declared it; from here on she does herself


@dataclass(frozen=True, slots=True)
class EmergencyFact:
    """An emergency access that one person declared."""

    id: UUID
    staff: UUID
    unit: UUID
    client: UUID
    declared_at: datetime
    until: datetime
    ended_at: datetime | None
    categories: frozenset[str]
    unheard: frozenset[UUID] = frozenset()  # records of hers that it opens nothing of


class Agreement(NamedTuple):
    """A second person has agreed for one owning unit."""

    unit: UUID
    at: datetime
    by_lead: bool  # a lead of that unit; else an officer


@dataclass(frozen=True, slots=True)
class ExceptionFact:
    """A lawful exception that one unit has declared; it opens nothing without agreement."""

    id: UUID
    unit: UUID  # that asks
    client: UUID
    categories: frozenset[str]
    purpose: str
    declared_at: datetime
    until: datetime
    ended_at: datetime | None  # ended or refused
    agreements: tuple[Agreement, ...]
    unheard: frozenset[UUID] = frozenset()  # records of hers that it opens nothing of


@dataclass(frozen=True, slots=True)
class PartnerFact:
    """A partner organisation outside, as far as its agreement says whether it may be told."""

    id: UUID
    agreed_from: datetime
    agreed_until: datetime | None  # local midnight after the last day; None without an end
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class CategoryRules:
    """What the configuration says of categories; a category that is named nowhere is closed."""

    emergency: frozenset[str]
    trustee: frozenset[str]  # the trustee is a reader of their drawers
    never: frozenset[str]  # evidence: no consent, emergency or other exception opens it


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a decision about one client and one asking staff member rests on."""

    membership: MembershipFact
    case: CaseFact | None
    walled: bool
    drawers: tuple[DrawerFact, ...]
    consents: tuple[ConsentFact, ...]
    emergencies: tuple[EmergencyFact, ...]
    desk: DeskFact | None
    categories: CategoryRules
    handed_over: bool = False  # a handover that carries her id waits for the asking unit
    exceptions: tuple[ExceptionFact, ...] = ()
    same_person: frozenset[UUID] = frozenset()  # other ids of the client who is asked for
    partners: tuple[PartnerFact, ...] = ()  # of the consent that the question is asked under
    suspended: bool = False  # restored from a backup, which may not know what ended since
    # By receiving unit; `caseflow.policy.index` fills it at the first question.
    indexes: "dict[UUID, Index]" = field(
        default_factory=dict, init=False, repr=False, compare=False
    )


@dataclass(frozen=True, slots=True)
class Question:
    """Who wants to do what with which client, when, what for."""

    at: datetime
    staff: UUID
    session: UUID
    unit: UUID
    role: Role
    act: Act
    action: Action
    purpose: str
    client: UUID
    reason_given: bool
    consent: UUID | None = None  # under which something is told to a partner outside
    covering: frozenset[str] = frozenset()  # categories that it must cover still
    categories: frozenset[str] | None = None  # that are asked for; none: all that open


class Cell(NamedTuple):
    """One cell of a matrix: from whom, to whom, about what, what for, doing what."""

    from_unit: UUID
    to_unit: UUID  # or the partner outside
    category: str
    purpose: str
    action: Action
