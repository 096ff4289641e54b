"""A day's work with two records that are one person: one line, one case, one story, two drawers."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select

from caseflow.consents import withdraw_everything
from caseflow.database.tables.clients import Case
from caseflow.database.tables.consents import Consent, GrantDue
from caseflow.exceptions import record_wall
from caseflow.handovers import Direction
from caseflow.records import (
    Assignment,
    IntakeQuestion,
    assign_case,
    close_case,
    knock_at_sight,
    list_cases,
    look_up_client,
    open_case,
    read_entry,
    work_list,
)
from caseflow.subject_rights import export_client
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from caseflow.vocabulary.states import FactState
from tests.factories.clients import (
    Known,
    case_at,
    consented,
    entry,
    new_client,
    write,
)
from tests.factories.handovers import answered, listed, sent
from tests.factories.house import House
from tests.factories.lawful import answered as agreed_to
from tests.factories.lawful import excepted, ground, next_request
from tests.factories.merges import came_back, later, merged, undone
from tests.unit.records.desk_work import do, done, intake, keep_back, story, tell
from tests.unit.vault.reading import log, read, texts


@pytest.fixture
def pair(house: House) -> tuple[Known, Known]:
    """Two records of counselling; the first is the older one."""
    berta = house.actor("berta", "beratung")
    one = new_client(house, berta, "Aylin Müller")
    later(house)
    other = new_client(house, berta, "Ailin Mueller")
    write(house, berta, one, entry("Aus der ersten."))
    write(house, berta, other, entry("Aus der zweiten."))
    return one, other


def asked_for(house: House, actor: Actor, known: Known, key: str) -> IntakeQuestion:
    """Return what the intake form says of a question."""
    form = intake(house, actor, known)
    return next(each for each in form.questions if each.question == key)


def join(house: House, pair: tuple[Known, Known]) -> UUID:
    return merged(house, house.actor("berta", "beratung"), house.actor("lea", "beratung"), *pair)


def test_she_stands_once_in_every_list_and_twice_again_when_parted(
    house: House, pair: tuple[Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")

    def lines() -> list[tuple[UUID, str]]:
        answer = work_list(house.work(berta), berta)
        assert isinstance(answer, Disclosed)
        return [(each.client, each.name) for each in answer.value.clients]

    assert len(lines()) == 2
    merge = join(house, pair)
    # By the older case; of two names the one that was written last.
    assert [client for client, _ in lines()] == [pair[0].id]
    undone(house, lea, merge)
    assert {client for client, _ in lines()} == {known.id for known in pair}


def test_both_cases_are_assigned_closed_and_opened_as_one(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    join(house, pair)
    answer = do(house, lea, list_cases, other.id)
    assert isinstance(answer, Disclosed)
    assert len(answer.value) == 2
    newer = answer.value[0].id
    kept = Assignment([lea.staff], restricted=True)
    done(do(house, lea, assign_case, newer, kept))
    for known in pair:
        assert read(house, berta, known) == Refused(Reason.NOT_OPEN)
    done(do(house, lea, close_case, newer))
    with house.sessions() as session:
        cases = session.scalars(select(Case).where(Case.unit_id == lea.unit)).all()
    assert all(case.closed_at is not None and case.restricted for case in cases)
    done(do(house, lea, open_case, other.id, "sie ist wieder da"))
    assert texts(read(house, lea, one)) == ["Aus der ersten.", "Aus der zweiten."]
    assert read(house, berta, one) == Refused(Reason.NOT_OPEN)


def test_with_her_second_card_she_gets_no_second_case(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    frieda = house.actor("frieda", "frauenhaus")
    case_at(house, frieda, one)
    join(house, pair)
    done(do(house, frieda, look_up_client, other.code))
    assert do(house, frieda, open_case, other.id) == Refused(Reason.TOO_LATE)
    ida = house.actor("ida", "wohnen")
    done(do(house, ida, look_up_client, other.code))
    done(do(house, ida, open_case, other.id))
    with house.sessions() as session:
        found = select(Case.client_id).where(Case.unit_id == ida.unit)
        assert session.scalars(found).all() == [other.id]


def test_two_answers_are_weighed_and_what_she_withheld_wins(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    berta = house.actor("berta", "beratung")
    tell(house, berta, one, "mother_tongue", ["ar"], "2026-02-01")
    tell(house, berta, other, "mother_tongue", ["fa"], "2026-03-01")
    join(house, pair)
    found = asked_for(house, berta, one, "mother_tongue")
    assert found.value == ["fa"]
    assert [each.answer.value for each in found.differing if each.answer] == [["ar"]]
    # What is told anew takes the place of the one that counts.
    later(house)
    tell(house, berta, one, "mother_tongue", ["de"], "2026-03-02")
    assert asked_for(house, berta, other, "mother_tongue").value == ["de"]
    keep_back(house, berta, one, "mother_tongue", FactState.WITHHELD)
    found = asked_for(house, berta, other, "mother_tongue")
    assert (found.value, found.state) == (["ar"], FactState.ANSWERED)
    tell(house, berta, other, "mother_tongue", ["ku"], "2026-03-02")
    assert asked_for(house, berta, one, "mother_tongue").value == ["ku"]


def test_a_wall_against_one_record_hides_the_other(house: House, pair: tuple[Known, Known]) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    join(house, pair)
    done(do(house, lea, record_wall, other.id, berta.staff))
    for known in pair:
        assert read(house, berta, known) == Refused(Reason.NOT_OPEN)
    answer = work_list(house.work(berta), berta)
    assert isinstance(answer, Disclosed)
    assert answer.value.clients == ()
    assert do(house, lea, record_wall, one.id, berta.staff) == do(
        house, lea, record_wall, other.id, berta.staff
    )


def test_withdrawing_everything_and_the_copy_for_her_are_about_both(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    consented(house, berta, one, [frieda.unit], ["violence"])
    consented(house, berta, other, [frieda.unit], ["violence"])
    join(house, pair)
    answer = do(house, berta, export_client, other.id)
    assert isinstance(answer, Disclosed)
    assert len(answer.value["consents"]) == 2
    assert len(answer.value["entries"]) == 2
    done(do(house, berta, withdraw_everything, other.id))
    with house.sessions() as session:
        ended = session.scalars(select(Consent.withdrawn_at)).all()
    assert len(ended) == 2
    assert None not in ended


def test_a_key_that_waited_for_the_owner_follows_both_consents(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, _other = pair
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    write(house, berta, one, entry("Adresse", "whereabouts"))
    case_at(house, frieda, one)
    consented(house, frieda, one, [frieda.unit], ["whereabouts"], [berta.unit])
    join(house, pair)
    came_back(house, berta)
    with house.sessions() as session:
        assert session.scalars(select(GrantDue.done_at)).all() != [None]
    assert texts(read(house, frieda, one)) == []
    consented(house, frieda, one, [frieda.unit], ["whereabouts"], [berta.unit])
    came_back(house, berta)
    assert texts(read(house, frieda, one)) == ["Adresse"]
    assert "alarm.key" not in {each["act"] for each in log(house)}


def test_another_ground_opens_the_record_it_was_declared_for(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, _other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    frieda = house.actor("frieda", "frauenhaus")
    case_at(house, frieda, one)
    said = ground([berta.unit], "violence")
    before = excepted(house, frieda, one, said)
    assert agreed_to(house, lea, before) == Done(None)
    join(house, pair)
    next_request(house, berta)
    assert texts(read(house, frieda, one)) == ["Aus der ersten."]
    after = excepted(house, frieda, one, replace(said))
    assert agreed_to(house, lea, after) == Done(None)
    next_request(house, berta)
    assert texts(read(house, frieda, one)) == ["Aus der ersten.", "Aus der zweiten."]
    assert "alarm.key" not in {each["act"] for each in log(house)}


def test_she_is_handed_over_under_one_code(house: House, pair: tuple[Known, Known]) -> None:
    one, other = pair
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    join(house, pair)
    consent = consented(house, berta, other, [frieda.unit], ["identity", "violence"])
    handover = sent(house, berta, other, "frauenhaus", consent)
    [seen] = listed(house, frieda, Direction.IN)
    assert seen.slip is not None
    assert seen.slip.code == one.code
    assert seen.client == one.id
    assert isinstance(answered(house, frieda, handover), Done)
    assert texts(read(house, frieda, one)) == ["Aus der ersten.", "Aus der zweiten."]
    assert read(house, frieda, other) == Refused(Reason.NOT_OPEN)
    answer = work_list(house.work(frieda), frieda)
    assert isinstance(answer, Disclosed)
    assert [each.name != "" for each in answer.value.clients] == [True]


def test_an_entry_of_the_other_record_opens_by_its_own_id(
    house: House, pair: tuple[Known, Known]
) -> None:
    one, other = pair
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    case_at(house, frieda, one)
    join(house, pair)
    consented(house, berta, one, [frieda.unit], ["violence"])
    opened = read(house, frieda, one)
    assert not isinstance(opened, Refused)
    for piece in opened.pieces:
        assert isinstance(do(house, frieda, read_entry, piece.row.id), Disclosed)
        assert do(house, frieda, knock_at_sight, piece.row.id) is None
    told = {each["client"] for each in log(house) if each["act"] == Act.ENTRY_READ}
    assert told == {str(one.id)}
    assert str(other.id) not in str(story(house, frieda, one))
