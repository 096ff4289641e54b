from flask import Flask

from caseflow.api.retention.runs import ListedRecord, Run, RunProgress, WholeRun
from tests.factories.house import House
from tests.factories.programs import Program
from tests.factories.retention import closed_client, second_officer, years_later


def test_the_shapes_are_fixed() -> None:
    assert set(ListedRecord().fields) == {"kind", "rule", "unit", "client", "row"}
    assert set(WholeRun().fields) - set(Run().fields) == {"records"}
    assert set(RunProgress().fields) == {"items", "done", "left_out", "finished"}


def test_prepared_agreed_to_and_carried_on(house: House, app: Flask) -> None:
    known = closed_client(house)
    years_later(house, 5)
    second_officer(house)
    olga, orla = Program(app, "olga"), Program(app, "orla")
    made = olga.send("POST", "/retention/runs")
    assert made.status_code == 201, made.text
    run = made.get_json()["id"]
    shown = orla.get(f"/retention/runs/{run}").get_json()
    assert shown["records"] == [
        {
            "kind": "file",
            "rule": "case_record",
            "unit": "beratung",
            "client": str(known.id),
            "row": None,
        }
    ]
    answer, on = f"/retention/runs/{run}/agreement", f"/retention/runs/{run}/execution"
    assert olga.send("POST", on).status_code == 409
    assert olga.send("POST", answer, {"agreed": True}).status_code == 409
    assert orla.send("POST", answer, {"agreed": True}).get_json()["agreed"] is True
    done = {"items": 1, "done": 1, "left_out": 0, "finished": True}
    assert olga.send("POST", on).get_json() == done
    [listed] = olga.get("/retention/runs").get_json()["items"]
    assert (listed["state"], listed["items"]) == ("done", 1)


def test_where_nothing_is_due_that_is_said(olga: Program) -> None:
    answer = olga.send("POST", "/retention/runs")
    assert answer.status_code == 422
    assert "Nothing is due" in answer.text
