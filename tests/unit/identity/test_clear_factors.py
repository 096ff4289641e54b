from caseflow.identity.check_factor import has_factor
from caseflow.identity.clear_factors import clear_factors
from caseflow.identity.recovery_codes import count_recovery_codes
from tests.factories.authenticator import Authenticator
from tests.factories.house import House
from tests.factories.second_factors import with_codes, with_passkey


def test_only_hers_are_cleared(house: House) -> None:
    with_codes(house, "berta")
    with_passkey(house, "frieda", Authenticator())
    work = house.work()
    berta, frieda = house.staff["berta"], house.staff["frieda"]
    for name in (berta, frieda):
        assert has_factor(work, name)
        clear_factors(work, name)
        assert not has_factor(work, name)
        assert count_recovery_codes(work, name) == 0
        assert has_factor(work, frieda) is (name != frieda)
