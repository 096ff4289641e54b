import pytest
from flask import Flask

from caseflow.http.current import hold_work
from caseflow.vocabulary.answers import Problem, Reason, Refused
from caseflow.web.clients.refusals import ask_reason, refused_act, refused_sight
from caseflow.web.forms import Form
from tests.factories.house import House


@pytest.mark.parametrize("reason", [each for each in Reason if each is not Reason.REASON_NEEDED])
def test_what_is_closed_looks_like_what_is_not_there(app: Flask, reason: Reason) -> None:
    with app.test_request_context("/clients/x"):
        assert refused_sight(Refused(reason)).status_code == 404


def test_whoever_opened_very_many_is_told_when_it_goes_on(app: Flask, house: House) -> None:
    with app.test_request_context("/clients/x"):
        hold_work(house.work())
        answer = refused_sight(Refused(Reason.TOO_MANY, 60))
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")


def test_a_closed_case_asks_for_a_reason_at_the_same_address(app: Flask) -> None:
    with app.test_request_context("/clients/x"):
        answer = refused_sight(Refused(Reason.REASON_NEEDED))
    assert answer.status_code == 200
    assert 'action="/clients/x"' in answer.get_data(as_text=True)


def test_a_reason_that_is_missing_is_asked_for_again(app: Flask) -> None:
    form = Form({"reason": ""}, {}, (Problem("reason", "required"),))
    with app.test_request_context("/clients/x"):
        answer = ask_reason(form)
    assert answer.status_code == 422
    assert 'id="reason-problem"' in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("reason", "status"),
    [
        (Reason.NOT_OPEN, 404),
        (Reason.NOT_YOUR_ROLE, 404),
        (Reason.TOO_LATE, 409),
        (Reason.REASON_NEEDED, 409),
    ],
)
def test_an_act_that_came_too_late_says_so(app: Flask, reason: Reason, status: int) -> None:
    with app.test_request_context("/clients/x", method="POST"):
        assert refused_act(Refused(reason)).status_code == status


def test_what_was_typed_outlives_a_case_that_was_closed_meanwhile(app: Flask) -> None:
    headers = {"Sec-Fetch-Site": "same-origin"}
    typed = {"text": "Sie kam heute."}
    with app.test_request_context("/clients/x", method="POST", data=typed, headers=headers):
        answer = refused_act(Refused(Reason.TOO_LATE))
    assert "Sie kam heute." in answer.get_data(as_text=True)


def test_so_it_does_where_the_form_was_wrong_too(app: Flask) -> None:
    headers = {"Sec-Fetch-Site": "same-origin"}
    closed = Refused(Reason.REASON_NEEDED)
    for typed, status in (({"text": "Sie kam heute."}, 409), ({"reason": "x", "text": ""}, 200)):
        with app.test_request_context("/clients/x", method="POST", data=typed, headers=headers):
            answer = refused_sight(closed)
        assert answer.status_code == status
        assert ("Sie kam heute." in answer.get_data(as_text=True)) == (status == 409)
