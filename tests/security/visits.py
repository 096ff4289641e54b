"""Everybody, and everybody's program, opens all that can be opened; what stands there is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from flask import Flask
from sqlalchemy import select
from typing_extensions import override

from caseflow.database.base import Base
from caseflow.database.tables.appointments import Appointment
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.documents import Document
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.tables.family import Guardian
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.partners import Disclosure, PartnerRow
from caseflow.database.tables.received_consents import ReceivedConsent
from caseflow.database.tables.records import Entry
from caseflow.database.tables.retention import Erasure, Hold, RetentionRun
from caseflow.database.tables.reviews import ReviewFinding, SignOff
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.programs import API, Program
from tests.security.filled_house import Filled

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

# What has to be asked for, or shows more when it is.
QUERIES = {
    "web.new_letter": ("?template=free", "?template=confirmation"),
    "api.get_handovers": ("?direction=in", "?direction=out"),
    "api.get_audit_proofs_inclusion": ("?index=0&size=1",),
    "api.get_audit_proofs_consistency": ("?first=1&second=2",),
}
NAMES = ("berta", "frieda", "ida", "wanda", "olga")


@dataclass(frozen=True)
class Page:
    """A page and who opens it."""

    visitor: str
    address: str
    route: str = ""


def pages(app: Flask, house: House, life: Filled) -> list[Page]:
    """Return every page that is read with GET, with ids that exist, for every person."""
    ids = _ids(house, life)
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    return [
        Page(name, address, rule.endpoint)
        for rule in rules
        if "static" not in rule.endpoint
        for address in _addresses(app, rule.endpoint, rule.arguments, ids)
        for name in NAMES
    ]


class Somebody(Visitor):
    """A person at her browser, with a program that acts for her too."""

    def __init__(self, app: Flask, name: str) -> None:
        super().__init__(app)
        assert self.log_in(name).status_code < 400, name
        self._program = Program(app, name)

    @override
    def look(self, address: str) -> "TestResponse":
        """Open a page, or let the program ask where the address is one for programs."""
        if address.startswith(API):
            return self._program.get(address.removeprefix(API))
        return super().look(address)


def visitors(app: Flask) -> dict[str, Somebody]:
    """Return everybody, logged in."""
    return {name: Somebody(app, name) for name in NAMES}


def _addresses(
    app: Flask, endpoint: str, arguments: set[str], ids: dict[str, list[object]]
) -> Iterator[str]:
    wanted = [name for name in arguments if name != "client"]
    assert all(name in ids for name in wanted), f"{endpoint} needs ids of {wanted}"
    rows = max([len(ids[name]) for name in wanted], default=1)
    adapter = app.url_map.bind("127.0.0.1")
    for row in range(rows):
        values = {name: ids[name][row % len(ids[name])] for name in arguments}
        address = adapter.build(endpoint, values, method="GET")
        yield from (address + query for query in QUERIES.get(endpoint, ("",)))


def _ids(house: House, life: Filled) -> dict[str, list[object]]:
    with house.sessions() as session:
        leaves = session.scalars(select(Leaf)).all()
    positions: list[object] = [leaf.position for leaf in leaves if b"reason_digest" in leaf.payload]
    assert positions, "nobody gave a reason"

    def every(table: type[Base]) -> list[object]:
        with house.sessions() as session:
            return list(session.scalars(select(table.__table__.c.id)))

    nobody: list[object] = [UUID(int=7)]
    staff: list[object] = [*house.staff.values()]
    members: list[object] = [each.id for each in house.memberships.values()]
    return {
        "client": [life.known.id],
        "entry": every(Entry),
        "piece": every(Entry),
        "correction": every(Correction) or nobody,
        "consent": [life.consent],
        "copy": every(Drawer),
        "emergency": every(EmergencyAccess),
        "exception": every(LawfulException),
        "disclosure": every(Disclosure),
        "partner": every(PartnerRow),
        "handover": every(Handover),
        "staff": staff[:2],
        "membership": members[:2],
        "position": positions,
        "index": positions,
        "path": ["0/000.p/1", "entries/000.p/1"],
        "received": every(ReceivedConsent),
        "guardian": every(Guardian),
        "document": every(Document) or nobody,
        "appointment": every(Appointment) or nobody,
        "erasure": every(Erasure),
        "hold": every(Hold),
        "signed": every(SignOff),
        "finding": every(ReviewFinding),
        "run": every(RetentionRun),
        "report": ["unit_year"],
        "goal": nobody,
        "case": nobody,
        "token": [life.invitation],
        "name": ["x"],
        "filename": ["x"],
        "chapter": ["everybody"],
        "fingerprint": ["x"],
    }
