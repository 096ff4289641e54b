from uuid import uuid4

import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.house import House, StoppedClock


def test_every_account_is_listed_with_what_it_is_for(ada: Visitor) -> None:
    text = ada.look("/accounts").text
    for said in ("Berta", "Leitung", "verwaltet Konten", "olga@example.org"):
        assert said in text


def test_a_disabled_account_is_out(house: House, ada: Visitor, visitor: Visitor) -> None:
    visitor.log_in("berta")
    address = f"/accounts/{house.staff['berta']}/disable"
    assert "Berta" in ada.look(address).text
    assert ada.send(address).location == "/accounts"
    assert visitor.look("/").status_code == 303
    assert "gesperrt" in ada.look("/accounts").text
    assert ada.send(address).status_code == 404


def test_an_account_begins_again_with_a_new_link(house: House, ada: Visitor) -> None:
    address = f"/accounts/{house.staff['berta']}/reset"
    assert "Berta" in ada.look(address).text
    assert "/invitation/" in ada.send(address).text


def test_whoever_was_guessed_at_may_try_again(
    house: House, app: Flask, ada: Visitor, clock: StoppedClock
) -> None:
    limit = house.around.configuration.limits.login
    address = f"/accounts/{house.staff['berta']}/release"
    assert "zu viele gescheiterte" not in ada.look("/accounts").text
    stranger, started = Visitor(app), clock.at
    for _ in range(limit.most):
        stranger.log_in("berta", "geraten")
        clock.advance(limit.longest_delay)
    clock.at = started
    listed = ada.look("/accounts").text
    assert listed.count("zu viele gescheiterte") == 1
    assert address in listed
    assert "Berta" in ada.look(address).text
    assert ada.send(address).location == "/accounts"
    assert "zu viele gescheiterte" not in ada.look("/accounts").text
    assert stranger.log_in("berta").status_code == 303


@pytest.mark.parametrize("what", ["disable", "reset", "release"])
def test_nobody_does_it_to_herself(house: House, ada: Visitor, what: str) -> None:
    answer = ada.send(f"/accounts/{house.staff['ada']}/{what}")
    assert answer.status_code == 422
    assert "Mit dem eigenen Konto geht das nicht." in answer.text


@pytest.mark.parametrize("what", ["disable", "reset", "release"])
def test_an_unknown_account_is_not_there(ada: Visitor, what: str) -> None:
    address = f"/accounts/{uuid4()}/{what}"
    assert ada.look(address).status_code == 404
    assert ada.send(address, "/accounts").status_code == 404


def test_a_lead_disables_nobody(house: House, lea: Visitor) -> None:
    assert lea.look("/accounts").status_code == 404
    assert lea.look(f"/accounts/{house.staff['berta']}/disable").status_code == 404
