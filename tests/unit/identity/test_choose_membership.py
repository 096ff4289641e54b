from sqlalchemy import delete

from caseflow.database.tables.units import UnitEnvelope
from caseflow.identity.choose_membership import choose_membership
from caseflow.identity.log_out import log_out
from caseflow.identity.resume import resume
from caseflow.keys.keyring import ring
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.identity.people import entries, logged_in


def test_she_acts_in_the_chosen_unit_from_now_on(house: House) -> None:
    begun = logged_in(house, "lea")
    work = house.work()
    who = resume(work, begun.token)
    assert isinstance(who, Person)
    chosen = choose_membership(work, who, house.memberships["lea", "frauenhaus"].id)
    work.finish()
    assert isinstance(chosen, Actor)
    assert chosen.role is Role.LEAD
    assert resume(work, begun.token) == chosen
    assert [each.get("unit") for each in entries(work, Act.LOGIN)].count(str(chosen.unit)) == 1


def test_one_unit_key_takes_the_place_of_the_other(house: House) -> None:
    begun = logged_in(house, "lea")
    work = house.work()
    who = resume(work, begun.token)
    for slug in ("beratung", "frauenhaus"):
        assert who is not None
        answer = choose_membership(work, who, house.memberships["lea", slug].id)
        assert isinstance(answer, Actor)
        assert ring(work).unit_at_hand(house.units[slug]) is not None
        who = answer
    assert ring(work).unit_at_hand(house.units["beratung"]) is None


def test_the_same_unit_again_changes_nothing_and_leaves_no_trace(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    who = resume(work, begun.token)
    assert isinstance(who, Actor)
    before = len(entries(work))
    assert choose_membership(work, who, who.membership) is who
    assert len(entries(work)) == before


def test_nobody_acts_by_a_membership_that_is_not_hers(house: House) -> None:
    begun = logged_in(house, "lea")
    work = house.work()
    for other in (house.memberships["ida", "wohnen"].id, new_id()):
        who = resume(work, begun.token)
        assert who is not None
        assert choose_membership(work, who, other) == Refused()
        work.finish()
        assert resume(work, begun.token) == who
    refused = [each for each in entries(work, Act.LOGIN) if each["decision"] == "refused"]
    assert len(refused) == 2


def test_a_membership_without_its_envelope_cannot_be_chosen(house: House) -> None:
    begun = logged_in(house, "lea")
    member = house.memberships["lea", "frauenhaus"].id
    work = house.work()
    who = resume(work, begun.token)
    assert who is not None
    work.session.execute(delete(UnitEnvelope).where(UnitEnvelope.membership_id == member))
    assert choose_membership(work, who, member) == Refused()
    assert len(entries(work, Act.ALARM_KEY)) == 1


def test_a_session_that_ended_meanwhile_chooses_nothing(house: House) -> None:
    begun = logged_in(house, "lea")
    work = house.work()
    who = resume(work, begun.token)
    assert who is not None
    log_out(work, begun.token)
    assert choose_membership(work, who, house.memberships["lea", "frauenhaus"].id) == Refused()
