from datetime import timedelta

from flask import Flask

from caseflow.exceptions import review_emergency
from tests.factories.application import Visitor
from tests.factories.clients import Known, entry, write
from tests.factories.desk_forms import visiting
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.factories.lawful import excepted, ground
from tests.factories.read_page import read_page
from tests.unit.paper.papers import read_back
from tests.unit.subject_rights.entries import later


def _rows(text: str) -> list[str]:
    page = read_page(text)
    return [" ".join(row.text.split()) for row in page.select("tbody tr")]


def _address(known: Known) -> str:
    return f"/clients/{known.id}/access-report"


def test_from_who_saw_her_it_is_one_click(known: Known, olga: Visitor) -> None:
    link = f'href="{_address(known)}"'
    assert link in olga.send("/log/who-saw", "/log", client=known.code).text
    assert link not in olga.look("/log").text


def test_the_officer_sees_what_she_would_be_told(known: Known, olga: Visitor) -> None:
    answer = olga.look(_address(known))
    assert any("hat in der Akte gelesen" in row and "Gewalt" in row for row in _rows(answer.text))
    assert "Berta" not in answer.text
    assert "Es war Abend." not in answer.text
    assert answer.text.count("es ist nicht bekannt, wie sie erreicht werden darf") == 7


def test_the_most_careful_answer_stands_there_beforehand(known: Known, olga: Visitor) -> None:
    page = read_page(olga.look(_address(known)).text)
    chosen = [(each["name"], each["value"]) for each in page.select("input[type=radio][checked]")]
    assert chosen == [("blocked", "yes")]


def test_a_guardian_gets_less_and_a_blocked_one_nothing(known: Known, olga: Visitor) -> None:
    address = _address(known)
    open_ = olga.send(address, whom="guardian", blocked="no", language="de").text
    assert _rows(open_)
    assert not any("Beratung" in row or "Gewalt" in row for row in _rows(open_))
    for careful in ({"blocked": "yes"}, {}):
        assert _rows(olga.send(address, whom="guardian", language="de", **careful).text) == []


def test_it_is_released_as_a_paper(known: Known, olga: Visitor) -> None:
    address = _address(known)
    answer = olga.send(f"{address}/release", address, whom="client", language="de")
    assert answer.content_type == "application/pdf"
    told = read_back(answer.data)
    assert "Wer Ihre Daten gesehen hat" in told
    log = olga.send("/log", client=str(known.id), act="report.release").text
    assert "gab eine Auskunft frei" in log


def test_for_whom_must_be_said(known: Known, olga: Visitor) -> None:
    address = _address(known)
    wrong: tuple[dict[str, str], ...] = (
        {},
        {"whom": "x"},
        {"whom": "guardian", "blocked": "x"},
        {"whom": "client", "y": "1"},
    )
    for typed in wrong:
        assert olga.send(address, **typed).status_code == 422
        assert olga.send(f"{address}/release", address, **typed).status_code == 422


def test_emergencies_and_exceptions_are_chosen_by_the_officer(
    house: House, known: Known, olga: Visitor
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    write(house, berta, known, entry("Sie schläft nicht.", "health"))
    declared(house, frieda, known, "health")
    excepted(house, berta, known, ground([frieda.unit], "violence"))
    later(house, timedelta(minutes=1))
    page = olga.look(_address(known)).text
    assert page.count("noch nicht beendet") == 3  # of the emergency its entry is named below too
    assert "Weggelassen, nur für Sie" in page


def test_what_is_over_is_told_or_held_back_by_a_tick(
    app: Flask, house: House, known: Known
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    urgent = declared(house, frieda, known, "health").id
    other = excepted(house, berta, known, ground([frieda.unit], "violence"))
    later(house, timedelta(days=60))
    officer = house.actor("olga", "datenschutz")
    work = house.work(officer)
    review_emergency(work, officer, urgent, "justified", "")
    work.finish()
    olga, address = visiting(app, "olga"), _address(known)
    told = olga.look(address).text
    assert "Gefahr für Leib oder Leben" not in told
    assert "hat einen Notfall erklärt" in told
    assert f'name="tell" value="{other}"' in told
    held = olga.send(address, whom="client", language="de", hold=str(urgent), tell=str(other)).text
    assert "hat einen Notfall erklärt" not in held
    assert "Sie halten es zurück" in held
    assert f'name="tell" value="{other}" checked' in held


def test_unknown_is_not_there_and_nobody_else_asks(known: Known, olga: Visitor) -> None:
    unknown = "/clients/7f000000-0000-4000-8000-000000000000/access-report"
    assert olga.look(unknown).status_code == 404
    assert olga.send(unknown, "/log", whom="client").status_code == 404
    assert olga.send(f"{unknown}/release", "/log", whom="client").status_code == 404
    assert known.code
