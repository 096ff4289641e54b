"""Read through the door, and the log that stands behind it."""

from typing import Any

from sqlalchemy import select

from caseflow.audit.entries import read_payload
from caseflow.database.tables.audit_log import StagedEntry
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import Entry, Fact
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vault.pieces import Opened
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from tests.factories.clients import Known
from tests.factories.house import House


def read(house: House, actor: Actor, known: Known) -> Opened | Refused:
    work = house.work(actor)
    answer = disclose(work, actor, Ask(Act.STORY_READ, known.id), (Entry, Fact))
    return answer.value if isinstance(answer, Disclosed) else answer


def texts(opened: Opened | Refused) -> list[str]:
    assert isinstance(opened, Opened), opened
    return sorted(piece.text("text") for piece in opened.of(Entry))


def log(house: House) -> list[dict[str, Any]]:
    with house.sessions() as session:
        rows = session.scalars(select(StagedEntry).order_by(StagedEntry.at))
        entries = [read_payload(row.payload) for row in rows]
        drawers = {str(each.id): each for each in session.scalars(select(Drawer))}
    for entry in entries:
        _names_what_there_is(entry, drawers)
    # What factories write without an act is nobody's.
    return [each for each in entries if each["act"] != Act.ROWS_TELL]


def _names_what_there_is(entry: dict[str, Any], drawers: dict[str, Drawer]) -> None:
    """No entry names nothing, whatever its test asks it for, nor another drawer than it means."""
    assert "'None'" not in str(entry), entry
    for named in entry.get("drawers", ()):
        row = drawers.get(named["id"])  # none: it is destroyed by now
        found = None if row is None else (str(row.unit_id), row.category)
        assert found in {None, (named["unit"], named["category"])}, entry


def newest(house: House, act: Act) -> dict[str, Any]:
    return [each for each in log(house) if each["act"] == act][-1]


def done_by(told: dict[str, Any], actor: Actor) -> bool:
    """Say whether an entry names this actor as who did it."""
    who = str(actor.staff), str(actor.session), str(actor.unit), actor.role.value
    return tuple(told.get(each) for each in ("staff", "session", "unit", "role")) == who


def rows_of(told: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the rows that an entry names."""
    return {(row["table"], row["id"]) for row in told["rows"]}
