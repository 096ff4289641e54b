import pytest

from caseflow.vocabulary.safe_contact import Bar, Standing, Way, Ways


def test_a_way_is_open_where_nothing_bars_it() -> None:
    post, sms = Standing(Way.POST), Standing(Way.SMS, frozenset({Bar.NUMBER_SHOWN}))
    ways = Ways((post, sms), not_to=("Karim",))
    assert ways.of(Way.POST).open
    assert not ways.of(Way.SMS).open
    assert "Karim" not in repr(ways)
    with pytest.raises(StopIteration):
        ways.of(Way.EMAIL)
