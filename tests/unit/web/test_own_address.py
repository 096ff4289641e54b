from datetime import timedelta

from flask import Flask

from tests.factories.application import Visitor
from tests.factories.house import House, StoppedClock
from tests.factories.second_factors import with_codes
from tests.unit.web.factors.visits import came_in

HOME = {"street": "Lindenstraße 12a", "postal_code": "33602"}


def test_it_is_written_down_shown_and_removed(visitor: Visitor) -> None:
    visitor.log_in("berta")
    assert "/own-address" in visitor.look("/sessions").text
    assert "Lindenstraße" not in visitor.look("/own-address").text
    kept = visitor.send("/own-address", **HOME)
    assert kept.location == "/own-address?kept=yes"
    page = visitor.look(kept.location).text
    assert "Lindenstraße" not in page
    assert "Sie haben eine Anschrift eingetragen" in page
    assert "Ihre Anschrift ist eingetragen" in page
    assert visitor.send("/own-address/removal", "/own-address").location == "/own-address"
    assert "Lindenstraße" not in visitor.look("/own-address").text


def test_nobody_else_sees_it(app: Flask, visitor: Visitor) -> None:
    visitor.log_in("berta")
    visitor.send("/own-address", **HOME)
    lea = Visitor(app)
    lea.log_in("lea")
    assert "Lindenstraße" not in lea.look("/own-address").text


def test_what_is_wrong_is_said_and_nothing_lost(visitor: Visitor) -> None:
    visitor.log_in("berta")
    for typed in ({"street": "Lindenstraße", "postal_code": "33602"}, {"street": "Lindenstraße"}):
        answer = visitor.send("/own-address", **typed)
        assert answer.status_code == 422
        assert "Lindenstraße" in answer.text


def test_who_sits_at_an_open_session_has_to_show_her_factor(
    app: Flask, house: House, clock: StoppedClock
) -> None:
    berta = came_in(app, house, "berta", with_codes(house, "berta"))
    berta.send("/own-address", **HOME)
    clock.advance(timedelta(minutes=6))
    assert berta.look("/own-address").location == "/factor?next=/own-address"
