"""Everybody opens every page that can be opened, and what stands on it is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from flask import Flask
from sqlalchemy import select

from caseflow.database.base import Base
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.records import Entry
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.security.filled_house import Filled

NAMES = ("berta", "frieda", "ida", "wanda", "olga")


@dataclass(frozen=True)
class Page:
    """A page and who opens it."""

    visitor: str
    address: str


def pages(app: Flask, house: House, life: Filled) -> list[Page]:
    """Return every page that is read with GET, with ids that exist, for every person."""
    ids = _ids(house, life)
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    return [
        Page(name, address)
        for rule in rules
        if "static" not in rule.endpoint
        for address in _addresses(app, rule.endpoint, rule.arguments, ids)
        for name in NAMES
    ]


def visitors(app: Flask) -> dict[str, Visitor]:
    """Return everybody, logged in."""
    found = {name: Visitor(app) for name in NAMES}
    for name, visitor in found.items():
        assert visitor.log_in(name).status_code < 400, name
    return found


def _addresses(
    app: Flask, endpoint: str, arguments: set[str], ids: dict[str, list[object]]
) -> Iterator[str]:
    wanted = [name for name in arguments if name != "client"]
    assert all(name in ids for name in wanted), f"{endpoint} needs ids of {wanted}"
    rows = max([len(ids[name]) for name in wanted], default=1)
    adapter = app.url_map.bind("127.0.0.1")
    for row in range(rows):
        values = {name: ids[name][row % len(ids[name])] for name in arguments}
        yield adapter.build(endpoint, values, method="GET")


def _ids(house: House, life: Filled) -> dict[str, list[object]]:
    with house.sessions() as session:
        reasons = select(Leaf.position).where(Leaf.payload.contains(b"reason_digest"))
        positions: list[object] = list(session.scalars(reasons))

    def every(table: type[Base]) -> list[object]:
        with house.sessions() as session:
            return list(session.scalars(select(table.__table__.c.id)))

    nobody: list[object] = [UUID(int=7)]
    return {
        "client": [life.known.id],
        "entry": every(Entry),
        "consent": [life.consent],
        "emergency": every(EmergencyAccess),
        "handover": every(Handover),
        "staff": list(house.staff.values()),
        "membership": [each.id for each in house.memberships.values()],
        "position": positions or [0],
        "goal": nobody,
        "case": nobody,
        "token": [life.invitation],
        "name": ["x"],
        "filename": ["x"],
        "fingerprint": ["x"],
    }
