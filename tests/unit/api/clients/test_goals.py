from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program

GOAL = {"unit": "beratung", "title": "Den Führerschein machen"}


def goals(program: Program, made: Storied) -> list[dict[str, object]]:
    """Return her goals as the story tells them."""
    found: list[dict[str, object]] = program.get(f"/clients/{made.id}/story").get_json()["goals"]
    return found


def test_a_goal_is_set_and_steps_are_written_towards_it(
    berta: Program, made: Storied, house: House
) -> None:
    goal = berta.send("POST", f"/clients/{made.id}/goals", {**GOAL, "set_on": "2026-02-01"})
    assert (goal.status_code, goal.headers["ETag"]) == (201, '"1"')
    assert goal.get_json().keys() == {"id", "version"}
    assert "goal.write" in acts_of(house, goal)
    step = {"unit": "beratung", "text": "Angemeldet", "occurred_on": "2026-02-03"}
    written = berta.send("POST", f"/goals/{goal.get_json()['id']}/progress", step)
    assert (written.status_code, written.get_json().keys()) == (201, {"id", "version"})
    assert "progress.write" in acts_of(house, written)
    told = goals(berta, made)[0]
    assert (told["title"], told["set_on"]) == ("Den Führerschein machen", "2026-02-01")
    assert told["steps"] == [
        {
            "id": written.get_json()["id"],
            "occurred_on": "2026-02-03",
            "text": "Angemeldet",
            "author": "Berta",
            "version": 1,
        }
    ]


def test_without_a_day_it_is_today(berta: Program, made: Storied) -> None:
    berta.send("POST", f"/clients/{made.id}/goals", GOAL)
    berta.send("POST", f"/goals/{made.goal}/progress", {"text": "Zusage"})
    assert {each["set_on"] for each in goals(berta, made)} == {"2026-03-02"}
    [kept] = [each for each in goals(berta, made) if each["id"] == str(made.goal)]
    assert [each["occurred_on"] for each in kept["steps"]] == ["2026-03-02"] * 2  # type: ignore[attr-defined]  # a list


def test_a_goal_is_changed_from_its_version(berta: Program, made: Storied) -> None:
    address, reached = f"/goals/{made.goal}", {"state": "reached"}
    assert berta.send("PATCH", address, reached).status_code == 428
    stale = berta.send("PATCH", address, reached, {"If-Match": '"7"'})
    assert (stale.status_code, stale.get_json()["version"]) == (409, 1)
    changed = berta.send("PATCH", address, {**reached, "unit": "beratung"}, {"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["ETag"]) == (200, '"2"')
    assert changed.get_json() == {"id": str(made.goal), "version": 2}
    [goal] = goals(berta, made)
    assert (goal["state"], goal["title"]) == ("reached", "Eine eigene Wohnung in Unna")


def test_closed_is_as_if_it_never_was(ida: Program, frieda: Program, made: Storied) -> None:
    assert_unknown_alike(ida, "POST", "/clients/{}/goals", made.id, {**GOAL, "unit": "wohnen"})
    for program in (ida, frieda):  # the shelter reads her goal, and writes none of it
        assert_unknown_alike(program, "POST", "/goals/{}/progress", made.goal, {"text": "x"})
        assert_unknown_alike(program, "PATCH", "/goals/{}", made.goal, {"state": "reached"})


def test_intake_sets_no_goals(ida: Program) -> None:
    client = ida.send("POST", "/clients", {"unit": "wohnen"}).get_json()["id"]
    for body in ({**GOAL, "unit": "wohnen"}, {"bogus": 1}):
        assert ida.send("POST", f"/clients/{client}/goals", body).status_code == 403


def test_every_problem_is_named(berta: Program, made: Storied) -> None:
    new, step, change = f"/clients/{made.id}/goals", f"/goals/{made.goal}/progress", "/goals/{}"
    assert errors(berta, "POST", new, {**GOAL, "title": " "}).keys() == {"title"}
    assert errors(berta, "POST", new, {**GOAL, "set_on": "x"}).keys() == {"set_on"}
    assert errors(berta, "POST", new, {"more": 1}).keys() == {"unit", "title", "more"}
    late = {"text": "", "occurred_on": "2027-01-01"}
    assert errors(berta, "POST", step, late).keys() == {"text", "occurred_on"}
    wrong = {"state": "x", "title": ""}
    headers = {"If-Match": '"1"'}
    assert errors(berta, "PATCH", change.format(made.goal), wrong, headers=headers).keys() == {
        "state",
        "title",
    }


def test_sent_twice_it_is_done_once(berta: Program, made: Storied) -> None:
    for address, body in (
        (f"/clients/{made.id}/goals", GOAL),
        (f"/goals/{made.goal}/progress", {"text": "Zusage"}),
    ):
        key = {"Idempotency-Key": address}
        first, second = (berta.send("POST", address, body, key) for _ in range(2))
        assert first.data == second.data
    kept = {each["title"]: each["steps"] for each in goals(berta, made)}
    assert {title: len(steps) for title, steps in kept.items()} == {  # type: ignore[arg-type]  # lists
        GOAL["title"]: 0,
        "Eine eigene Wohnung in Unna": 2,
    }
