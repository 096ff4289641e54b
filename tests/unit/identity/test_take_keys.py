import pytest

from caseflow.identity.check_account import Account
from caseflow.identity.found_staff import add_staff
from caseflow.identity.invitations import make_invitation, open_invitation
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.sessions import live_session
from caseflow.identity.take_keys import take_keys
from caseflow.identity.words_of import joined
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.identity.people import logged_in, outrun


def test_nothing_leads_to_her_keys_any_more(house: House) -> None:
    begun = logged_in(house, "lea")
    work = house.work()
    taken = take_keys(work, begun.staff, new_id())
    assert len(taken.ended) == 2
    assert {(each.what, each.version) for each in taken.keys} == {("unit", 2)}
    assert memberships_of(work, begun.staff) == []
    assert joined(work, [begun.staff]) == frozenset()
    assert live_session(work, begun.token) is None


def test_open_invitations_go_too(house: House) -> None:
    work = house.work()
    staff = add_staff(work, Account("nora@example.org", "Nora", "de"))
    _, invited = make_invitation(work, staff.id, house.staff["lea"])
    take_keys(work, staff.id, new_id())
    assert open_invitation(work, invited.token) is None


def test_a_membership_that_changes_meanwhile_is_said(house: House) -> None:
    work = house.work()
    held = memberships_of(work, house.staff["berta"])
    outrun(work, held[0])
    with pytest.raises(Stale):
        take_keys(work, house.staff["berta"], new_id())
