import json

from flask import Flask
from sqlalchemy import delete

from caseflow.database.tables.audit_log import SealedReason
from caseflow.web.oversight.reason_page import parts_of
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.emergencies import DANGER, declared
from tests.factories.house import House


def _reasoned(olga: Visitor) -> str:
    text = olga.send("/log", client="", act="emergency.declare").text
    start = text.index("/log/reasons/")
    return text[start : text.index('"', start)]


def test_a_sealed_reason_opens(house: House, known: Known, olga: Visitor) -> None:
    declared(house, house.actor("frieda", "frauenhaus"), known, "health")
    olga.look("/log")
    text = olga.look(_reasoned(olga)).text
    for said in ("Wer ist bedroht?", DANGER.threatened, DANGER.danger, DANGER.why_no_other_way):
        assert said in text
    assert "why_no_other_way" not in text
    assert olga.look("/log/reasons/999").status_code == 404


def test_a_position_beyond_all_counting_is_not_there(olga: Visitor) -> None:
    for position in (2**63 - 1, 2**63, 10**30):
        assert olga.look(f"/log/reasons/{position}").status_code == 404
        assert olga.send("/log", after=str(position)[:20]).status_code == 200


def test_a_lost_reason_is_an_alarm(house: House, known: Known, olga: Visitor) -> None:
    declared(house, house.actor("frieda", "frauenhaus"), known, "health")
    olga.look("/log")
    work = house.work()
    work.session.execute(delete(SealedReason))
    work.finish()
    assert "beschädigt" in olga.look(_reasoned(olga)).text


def test_a_free_reason_stays_as_it_was_written(app: Flask) -> None:
    with app.test_request_context():
        for reason in ("Sie ruft wieder an.", "4711", "[1]", '{"danger": "x"}'):
            assert parts_of(reason) == [("", reason)]
        assert parts_of(None) is None


def test_another_lawful_ground_is_read_question_by_question(app: Flask) -> None:
    reason = json.dumps({"scope": "Die Akte.", "issuer": "Amtsgericht"})
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert parts_of(reason) == [
            ("Which court or authority, or which statute?", "Amtsgericht"),
            ("What does it demand, and how far does it reach?", "Die Akte."),
        ]
