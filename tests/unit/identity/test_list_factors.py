from caseflow.identity.list_factors import list_factors
from caseflow.identity.one_time_codes import make_secret
from tests.factories.authenticator import Authenticator
from tests.factories.house import House
from tests.factories.second_factors import with_codes, with_passkey
from tests.unit.identity.people import person


def test_she_sees_what_counts(house: House) -> None:
    with_codes(house, "berta")
    with_passkey(house, "frieda", Authenticator())
    work = house.work()
    now = work.clock.now()
    berta, frieda = (list_factors(work, person(house, name)) for name in ("berta", "frieda"))
    assert [(each.name, each.since) for each in berta.shown] == [("", now)]
    assert [(each.name, each.since) for each in frieda.shown] == [("Stick", now)]
    assert berta.recovery_codes == frieda.recovery_codes == 10


def test_what_is_not_confirmed_is_none(house: House) -> None:
    work = house.work()
    make_secret(work, house.staff["ida"], "ida@example.org")
    assert list_factors(work, person(house, "ida")).shown == ()
