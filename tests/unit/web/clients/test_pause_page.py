import pytest
from flask import Flask

from caseflow.http.current import hold_work
from caseflow.web.clients.pause_page import pause_page
from tests.factories.application import Visitor, application
from tests.factories.budgets import narrow
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.read_page import read_page


def test_she_is_told_when_it_goes_on_and_the_officer_reads_of_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow(house, monkeypatch, clients=2)
    known = [new_client(house, house.actor("berta", "beratung")) for _ in range(3)]
    app = application(house)
    visitor, officer = Visitor(app), Visitor(app)
    visitor.log_in("berta")
    answers = [visitor.look(f"/clients/{each.id}/story") for each in (*known, known[0])]
    assert [each.status_code for each in answers] == [200, 200, 429, 200]
    assert answers[2].headers["Retry-After"] == "3600"
    page = read_page(answers[2].text)
    assert "2 verschiedene Klientinnen" in page.text
    assert "02.03.2026, 11:00:00" in page.text
    urgent = f"/clients/{known[2].id}/emergency"
    assert page.select_one(f"a[href='{urgent}']") is not None
    assert visitor.look(urgent).status_code == 200
    officer.log_in("olga")
    assert "hat binnen einer Stunde sehr viele Klientinnen geöffnet" in officer.look("/log").text


def test_what_was_typed_is_not_lost(app: Flask, house: House) -> None:
    headers = {"Sec-Fetch-Site": "same-origin"}
    typed = {"text": "Sie kam heute."}
    for sent, shown in ((headers, True), ({"Sec-Fetch-Site": "cross-site"}, False)):
        with app.test_request_context("/clients/x", method="POST", data=typed, headers=sent):
            hold_work(house.work())
            answer = pause_page(60)
        assert ("Sie kam heute." in answer.get_data(as_text=True)) == shown
