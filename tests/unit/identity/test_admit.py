import pytest

from caseflow.database.sealed_rows import change
from caseflow.identity.admit import admit
from caseflow.identity.membership_rows import membership_by_id, memberships_of
from caseflow.identity.resume import resume
from caseflow.keys.staff_keys import delete_wrappings
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.identity.people import administrator, logged_in, the_entry

NOBODY = "nobody"


def test_a_lead_admits_to_her_own_unit(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    answer = admit(work, actor, house.staff["olga"], Role.CASEWORKER)
    assert isinstance(answer, Done)
    work.finish()
    entry = the_entry(work, Act.MEMBER_ADMIT)
    assert entry["unit"] == str(house.units["beratung"])
    assert entry["bases"] == [{"kind": "membership", "id": str(actor.membership), "use": 1}]
    assert entry["rows"][0]["id"] == str(answer.value)
    assert [key["act"] for key in entry["keys"]] == ["key.grant"]
    assert entry["details"] == {"staff_id": str(house.staff["olga"]), "role": "caseworker"}
    held = {row.id for row in memberships_of(work, house.staff["olga"])}
    assert answer.value in held
    assert len(held) == 2


def test_the_admitted_acts_in_the_unit(house: House) -> None:
    actor = house.actor("wanda", "wohnen")
    work = house.work(actor)
    answer = admit(work, actor, house.staff["berta"], Role.LEAD)
    assert isinstance(answer, Done)
    row = membership_by_id(work, house.memberships["berta", "beratung"].id)
    assert row is not None
    change(work, row, ended_at=work.clock.now())
    work.finish()
    who = resume(work, logged_in(house, "berta").token)
    assert isinstance(who, Actor)
    assert (who.unit, who.role) == (house.units["wohnen"], Role.LEAD)


def test_an_officer_admits_an_officer(house: House) -> None:
    actor = house.actor("olga", "datenschutz")
    work = house.work(actor)
    assert isinstance(admit(work, actor, house.staff["ida"], Role.OFFICER), Done)


@pytest.mark.parametrize("name", ["berta", "ida"])
def test_others_admit_nobody(house: House, name: str) -> None:
    actor = house.actor(name, "beratung" if name == "berta" else "wohnen")
    work = house.work(actor)
    answer = admit(work, actor, house.staff["frieda"], Role.LEAD)
    assert answer == Refused(Reason.NOT_YOUR_ROLE)
    assert the_entry(work, Act.MEMBER_ADMIT)["decision"] == "refused"


@pytest.mark.parametrize(
    ("name", "role", "problem"),
    [
        (NOBODY, Role.INTAKE, ("staff", "unknown")),
        ("berta", Role.INTAKE, ("staff", "member_already")),
        ("ada", Role.INTAKE, ("staff", "administrator")),
        ("frieda", Role.OFFICER, ("role", "not_in_this_unit")),
    ],
)
def test_who_and_what_cannot_be_is_named(
    house: House, name: str, role: Role, problem: tuple[str, str]
) -> None:
    administrator(house)
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    answer = admit(work, actor, house.staff.get(name, new_id()), role)
    assert isinstance(answer, Invalid)
    assert [(each.field, each.code) for each in answer.problems] == [problem]


def test_oversight_has_officers_only(house: House) -> None:
    actor = house.actor("olga", "datenschutz")
    work = house.work(actor)
    answer = admit(work, actor, house.staff["ida"], Role.LEAD)
    assert isinstance(answer, Invalid)
    assert answer.problems[0].code == "not_in_this_unit"


def test_after_a_reset_nobody_is_admitted_under_her_old_key(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    delete_wrappings(work, house.staff["frieda"])
    answer = admit(work, actor, house.staff["frieda"], Role.INTAKE)
    assert isinstance(answer, Invalid)
    assert answer.problems[0].code == "not_joined"


def test_a_lead_who_was_removed_meanwhile_admits_nobody(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    row = membership_by_id(work, actor.membership)
    assert row is not None
    change(work, row, ended_at=work.clock.now())
    work.finish()
    answer = admit(work, actor, house.staff["frieda"], Role.INTAKE)
    assert answer == Refused(Reason.TOO_LATE)
    assert len(memberships_of(work, house.staff["frieda"])) == 1
