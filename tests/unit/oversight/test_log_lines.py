from datetime import UTC, datetime
from uuid import uuid4

from caseflow.audit.entries import DrawerName, Trace, payload, read_payload
from caseflow.audit.look import LogEntry
from caseflow.oversight.log_lines import BasisLine, DrawerLine, log_lines
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from tests.factories.house import House

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def entry(trace: Trace) -> LogEntry:
    """Return the entry that a trace becomes."""
    id_ = uuid4()
    return LogEntry(5, id_, AT, read_payload(payload(id_, AT, "request-1", trace)))


def test_names_stand_for_ids(house: House) -> None:
    unit, drawer, basis, ended = house.units["beratung"], uuid4(), uuid4(), uuid4()
    trace = Trace(
        act=Act.STORY_READ,
        staff=house.staff["berta"],
        unit=unit,
        clients=(basis,),
        drawers=(DrawerName(drawer, unit, "health"),),
        bases=(UsedBasis(BasisKind.CONSENT, basis, 3),),
        ended=(UsedBasis(BasisKind.EMERGENCY, ended, 0),),
        reason_digest=b"digest",
        details={"handover": "x"},
    )
    [line] = log_lines(house.work(), [entry(trace)])
    assert (line.position, line.at, line.request_id) == (5, AT, "request-1")
    assert (line.staff_name, line.unit_name) == ("Berta", "Beratung")
    assert line.drawers == (DrawerLine("Beratung", "health", drawer, unit),)
    assert line.bases == (BasisLine("consent", basis, 3),)
    assert line.ended == (BasisLine("emergency", ended, 0),)
    assert line.clients == (basis,)
    assert (line.has_reason, line.permitted, line.details) == (True, True, {"handover": "x"})


def test_whoever_is_unknown_has_no_name(house: House) -> None:
    trace = Trace(
        act=Act.LOGIN_FAIL, decision="refused", staff=uuid4(), unit=uuid4(), reason=Reason.NOT_OPEN
    )
    [line] = log_lines(house.work(), [entry(trace)])
    assert (line.staff_name, line.unit_name, line.client) == ("", "", None)
    assert (line.permitted, line.refused_because, line.has_reason) == (False, "not_open", False)


def test_nobody_acted(house: House) -> None:
    [line] = log_lines(house.work(), [entry(Trace(act=Act.ALARM_SEAL))])
    assert (line.staff, line.unit, line.role, line.bases) == (None, None, "", ())
