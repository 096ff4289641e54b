"""The keys follow at once, and what is kept apart is never one."""

from uuid import UUID

import pytest
from sqlalchemy import select, update

from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work
from caseflow.records import open_case
from caseflow.records.merges import OtherRecord, propose_merge
from caseflow.vault.gather import consent_facts
from caseflow.vault.honoured import honoured
from caseflow.vault.join_records import join_records, never_one
from caseflow.vault.permit import Ask
from caseflow.vault.same_person import Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.errors import Stale
from tests.factories.clients import Known, consented, entry, new_client, permitted, write
from tests.factories.house import House
from tests.factories.kept_apart import at_desk, created, kept_apart
from tests.factories.merges import answered_merge, merged, proposed, undone


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
    deeds = join_records(work, given.actor, given.entry, row)
    assert [event.act for event in deeds.keys] == [Act.KEY_REVOKE]
    assert [digest.table for digest in deeds.rows] == ["merges", "cases", "cases"]
    held = _generations(work)
    work.abandon()
    before = _generations(house.work())
    assert held == {client: number + 1 for client, number in before.items()}


def _generations(work: Work) -> dict[UUID, int]:
    found = work.session.scalars(select(Case)).all()
    return {case.client_id: case.generation for case in found}


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
        join_records(work, given.actor, given.entry, row)


def test_kept_apart_and_in_doubt_too(house: House, pair: tuple[Known, Known]) -> None:
    wanda = house.actor("wanda", "wohnen")
    hers, his = new_client(house, wanda), new_client(house, wanda)
    one, other = Person((hers.id,)), Person((his.id,))
    work = house.work()
    assert not never_one(work, one, other)
    work.finish()
    kept_apart(house, wanda, hers, his)
    work = house.work()
    assert never_one(work, one, other)
    assert never_one(work, other, one)
    assert not never_one(work, Person((pair[0].id,)), Person((pair[1].id,)))
    work.finish()
    with house.sessions.begin() as session:
        session.execute(update(KeptApart).values(lifted_at=house.around.clock.now()))
    assert never_one(house.work(), one, other)  # its seal is broken: in doubt they stay apart


@pytest.fixture
def apart(house: House) -> tuple[Known, Known, Known]:
    """Return two who are kept apart, and a second record of the first at counselling."""
    hers = created(house, house.actor("frieda", "frauenhaus"))
    his = created(house, house.actor("ida", "wohnen"))
    kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    return hers, his, created(house, house.actor("berta", "beratung"))


def _joined(house: House, name: str, hers: Known, again: Known) -> object:
    actor = house.actor(name, "beratung")
    at_desk(house, actor, hers)
    merge = proposed(house, actor, again, hers)
    return answered_merge(house, house.actor("olga", "datenschutz"), merge)


def test_whoever_works_with_the_second_record_is_kept_from_the_other_too(
    house: House, apart: tuple[Known, Known, Known]
) -> None:
    hers, his, again = apart
    assert _joined(house, "berta", hers, again) == Done(None)
    with house.sessions() as session:
        walls = session.scalars(select(Wall.staff_id).where(Wall.client_id == his.id)).all()
        case = session.scalars(select(Case).where(Case.client_id == again.id)).one()
    assert house.staff["berta"] in walls
    assert case.restricted


def test_nobody_comes_to_work_with_both_sides_by_a_merge(
    house: House, apart: tuple[Known, Known, Known]
) -> None:
    hers, his, again = apart
    berta = house.actor("berta", "beratung")
    at_desk(house, berta, his)
    work = house.work(berta)
    assert isinstance(open_case(work, berta, his.id), Done)
    work.finish()
    actor = house.actor("lea", "beratung")
    at_desk(house, actor, hers)
    work = house.work(actor)
    asked = propose_merge(work, actor, again.id, OtherRecord(code=hers.code), "dieselbe")
    assert asked == Refused(Reason.NOT_OPEN)


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
