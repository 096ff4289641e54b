from caseflow.identity.own_tokens import knock_at_token, list_tokens, revoke_token
from caseflow.identity.resume_token import resume_token
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from tests.factories.house import House
from tests.factories.tokens import made
from tests.unit.identity.people import entries, the_entry, wait


def test_she_sees_her_tokens_and_nobody_elses(house: House) -> None:
    one = made(house, "berta", "beratung", days=1)
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    work = house.work()
    [view] = list_tokens(work, berta)
    assert (view.id, view.name, view.unit.slug) == (one.id, "Auswertung", "beratung")
    assert not view.over
    assert view.last_day is None
    assert list_tokens(work, lea) == []
    wait(house, days=1)
    assert list_tokens(work, berta)[0].over


def test_a_revoked_token_leads_nowhere(house: House) -> None:
    one = made(house, "berta", "beratung")
    berta = house.actor("berta", "beratung")
    work = house.work()
    assert resume_token(work, one.token, None) is not None
    assert revoke_token(work, berta, one.id) == Done(one.id)
    work.finish()
    assert resume_token(work, one.token, None) is None
    assert the_entry(work, Act.TOKEN_REVOKE)["details"] == {"token": str(one.id)}


def test_a_token_of_another_person_is_none(house: House) -> None:
    one = made(house, "berta", "beratung")
    lea = house.actor("lea", "beratung")
    work = house.work()
    assert revoke_token(work, lea, one.id) == Refused(Reason.NOT_OPEN)
    assert knock_at_token(work, lea, one.id) == Refused(Reason.NOT_OPEN)
    assert len(entries(work, Act.TOKEN_REVOKE)) == 2
    assert knock_at_token(work, house.actor("berta", "beratung"), one.id) is None
