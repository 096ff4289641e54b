from caseflow.database.sealed_rows import change
from caseflow.identity.membership_rows import membership_by_id
from caseflow.identity.own_membership import refuse, too_late, use_own
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from tests.factories.house import House
from tests.unit.identity.people import person, the_entry


def test_uses_are_counted_from_one(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work()
    for number in (1, 2):
        used = UsedBasis(BasisKind.MEMBERSHIP, actor.membership, number)
        assert use_own(work, actor) == (used,)


def test_somebody_in_no_unit_uses_none(house: House) -> None:
    assert use_own(house.work(), person(house, "lea")) == ()


def test_an_ended_membership_cannot_be_used(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work()
    row = membership_by_id(work, actor.membership)
    assert row is not None
    change(work, row, ended_at=work.clock.now())
    assert use_own(work, actor) is None


def test_a_refusal_is_traced_with_who_and_why(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work()
    assert refuse(work, actor, Act.MEMBER_END, Reason.NOT_OPEN) == Refused(Reason.NOT_OPEN)
    entry = the_entry(work, Act.MEMBER_END)
    assert entry["staff"] == str(actor.staff)
    assert (entry["decision"], entry["reason"]) == ("refused", "not_open")


def test_who_comes_too_late_leaves_no_use_behind(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work()
    assert use_own(work, actor) is not None
    assert too_late(work, actor, Act.MEMBER_END) == Refused(Reason.TOO_LATE)
    work.finish()
    row = membership_by_id(work, actor.membership)
    assert row is not None
    assert row.uses == 0
