from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from caseflow.audit.ends import Ends, ends_of
from caseflow.audit.entries import RowDigest
from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.database.unit_of_work import Alarm
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from tests.factories.log import Log

CLIENT, CONSENT, OTHER = uuid4(), uuid4(), uuid4()
ROWS = (RowDigest("consents", CONSENT, bytes(32)), RowDigest("withdrawals", OTHER, bytes(32)))
ENDED = (UsedBasis(BasisKind.CONSENT, CONSENT, 3), UsedBasis(BasisKind.EMERGENCY, OTHER, 0))


def known(log: Log, client: UUID = CLIENT) -> Ends:
    work = log.work()
    ends = ends_of(work, [client])
    work.put_away()
    return ends


@pytest.mark.parametrize("act", [Act.CONSENT_WITHDRAW, Act.EMERGENCY_END])
@pytest.mark.parametrize("integrated", [False, True])
def test_an_end_is_known_before_and_after_it_is_integrated(
    log: Log, act: Act, *, integrated: bool
) -> None:
    log.access(act=act, client=CLIENT, ended=ENDED)
    log.access(act=Act.STORY_READ, client=CLIENT, ended=(UsedBasis(BasisKind.CONSENT, OTHER, 1),))
    if integrated:
        log.integrate()
    assert known(log) == Ends(frozenset({CONSENT, OTHER}), {})
    assert known(log, OTHER) == Ends(frozenset(), {})


def test_each_withdrawal_of_a_part_counts_once(log: Log) -> None:
    log.access(act=Act.CONSENT_WITHDRAW, client=CLIENT, rows=ROWS)
    log.integrate()
    log.access(act=Act.CONSENT_WITHDRAW, client=CLIENT, rows=ROWS)
    log.access(act=Act.CONSENT_EXPIRE, client=CLIENT, rows=ROWS)
    ends = known(log)
    assert ends == Ends(frozenset(), {CONSENT: 2})
    assert [ends.outdate(CONSENT, version) for version in (1, 2, 3)] == [True, True, False]
    assert not ends.outdate(OTHER, 1)


def test_a_forged_entry_ends_nothing_and_is_an_alarm(log: Log) -> None:
    entry = log.access(act=Act.CONSENT_WITHDRAW, client=CLIENT, ended=ENDED)
    work = log.work()
    work.session.execute(update(StagedEntry).values(row_seal=b"forged"))
    assert ends_of(work, [CLIENT]) == Ends(frozenset(), {})
    assert work.alarms == [Alarm.of_seal("staged_entries", entry)]


def test_a_leaf_that_is_no_entry_tells_of_no_end(log: Log) -> None:
    log.access(act=Act.CONSENT_WITHDRAW, client=CLIENT, ended=ENDED)
    log.access(act=Act.CONSENT_WITHDRAW, client=CLIENT, rows=ROWS)
    log.integrate()
    work = log.work()
    work.session.execute(update(Leaf).where(Leaf.position == 0).values(payload=b"no entry"))
    assert ends_of(work, [CLIENT]) == Ends(frozenset(), {CONSENT: 1})
