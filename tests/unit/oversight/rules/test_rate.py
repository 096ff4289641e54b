from datetime import timedelta

from caseflow.oversight.rules.rate import Rate
from tests.unit.oversight.rules.entries import BEA, MONDAY, found, seen, setting


def test_who_opens_far_more_a_day_than_her_colleagues_is_found() -> None:
    rules = setting(rate_times=3, rate_least=4)
    [hit] = found(Rate(rules), *map(seen, range(4)), seen(9, BEA), seen(9, BEA, client=None))
    assert (hit.count, hit.values) == (4, {"rate": "4.0", "usual": "1.0"})
    assert found(Rate(rules), *map(seen, range(3)), seen(9, BEA)) == []
    assert found(Rate(rules), *map(seen, range(4))) == []
    spread = [seen(number, at=MONDAY + timedelta(days=number)) for number in range(4)]
    assert found(Rate(rules), *spread, seen(9, BEA)) == []
