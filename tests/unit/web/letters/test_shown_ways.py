import pytest

from caseflow.vocabulary.safe_contact import Bar, Care, Standing, Way, Ways
from caseflow.web.letters.shown_ways import shown_ways


def test_open_ways_come_first_each_with_what_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caseflow.web.letters.shown_ways.gettext", str)
    ways = Ways(
        (
            Standing(Way.SMS, frozenset({Bar.NUMBER_SHOWN, Bar.SHE_CALLS})),
            Standing(Way.EMAIL, care=frozenset({Care.NEUTRAL})),
            Standing(Way.PHONE),
        )
    )
    found = shown_ways(ways, (Way.SMS, Way.EMAIL))
    assert [(each.key, each.open) for each in found] == [("email", True), ("sms", False)]
    assert found[1].why == ("our number must not be seen", "she contacts us")
    assert len(shown_ways(ways)) == 3
