"""A worker of the server that accepts handovers at the same instant as the others."""

from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from typing import TYPE_CHECKING
from uuid import UUID

from caseflow.vocabulary.answers import Done, Refused
from tests.factories.handovers import answered
from tests.factories.reopened_house import HouseAddress, reopened

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PATIENCE = 60.0  # seconds; an acceptor that waits longer has lost the others


@dataclass(frozen=True)
class Rush:
    """What all acceptors know."""

    address: HouseAddress
    handovers: tuple[UUID, ...]
    line: Barrier


def accept_all(rush: Rush, name: str, answer: "Connection[object, object]") -> None:
    """Send, for every handover, what the acceptance of this person came to."""
    house = reopened(rush.address)
    actor = house.actor(name, "frauenhaus")
    told = []
    for handover in rush.handovers:
        rush.line.wait(PATIENCE)
        told.append(_said(answered(house, actor, handover)))
    answer.send(told)
    house.close()


def _said(answer: object) -> str:
    match answer:
        case Done():
            return "accepted"
        case Refused():
            return answer.reason.value
        case _:
            return str(answer)
