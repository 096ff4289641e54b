from caseflow.identity.curtains import hide, session_behind
from caseflow.identity.sessions import live_session
from tests.factories.house import House
from tests.unit.identity.people import logged_in


def test_behind_the_curtain_a_token_leads_nowhere_else(house: House) -> None:
    begun = logged_in(house, "berta")
    work = house.work()
    session = live_session(work, begun.token)
    assert session is not None
    assert session_behind(work, begun.token) is None
    assert not hide(work, session, "another token")
    assert hide(work, session, begun.token)
    assert not hide(work, session, begun.token)
    assert live_session(work, begun.token) is None
    assert session_behind(work, begun.token) is session
