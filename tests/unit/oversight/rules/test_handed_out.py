from caseflow.oversight.rules.handed_out import HandedOut
from caseflow.vocabulary.acts import Act
from tests.unit.oversight.rules.entries import found, seen, setting


def test_more_prints_and_exports_in_a_day_than_the_provider_says_are_found() -> None:
    out = [seen(1, act=Act.CLIENT_EXPORT), seen(2, act=Act.CARD_PRINT), seen(3)]
    assert found(HandedOut(setting(handed_out_a_day=2)), *out) == []
    [hit] = found(HandedOut(setting(handed_out_a_day=1)), *out)
    assert (hit.positions, hit.values) == ((1, 2), {"day": "2026-03-02"})
    refused = [seen(number, act=Act.CLIENT_EXPORT, permitted=False) for number in range(9)]
    assert found(HandedOut(setting()), *refused) == []
