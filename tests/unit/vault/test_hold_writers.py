from unittest.mock import patch
from uuid import UUID

import pytest

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.vault.hold_writers import hold_person, hold_writers
from caseflow.vault.permit import Ask
from caseflow.vault.same_person import Person, person_of
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Stale
from tests.factories.clients import case_at, new_client, permitted
from tests.factories.house import House
from tests.factories.merges import merged


def test_every_open_case_is_seen_anew_and_named_in_the_trace(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.CONSENT_RECORD, known.id))
    before = given.gathered.case
    assert before is not None
    seen = before.row_seal
    assert {row.table for row in hold_writers(work, known.id)} == {"cases"}
    assert before.row_seal != seen
    assert before.generation == 1


def test_a_closed_case_is_left_alone(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    case = work.session.query(Case).one()
    change(work, case, closed_at=work.clock.now())
    assert hold_writers(work, known.id) == ()


def test_whoever_looked_before_another_changed_begins_again(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    first, second = house.work(berta), house.work(berta)
    seen = first.session.query(Case).one()
    first.session.commit()
    hold_writers(second, known.id)
    second.finish()
    assert seen.generation == 0
    with pytest.raises(Stale):
        hold_writers(first, known.id)


def test_whoever_became_somebody_else_too_while_she_was_waited_for_is_looked_up_anew(
    house: House,
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other = new_client(house, berta), new_client(house, berta)
    work = house.work(berta)
    alone = person_of(work, one.id)
    work.abandon()
    merged(house, berta, lea, one, other)
    seen = [alone]

    def waited(work: Work, client: UUID) -> Person:
        return seen.pop() if seen else person_of(work, client)

    work = house.work(berta)
    with patch("caseflow.vault.hold_writers.person_of", waited), pytest.raises(Stale):
        hold_person(work, one.id)
    assert set(hold_person(work, one.id).ids) == {one.id, other.id}
    work.abandon()
