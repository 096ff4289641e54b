from typing import Any
from uuid import UUID

import pytest

from caseflow.database.tables.merges import Merge
from caseflow.operations.backups.join_again import join_again
from caseflow.operations.backups.told_again import NOTHING, NotTold
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, consented, entry, new_client, write
from tests.factories.house import House
from tests.factories.kept_apart import created, kept_apart
from tests.factories.merges import proposed


def _leaf(house: House, known: Known, merge: UUID) -> dict[str, Any]:
    told = {"merge": str(merge), "agreed": "yes"}
    doer = {"staff": str(house.staff["lea"]), "unit": str(house.units["beratung"])}
    return {"act": Act.MERGE_ANSWER.value, "client": str(known.id), "details": told, **doer}


def test_a_proposal_that_the_backup_has_is_agreed_to_once_more(house: House) -> None:
    berta = house.actor("berta", "beratung")
    one, other = new_client(house, berta), new_client(house, berta)
    write(house, berta, one, entry("Sie kam."))
    consented(house, berta, one, [house.units["frauenhaus"]], ["violence"])
    leaf = _leaf(house, other, proposed(house, berta, one, other))
    work = house.work()
    deeds = join_again(work, leaf, new_id())
    assert [each.act for each in deeds.keys] == [Act.KEY_REVOKE]
    row = work.session.get_one(Merge, UUID(leaf["details"]["merge"]))
    assert (row.agreed_at, row.answered_by) == (work.clock.now(), house.staff["lea"])
    assert join_again(work, leaf, new_id()) == NOTHING
    work.abandon()


def test_what_nobody_can_tell_any_more_is_left_to_an_officer(house: House) -> None:
    berta = house.actor("berta", "beratung")
    one, other = created(house, berta), created(house, house.actor("lea", "beratung"))
    merge = proposed(house, berta, one, other)
    kept_apart(house, house.actor("ida", "wohnen"), one, other)
    work = house.work()
    assert join_again(work, _leaf(house, Known(new_id(), ""), merge), new_id()) == NOTHING
    for unsaid in (merge, new_id()):
        with pytest.raises(NotTold):
            join_again(work, _leaf(house, one, unsaid), new_id())
