from uuid import uuid4

import pytest
from sqlalchemy import select, text

from caseflow.audit.entries import Trace, read_payload
from caseflow.audit.record import digest_of, record, record_alarms, tell_rows
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


def case_row(log: Log) -> Case:
    return Case(
        client_id=uuid4(),
        unit_id=log.unit,
        opened_at=BEGIN,
        opened_by=uuid4(),
        code=b"sealed",
        code_key_id=b"key",
    )


def test_rows_that_an_act_wrote_are_named_once_and_as_they_stand_then(log: Log) -> None:
    work = log.work()
    one, two = case_row(log), case_row(log)
    work.session.add_all([one, two])
    work.session.flush()
    before = digest_of(one)
    change(work, one, closed_at=BEGIN)
    work.touched.destroyed("cases", uuid4())
    record(work, Trace(act=Act.CASE_CLOSE, rows=(before, digest_of(two))))
    record(work, Trace(act=Act.LOGOUT))
    work.finish()
    first, second = staged(log)
    assert "rows" not in second
    rows = first["rows"]
    assert isinstance(rows, list)
    assert [row["id"] for row in rows[:3]] == [str(one.id), str(two.id), str(one.id)]
    assert rows[2]["digest"] == digest_of(one).digest.hex()
    assert [row["digest"] for row in rows[3:]] == [""]


def test_what_finds_no_room_has_sheets_of_its_own(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.audit.record.SHEET", 2)
    work = log.work()
    work.session.add_all([case_row(log) for _ in range(5)])
    entry = record(work, Trace(act=Act.CASE_OPEN))
    work.session.add(case_row(log))
    tell_rows(work)
    tell_rows(work)
    work.finish()
    told = [(each["act"], len(each["rows"]), each.get("details")) for each in staged(log)]  # type: ignore[arg-type] # a list
    assert told == [
        ("case.open", 2, None),
        ("rows.tell", 2, {"entry": str(entry)}),
        ("rows.tell", 1, {"entry": str(entry)}),
        ("rows.tell", 1, None),
    ]
