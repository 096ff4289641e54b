import re
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from caseflow.audit.look import CHUNK, LogFilter, all_entries, entries, entry, newest_checkpoint
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from tests.factories.log import BEGIN, Log

HOUSE = Path(__file__).resolve().parents[3] / "caseflow"
PERMITTED = re.compile(r"permit_member\(work, actor, Act\.(\w+)")


def found(log: Log, filters: LogFilter, **page: int) -> list[UUID]:
    work = log.work()
    looked = [each.id for each in entries(work, filters, **page)]
    work.put_away()
    return looked


def test_the_newest_come_first_page_by_page(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    assert CHUNK > 2
    monkeypatch.setattr("caseflow.audit.look.CHUNK", 2)
    made = [log.access() for _ in range(6)]
    log.integrate()
    newest_first = made[::-1]
    assert found(log, LogFilter()) == newest_first
    assert found(log, LogFilter(), limit=3) == newest_first[:3]
    assert found(log, LogFilter(), after=3, limit=2) == newest_first[3:5]
    assert found(log, LogFilter(), after=0) == []
    work = log.work()
    assert [each.id for each in all_entries(work, LogFilter())] == newest_first
    work.put_away()


def test_each_filter_finds_its_own(log: Log) -> None:
    staff, unit, client, ended = (uuid4() for _ in range(4))
    case = log.case(client)
    plain = log.access()
    by_staff = log.access(staff=staff)
    in_unit = log.access(unit=unit)
    by_case = log.access(case)
    shown = log.access(act=Act.CLIENT_SHOWN, clients=(uuid4(), client))
    other = uuid4()
    not_shown = log.access(act=Act.CLIENT_SHOWN, clients=(other,))
    handed = log.access(act=Act.HANDOVER_READ, clients=(client,))
    refused = log.access(decision="refused")
    end = log.access(ended=(UsedBasis(BasisKind.CONSENT, ended, 4),))
    log.integrate()
    everything = [end, refused, handed, not_shown, shown, by_case, in_unit, by_staff, plain]
    second = BEGIN + timedelta(milliseconds=2)
    for filters, expected in (
        (LogFilter(), everything),
        (LogFilter(staff=staff), [by_staff]),
        (LogFilter(unit=unit), [in_unit]),
        (LogFilter(act=Act.CLIENT_SHOWN), [not_shown, shown]),
        (LogFilter(acts=frozenset({Act.CLIENT_SHOWN, Act.HANDOVER_READ})), everything[2:5]),
        (LogFilter(acts=frozenset()), []),
        (LogFilter(decision="refused"), [refused]),
        (LogFilter(clients=frozenset({client})), [handed, shown, by_case]),
        (LogFilter(basis=case.id), [by_case]),
        (LogFilter(basis=ended), [end]),
        (LogFilter(basis=uuid4()), []),
        (LogFilter(since=second), everything[:-1]),
        (LogFilter(until=second), [plain]),
        (LogFilter(clients=frozenset({client}), basis=case.id), [by_case]),
        (LogFilter(clients=frozenset({client, other})), [handed, not_shown, shown, by_case]),
        (LogFilter(clients=frozenset()), []),
    ):
        assert found(log, filters) == expected


def test_every_list_that_is_traced_with_whom_it_showed_is_found_by_each_of_them(log: Log) -> None:
    lists = sorted(_lists())
    assert len(lists) > 7
    client = uuid4()
    made = [log.access(act=act, clients=(uuid4(), client)) for act in lists]
    log.integrate()
    assert found(log, LogFilter(clients=frozenset({client}))) == made[::-1]


def _lists() -> set[Act]:
    """Return the acts of whoever shows several clients at once, as the code traces them."""
    texts = (path.read_text(encoding="utf-8") for path in HOUSE.rglob("*.py"))
    listing = (text for text in texts if "Deeds(clients=" in text)
    acts = {Act[name] for text in listing for name in PERMITTED.findall(text)}
    return acts - {Act.CLIENT_SEARCH}  # an entry of its own says whom a search has shown


def test_one_entry_is_read_by_its_position(log: Log) -> None:
    made = log.access(purpose="case_work")
    log.integrate()
    work = log.work()
    one = entry(work, 0)
    assert one is not None
    assert (one.position, one.id, one.at) == (0, made, BEGIN + timedelta(milliseconds=1))
    assert one.content["purpose"] == "case_work"
    assert entry(work, 1) is None
    work.abandon()


def test_a_position_that_no_database_counts_to_is_beyond_the_end(log: Log) -> None:
    made = log.access()
    log.integrate()
    for position in (2**31 - 1, 2**31, 2**63 - 1, 2**63, 10**40):
        assert found(log, LogFilter(), after=position) == [made]
        work = log.work()
        assert entry(work, position) is None
        work.put_away()


def test_the_newest_checkpoint_is_the_head(log: Log) -> None:
    work = log.work()
    assert newest_checkpoint(work) is None
    work.abandon()
    for _ in range(2):
        log.access()
        log.integrate()
    head = newest_checkpoint(work)
    assert head is not None
    assert head.size == 2
    work.abandon()
