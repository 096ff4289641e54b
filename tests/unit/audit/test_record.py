from uuid import uuid4

import pytest
from sqlalchemy import select, text

from caseflow.audit.entries import Trace, read_payload
from caseflow.audit.record import digest_of, record, record_alarms
from caseflow.database.sealed_rows import change
from caseflow.database.tables.audit_log import StagedEntry
from caseflow.database.tables.clients import Case
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.unit_of_work import Alarm
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Unrecordable
from tests.factories.log import BEGIN, Log


def staged(log: Log) -> list[dict[str, object]]:
    return [
        read_payload(each)
        for each in log.read(select(StagedEntry.payload).order_by(StagedEntry.at))
    ]


def test_an_entry_is_staged_with_its_act(log: Log) -> None:
    work = log.work()
    entry = record(work, Trace(act=Act.LOGOUT))
    work.abandon()
    assert staged(log) == []
    assert record(work, Trace(act=Act.LOGOUT), entry) == entry
    work.finish()
    [content] = staged(log)
    [at] = log.read(select(StagedEntry.at))
    assert content == {
        "v": 1,
        "id": str(entry),
        "at": at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "request": "request-1",
        "act": "logout",
        "decision": "permitted",
    }


def test_alarms_are_staged_once_beside_the_act(log: Log) -> None:
    work = log.work()
    row, client, unit, staff = (uuid4() for _ in range(4))
    work.alarms += [Alarm.of_seal("cases", row), Alarm.of_key("drawers", row)]
    work.alarms += [Alarm.of_seal("cases", row)]
    record(work, Trace(act=Act.STORY_READ, client=client, unit=unit, staff=staff))
    assert work.alarms == []
    work.finish()
    read, *alarms = staged(log)
    assert read["act"] == "story.read"
    assert [each["act"] for each in alarms] == ["alarm.seal", "alarm.key"]
    assert alarms[0]["details"] == {"table": "cases", "row": str(row)}
    for each in alarms:
        assert (each["client"], each["unit"], each["staff"]) == (
            str(client),
            str(unit),
            str(staff),
        )


def test_alarms_can_be_staged_alone(log: Log) -> None:
    work = log.work()
    work.alarms.append(Alarm.of_key("drawers", uuid4()))
    record_alarms(work)
    work.finish()
    assert [each["act"] for each in staged(log)] == ["alarm.key"]


def test_no_trace_is_no_sight(log: Log) -> None:
    work = log.work()
    work.session.execute(text("DROP TABLE staged_entries"))
    with pytest.raises(Unrecordable, match="did not take"):
        record(work, Trace(act=Act.LOGOUT))
    work.abandon()


def test_an_entry_that_fits_no_bundle_is_refused(log: Log) -> None:
    work = log.work()
    with pytest.raises(Unrecordable, match="too long"):
        record(work, Trace(act=Act.LOGOUT, details={"many": "x" * 65_536}))
    work.abandon()


def test_a_digest_covers_a_row_but_its_counters_and_seal(log: Log) -> None:
    log.access(case := log.case())
    before = digest_of(case)
    assert (before.table, before.id) == ("cases", case.id)
    work = log.work()
    [row] = work.session.scalars(select(Case))
    assert row.uses == 1
    assert digest_of(row) == before
    change(work, row, closed_at=BEGIN)
    assert digest_of(row) != before
    work.abandon()


def test_a_digest_covers_all_of_a_row_without_a_seal() -> None:
    card = NameCard(
        client_id=uuid4(),
        unit_id=uuid4(),
        unit_key_id=b"key",
        filed=True,
        made_at=BEGIN,
        sealed=b"a",
    )
    before = digest_of(card)
    assert before.table == "name_cards"
    card.sealed = b"b"
    assert digest_of(card).digest != before.digest
