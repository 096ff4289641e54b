from dataclasses import asdict

import pytest
from flask import Flask

from caseflow.vocabulary.answers import Reason, Refused
from caseflow.web.factors.shown_beside import shown_beside, why
from tests.factories.application import LOOPBACK, Visitor
from tests.factories.clients import Known, case_at, entry, new_client, write
from tests.factories.emergencies import DANGER
from tests.factories.house import House
from tests.factories.second_factors import Factored, code_now, with_codes
from tests.unit.web.factors.visits import came_in

TYPED = {**asdict(DANGER), "needed_categories": ["health"]}


@pytest.fixture
def known(house: House) -> Known:
    berta = house.actor("berta", "beratung")
    made = new_client(house, berta)
    write(house, berta, made, entry("Sie nimmt Blutverdünner.", "health"))
    case_at(house, house.actor("frieda", "frauenhaus"), made)
    return made


@pytest.fixture
def made(house: House) -> Factored:
    return with_codes(house, "frieda")


@pytest.fixture
def frieda(app: Flask, house: House, made: Factored) -> Visitor:
    visitor = came_in(app, house, "frieda", made)
    house.around.clock.advance(house.around.configuration.second_factor.fresh)  # type: ignore[attr-defined]  # it is stopped
    return visitor


def test_the_form_is_kept_until_the_factor_is_shown(
    house: House, known: Known, frieda: Visitor, made: Factored
) -> None:
    address = f"/clients/{known.id}/emergency"
    asked = frieda.send(address, **TYPED)
    assert asked.status_code == 403
    assert DANGER.danger in asked.text
    assert 'name="factor-code"' in asked.text
    assert "Zur ersten Seite" in asked.text
    assert "Blutverdünner" not in frieda.look(f"/clients/{known.id}/story").text
    before = frieda.browser.get_cookie("caseflow", "127.0.0.1")
    shown = {"factor-code": code_now(made.secret, house.around.clock)}
    answer = frieda.send(address, **TYPED, **shown)
    assert answer.status_code == 200
    assert frieda.browser.get_cookie("caseflow", "127.0.0.1") != before
    assert "Blutverdünner" in frieda.look(f"/clients/{known.id}/story").text


def test_a_wrong_code_leaves_what_was_typed(known: Known, frieda: Visitor) -> None:
    address = f"/clients/{known.id}/emergency"
    for _ in range(5):
        answer = frieda.send(address, **TYPED, **{"factor-code": "987654"})
        assert answer.status_code == 403
        assert DANGER.danger in answer.text
        assert "Das passte nicht" in answer.text
        assert "987654" not in answer.text
    assert "Zu viele Versuche" in frieda.send(address, **TYPED, **{"factor-code": "987654"}).text


def test_whoever_has_none_is_not_asked(app: Flask, known: Known) -> None:
    visitor = Visitor(app, LOOPBACK)
    visitor.log_in("frieda")
    assert visitor.send(f"/clients/{known.id}/emergency", **TYPED).status_code == 200


def test_nobody_shows_nothing(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(TypeError):
        shown_beside()


def test_the_sentence_tells_whether_to_wait() -> None:
    assert why(Refused(Reason.TOO_MANY)) == "too_many_tries"
    assert why(Refused()) == "factor_failed"
