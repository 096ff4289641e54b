import pytest

from caseflow.identity.check_account import Account
from caseflow.identity.invitations import Invited, open_invitation
from caseflow.identity.invite import invite
from caseflow.identity.join import join
from caseflow.identity.words_of import words_of
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from tests.factories.house import PASSWORD, House
from tests.unit.identity.people import entries, logged_in, outrun, the_entry, wait


@pytest.fixture
def invited(house: House) -> Invited:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    answer = invite(work, actor, Account("nora@example.org", "Nora", "de"))
    assert isinstance(answer, Done)
    work.finish()
    return answer.value


def test_the_password_makes_a_key_pair_with_six_words(house: House, invited: Invited) -> None:
    work = house.work()
    assert words_of(work, invited.staff) is None
    answer = join(work, invited.token, PASSWORD)
    assert isinstance(answer, Done)
    work.finish()
    assert len(answer.value.six_words) == 6
    assert words_of(work, invited.staff) == answer.value.six_words
    entry = the_entry(work, Act.USER_JOIN)
    assert entry["staff"] == str(invited.staff)
    (born,) = entry["keys"]
    assert (born["act"], born["what"]) == ("key.birth", "staff")
    assert len(born["fingerprint"]) == 64
    work.finish()
    assert logged_in(house, "nora").staff == invited.staff


def test_an_invitation_works_once(house: House, invited: Invited) -> None:
    work = house.work()
    assert isinstance(join(work, invited.token, PASSWORD), Done)
    assert join(work, invited.token, PASSWORD) == Refused(Reason.NOT_OPEN)
    assert [each["decision"] for each in entries(work, Act.USER_JOIN)].count("refused") == 1


def test_an_expired_or_unknown_invitation_is_refused(house: House, invited: Invited) -> None:
    wait(house, days=8)
    work = house.work()
    assert join(work, invited.token, PASSWORD) == Refused()
    assert join(work, "unknown", PASSWORD) == Refused()


def test_a_bad_password_leaves_the_invitation_open(house: House, invited: Invited) -> None:
    work = house.work()
    answer = join(work, invited.token, "nora")
    assert isinstance(answer, Invalid)
    assert [each.code for each in answer.problems] == [
        "too_short",
        "password_common",
        "password_personal",
    ]
    assert isinstance(join(work, invited.token, PASSWORD), Done)


def test_whoever_is_slower_with_the_same_link_is_refused(house: House, invited: Invited) -> None:
    work = house.work()
    seen = open_invitation(work, invited.token)
    assert seen is not None
    outrun(work, seen[0])
    assert join(work, invited.token, PASSWORD) == Refused(Reason.TOO_LATE)
    assert words_of(work, invited.staff) is None
