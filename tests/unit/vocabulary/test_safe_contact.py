import pytest

from caseflow.vocabulary.safe_contact import Bar, Care, Standing, Way, Ways


def test_a_way_is_open_where_nothing_bars_it() -> None:
    post, sms = Standing(Way.POST), Standing(Way.SMS, frozenset({Bar.NUMBER_SHOWN}))
    ways = Ways((post, sms), not_to=("Karim",))
    assert ways.of(Way.POST).open
    assert not ways.of(Way.SMS).open
    assert "Karim" not in repr(ways)
    with pytest.raises(StopIteration):
        ways.of(Way.EMAIL)


def test_a_paper_that_names_the_organisation_goes_from_hand_to_hand() -> None:
    neutral = frozenset({Care.NEUTRAL})
    ways = Ways(
        (
            Standing(Way.IN_PERSON, care=neutral),
            Standing(Way.TOLD),
            Standing(Way.POST, care=neutral),
            Standing(Way.SMS, frozenset({Bar.FORBIDDEN})),
        )
    )
    found = ways.naming()
    assert [each.way for each in found.standings if each.open] == [Way.IN_PERSON, Way.TOLD]
    assert found.of(Way.IN_PERSON).care == {Care.ASK_HER}
    assert found.of(Way.POST).bars == {Bar.NOT_NEUTRAL}
    assert found.of(Way.SMS).bars == {Bar.FORBIDDEN}
    letter = ways.carrying(neutral=False)
    assert [each.way for each in letter.standings if each.open] == [Way.TOLD]
    assert ways.carrying(neutral=True) is ways
