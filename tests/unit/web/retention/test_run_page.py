from uuid import uuid4

from flask import Flask

from caseflow.vocabulary.answers import Done
from tests.factories.desk_forms import visiting
from tests.factories.erasing import left_of
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.retention import closed_client, prepared, second_officer, years_later


def test_a_second_officer_agrees_and_then_it_is_deleted(house: House, app: Flask) -> None:
    known = closed_client(house)
    years_later(house, 5)
    second_officer(house)
    answer = prepared(house)
    assert isinstance(answer, Done)
    page = f"/retention/runs/{answer.value}"
    olga, orla = visiting(app, "olga"), visiting(app, "orla")
    integrated(house)
    assert olga.send(page, agreed="yes").status_code == 409
    assert orla.send(page, agreed="maybe").status_code == 422
    assert olga.send(f"{page}/execution", page).status_code == 409
    assert orla.send(page, agreed="yes").status_code == 303
    assert "cases" in left_of(house, known.id)
    assert olga.send(f"{page}/execution", page).status_code == 303
    assert left_of(house, known.id) == {"erasures", "log_leaves"}
    assert "ist fertig" in olga.look(page).text
    assert olga.look(f"/retention/runs/{uuid4()}").status_code == 404
    assert olga.send(f"/retention/runs/{uuid4()}", page, agreed="maybe").status_code == 404
