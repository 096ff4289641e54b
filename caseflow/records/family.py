"""What is written down of guardians and relatives: frozen pieces, each with its origin."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.records.overview import Overview
from caseflow.records.story import Damaged, Origin
from caseflow.vocabulary.states import Kin


@dataclass(frozen=True, slots=True)
class StoryGuardian:
    """Somebody who has, or claims, a say for a client."""

    origin: Origin
    name: str
    relation: str
    authority: str  # an Authority
    blocked: str  # a BlockedFor; empty: may declare for her


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A link to another client, who may be closed to whoever reads it."""

    origin: Origin
    other: UUID
    kin: Kin


@dataclass(frozen=True, slots=True)
class RelativeView:
    """Another client as a link shows her; she is open to who reads it."""

    origin: Origin
    client: UUID
    kin: Kin
    code: str
    name: str  # empty where it is not open


@dataclass(frozen=True, slots=True)
class Family:
    """Who may act for a client and who may not, and who of her family is a client too."""

    guardians: tuple[StoryGuardian, ...]
    relatives: tuple[RelativeView, ...]
    damaged: tuple[Damaged, ...]
    overview: Overview
