from caseflow.oversight.rules.bulk import Bulk
from caseflow.vocabulary.acts import Act
from tests.unit.oversight.rules.entries import found, seen, setting


def test_more_clients_in_a_day_than_the_provider_says_are_found() -> None:
    few = [seen(1), seen(1), seen(2)]
    assert found(Bulk(setting(clients_a_day=2)), *few) == []
    [hit] = found(Bulk(setting(clients_a_day=2)), *few, seen(3), seen(4, act=Act.CLIENT_SEARCH))
    assert (hit.positions, hit.values) == ((3,), {"day": "2026-03-02", "clients": "3"})


def test_the_alarm_of_the_vault_is_found_in_any_case() -> None:
    [hit] = found(Bulk(setting()), seen(7, act=Act.ALARM_BULK))
    assert hit.positions == (7,)
