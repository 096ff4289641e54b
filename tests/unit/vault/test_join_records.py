"""The keys follow at once, and what is kept apart is never one."""

import pytest
from sqlalchemy import select, update

from caseflow.database.tables.clients import Case
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.tables.merges import Merge
from caseflow.vault.gather import consent_facts
from caseflow.vault.honoured import honoured
from caseflow.vault.join_records import join_records, never_one
from caseflow.vault.permit import Ask
from caseflow.vault.same_person import Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, consented, entry, new_client, permitted, write
from tests.factories.house import House
from tests.factories.merges import merged, proposed, undone


@pytest.fixture
def pair(house: House) -> tuple[Known, Known]:
    berta = house.actor("berta", "beratung")
    one, other = new_client(house, berta), new_client(house, berta)
    write(house, berta, one, entry("Sie kam."))
    consented(house, berta, one, [house.units["frauenhaus"]], ["violence"])
    return one, other


def test_envelopes_go_and_every_open_case_is_counted_up(
    house: House, pair: tuple[Known, Known]
) -> None:
    lea = house.actor("lea", "beratung")
    merge = proposed(house, house.actor("berta", "beratung"), *pair)
    work = house.work(lea)
    given = permitted(work, lea, Ask(Act.MERGE_ANSWER, pair[0].id))
    row = work.session.get(Merge, merge)
    assert row is not None
    deeds = join_records(work, given, row)
    assert [event.act for event in deeds.keys] == [Act.KEY_REVOKE]
    assert [digest.table for digest in deeds.rows] == ["merges", "cases", "cases"]
    held = work.session.execute(select(Case.client_id, Case.generation)).all()
    work.abandon()
    before = house.work().session.execute(select(Case.client_id, Case.generation)).all()
    assert dict(map(tuple, held)) == {client: number + 1 for client, number in before}


def test_who_answers_at_the_same_time_loses(house: House, pair: tuple[Known, Known]) -> None:
    lea = house.actor("lea", "beratung")
    merge = proposed(house, house.actor("berta", "beratung"), *pair)
    work = house.work(lea)
    given = permitted(work, lea, Ask(Act.MERGE_ANSWER, pair[0].id))
    row = work.session.get(Merge, merge)
    assert row is not None
    work.session.execute(
        update(Merge).values(row_seal=b"elsewhere"),
        execution_options={"synchronize_session": False},
    )
    with pytest.raises(Stale):
        join_records(work, given, row)


def test_kept_apart_by_whichever_id_and_in_doubt_too(
    house: House, pair: tuple[Known, Known]
) -> None:
    lea, third = house.actor("lea", "beratung"), new_id()
    one, other = Person((pair[0].id, third)), Person((pair[1].id,))
    work = house.work()
    assert not never_one(work, one, other)
    apart = KeptApart(
        client_id=pair[1].id,
        other_id=third,
        unit_id=lea.unit,
        recorded_by=lea.staff,
        recorded_at=work.clock.now(),
    )
    work.session.add(apart)
    work.finish()
    assert never_one(work, one, other)
    assert never_one(work, other, one)
    assert not never_one(work, Person((pair[0].id,)), other)
    work.finish()
    with house.sessions.begin() as session:
        session.execute(update(KeptApart).values(lifted_at=house.around.clock.now()))
    assert never_one(house.work(), one, other)  # its seal is broken: in doubt they stay apart


def test_a_merge_that_was_put_back_gives_nobody_a_key(
    house: House, pair: tuple[Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merge = proposed(house, berta, *pair)
    with house.sessions() as session:
        row = session.get(Merge, merge)
        assert row is not None
        before = {"agreed_at": None, "answered_by": None, "row_seal": row.row_seal}
    again = merged(house, berta, lea, *pair)
    assert again == merge  # what waits stays the one there is
    with house.sessions.begin() as session:
        session.execute(update(Merge).values(**before))
    work = house.work()
    facts = consent_facts(work, pair[0].id)
    assert [fact.unheard for fact in facts] == [frozenset()]  # as if there was no merge
    assert honoured(work, pair[0].id, facts) == ()
    assert [alarm.table for alarm in work.alarms] == ["merges"]


def test_an_undone_one_is_honoured(house: House, pair: tuple[Known, Known]) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    undone(house, lea, merged(house, berta, lea, *pair))
    work = house.work()
    facts = consent_facts(work, pair[0].id)
    assert honoured(work, pair[0].id, facts) == facts
    assert work.alarms == []
