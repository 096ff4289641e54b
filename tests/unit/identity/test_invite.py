import pytest

from caseflow.database.sealed_rows import change
from caseflow.identity.check_account import Account
from caseflow.identity.invitations import Invited, open_invitation
from caseflow.identity.invite import invite
from caseflow.identity.membership_rows import membership_by_id
from caseflow.identity.staff_rows import staff_by_email
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from tests.factories.house import House
from tests.unit.identity.people import administrator, entries, person, the_entry

NORA = Account("nora@example.org", "Nora", "de")
ADA = Account("ada2@example.org", "Ada", "de", administrator=True)


def test_a_lead_invites_in_the_name_of_her_membership(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    answer = invite(work, actor, NORA)
    assert isinstance(answer, Done)
    assert isinstance(answer.value, Invited)
    work.finish()
    assert open_invitation(work, answer.value.token) is not None
    entry = the_entry(work, Act.USER_INVITE)
    assert entry["bases"] == [{"kind": "membership", "id": str(actor.membership), "use": 1}]
    assert {row["table"] for row in entry["rows"]} == {"staff", "invitations"}
    assert entry["details"] == {"staff_id": str(answer.value.staff)}
    assert "nora" not in str(entry).lower()


def test_an_administrator_invites_without_a_membership(house: House) -> None:
    ada = administrator(house)
    work = house.work()
    answer = invite(work, ada, ADA)
    assert isinstance(answer, Done)
    made = staff_by_email(work, ADA.email)
    assert made is not None
    assert made.administrator
    assert "bases" not in the_entry(work, Act.USER_INVITE)


def test_an_officer_may_invite_an_administrator_and_a_lead_may_not(house: House) -> None:
    work = house.work()
    assert isinstance(invite(work, house.actor("olga", "datenschutz"), ADA), Done)
    work.abandon()
    lead = house.actor("lea", "beratung")
    assert invite(work, lead, ADA) == Refused(Reason.NOT_YOUR_ROLE)


@pytest.mark.parametrize("name", ["berta", "nobody"])
def test_others_are_refused_and_the_refusal_is_traced(house: House, name: str) -> None:
    who = house.actor("berta", "beratung") if name == "berta" else person(house, "frieda")
    work = house.work()
    assert invite(work, who, NORA) == Refused(Reason.NOT_YOUR_ROLE)
    entry = the_entry(work, Act.USER_INVITE)
    assert (entry["decision"], entry["reason"]) == ("refused", "not_your_role")
    assert staff_by_email(work, NORA.email) is None


def test_what_cannot_be_taken_is_named_and_not_written(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    answer = invite(work, actor, Account("lea@example.org", "", "xx"))
    assert isinstance(answer, Invalid)
    assert [each.field for each in answer.problems] == ["email", "name", "language"]
    assert entries(work, Act.USER_INVITE) == []


def test_a_membership_that_ended_meanwhile_invites_nobody(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    row = membership_by_id(work, actor.membership)
    assert row is not None
    change(work, row, ended_at=work.clock.now())
    work.finish()
    assert invite(work, actor, NORA) == Refused(Reason.TOO_LATE)
    assert staff_by_email(work, NORA.email) is None
