"""What the leaves of an erasure tell is enough to erase again; a whole one is in test_replay."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from caseflow.database.tables.retention import Erasure
from caseflow.operations.backups.erase_again import delete_evidence_again, erase_again
from caseflow.operations.backups.told_again import NOTHING
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, new_client
from tests.factories.erasing import cases_of, tombstone, two_files
from tests.factories.house import House, StoppedClock


def _leaf(house: House, known: Known, **details: str) -> dict[str, Any]:
    told = {"erasure": str(new_id()), "ground": "wish", "whole": "yes", **details}
    at = house.around.clock.now().isoformat()
    doer = str(house.staff["olga"])
    return {
        "act": Act.CLIENT_ERASE.value,
        "at": at,
        "client": str(known.id),
        "staff": doer,
        "details": told,
    }


def test_one_tombstone_says_of_all_her_ids_and_when_it_was(
    house: House, clock: StoppedClock
) -> None:
    berta = house.actor("berta", "beratung")
    one, other = new_client(house, berta), new_client(house, berta)
    leaf = _leaf(house, one)
    leaves = [leaf, {**leaf, "client": str(other.id)}]
    clock.advance(timedelta(days=1))
    work = house.work()
    for each in leaves:
        assert "erasures" in {row.table for row in erase_again(work, each, new_id()).rows}
        assert erase_again(work, each, new_id()) == NOTHING
    row = work.session.scalars(select(Erasure)).one()
    assert (row.client_id, row.also, row.whole) == (one.id, (other.id,), True)
    assert (row.erased_at, row.answered_by) == (
        datetime.fromisoformat(leaf["at"]),
        house.staff["olga"],
    )
    told = {"details": {"erasure": leaf["details"]["erasure"]}}
    assert [each.table for each in delete_evidence_again(work, told, new_id()).rows] == ["erasures"]
    assert row.evidence_gone_at == work.clock.now()
    assert delete_evidence_again(work, told, new_id()) == NOTHING
    work.abandon()


def test_a_proposal_that_the_backup_has_becomes_the_tombstone_of_the_file(house: House) -> None:
    where = two_files(house)
    work = house.work()
    row = tombstone(house, where.known.id, where.berta.unit)
    work.session.add(row)
    work.finish()
    unit = str(where.berta.unit)
    leaf = _leaf(house, where.known, erasure=str(row.id), unit=unit)
    assert erase_again(work, _leaf(house, where.known, unit=str(new_id())), new_id()) == NOTHING
    erase_again(work, leaf, new_id())
    work.finish()
    assert cases_of(house, where.known.id) == {where.frieda.unit}
    with house.sessions() as session:
        found = session.scalars(select(Erasure)).one()
        assert (found.answered_by, found.whole) == (house.staff["olga"], False)
        assert found.proposed_by == row.proposed_by
