import pytest

from caseflow.database.sealed_rows import use
from caseflow.identity.end_membership import end_membership
from caseflow.identity.membership_rows import membership_by_id, memberships_of
from caseflow.identity.resume import resume
from caseflow.keys.keyring import ring
from caseflow.vocabulary.actors import Person, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House, add_member
from tests.unit.identity.people import entries, logged_in, outrun, the_entry


def test_the_departed_is_out_and_the_unit_has_a_new_key(house: House) -> None:
    begun = logged_in(house, "berta")
    actor = house.actor("lea", "beratung")
    berta = house.memberships["berta", "beratung"]
    work = house.work(actor)
    seen = membership_by_id(work, berta.id)
    assert seen is not None
    use(work, seen)
    assert end_membership(work, actor, berta.id) == Done(house.staff["berta"])
    opened = ring(work).unit
    assert opened is not None
    assert opened.version == 2
    work.finish()
    entry = the_entry(work, Act.MEMBER_END)
    assert entry["ended"] == [{"kind": "membership", "id": str(berta.id), "use": 1}]
    assert entry["bases"] == [{"kind": "membership", "id": str(actor.membership), "use": 1}]
    assert "key.birth" in {key["act"] for key in entry["keys"]}
    assert resume(work, begun.token) == Person(begun.staff, begun.session)


def test_those_who_stay_open_the_new_key(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    end_membership(work, actor, house.memberships["berta", "beratung"].id)
    work.finish()
    again = house.work(actor)
    opened = ring(again).unit
    assert opened is not None
    assert opened.version == 2


@pytest.mark.parametrize("whose", ["frieda", "nobody"])
def test_a_membership_elsewhere_is_none(house: House, whose: str) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    other = house.memberships["frieda", "frauenhaus"].id if whose == "frieda" else new_id()
    assert end_membership(work, actor, other) == Refused(Reason.NOT_OPEN)
    assert the_entry(work, Act.MEMBER_END)["decision"] == "refused"
    assert len(memberships_of(work, house.staff["frieda"])) == 1


def test_a_caseworker_ends_nobodys_membership(house: House) -> None:
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    lea = house.memberships["lea", "beratung"].id
    assert end_membership(work, actor, lea) == Refused(Reason.NOT_YOUR_ROLE)


def test_the_last_who_can_admit_stays(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    answer = end_membership(work, actor, actor.membership)
    assert isinstance(answer, Invalid)
    assert answer.problems[0].code == "nobody_left_to_admit"
    assert entries(work, Act.MEMBER_END) == []


def test_a_lead_leaves_when_another_has_come(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    add_member(house, work, "wanda", "beratung", Role.LEAD)
    work.finish()
    assert end_membership(work, actor, actor.membership) == Done(actor.staff)
    work.finish()
    entry = the_entry(work, Act.MEMBER_END)
    assert entry["ended"] == entry["bases"]
    assert membership_by_id(work, actor.membership) is None


def test_whoever_is_slower_ends_nothing(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    for outrun_one in ("berta", "lea"):
        seen = membership_by_id(work, house.memberships[outrun_one, "beratung"].id)
        assert seen is not None
        outrun(work, seen)
        berta = house.memberships["berta", "beratung"].id
        assert end_membership(work, actor, berta) == Refused(Reason.TOO_LATE)
        work.abandon()
    held = memberships_of(work, house.staff["berta"])
    assert [row.uses for row in held] == [0]
