from typing import Any

from caseflow.api.clients.export import ClientCopy
from caseflow.subject_rights import export_client
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import Known
from tests.factories.contract import acts_of, assert_unknown_alike
from tests.factories.copies import may_copy
from tests.factories.desk_forms import close
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program
from tests.unit.paper.papers import read_back


def test_the_shape_is_fixed() -> None:
    assert set(ClientCopy().fields) == {
        "schema_version",
        "made_at",
        "provider",
        "unit",
        "client",
        "summary",
        "entries",
        "answers",
        "goals",
        "appointments",
        "documents",
        "damaged",
        "consents",
        "refusals",
        "handovers_sent",
        "disclosures",
        "accesses",
        "opened_by_others",
    }


def test_the_copy_is_one_traced_act(house: House, berta: Program, made: Storied) -> None:
    address = f"/clients/{made.id}/export"
    answer = berta.get(address, release=[str(made.entry), "children"])
    assert acts_of(house, answer) == ["client.export"]
    copy = answer.get_json()
    assert copy["client"]["code"] == made.code
    [entry] = [each for each in copy["entries"] if each["id"] == str(made.entry)]
    assert entry["text"]
    assert {each["question"] for each in copy["answers"] if not each["redacted"]} >= {"children"}
    assert copy["summary"]
    assert copy["goals"][0]["steps"][0]["text"] is None
    again = berta.get(address).get_json()
    assert again["answers"] != copy["answers"]


def test_the_copy_is_there_as_a_paper_with_the_same_left_out(
    house: House, berta: Program, made: Storied
) -> None:
    address = f"/clients/{made.id}/export"
    asked = {"language": "de"}
    answer = berta.send("GET", address, None, {"Accept": "application/pdf"}, asked)
    assert acts_of(house, answer) == ["client.export"]
    told = " ".join(read_back(answer.data).split())
    assert made.code in told
    copy = berta.get(address).get_json()
    assert told.count("weggelassen") == _redacted(copy)
    released = {**asked, "release": [str(made.entry)]}
    more = berta.send("GET", address, None, {"Accept": "application/pdf"}, released)
    assert read_back(more.data).count("weggelassen") == _redacted(copy) - 1


def _redacted(copy: dict[str, Any]) -> int:
    steps = [step for goal in copy["goals"] for step in goal["steps"]]
    return sum(each["redacted"] for each in (*copy["entries"], *copy["answers"], *steps))


def test_what_the_unit_has_copied_says_from_whom_and_by_which_consent(
    house: House, berta: Program, frieda: Program, made: Storied
) -> None:
    actors = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = Known(made.id, made.code)
    consent = may_copy(house, actors[0], known, [actors[1].unit], ["violence", "identity"])
    for what in ({"entry": str(made.entry)}, {"question": "client_name"}):
        made_copy = frieda.send(
            "POST", f"/clients/{made.id}/copies", {"unit": "frauenhaus", **what}
        )
        assert made_copy.status_code == 201
    copy = frieda.get(f"/clients/{made.id}/export").get_json()
    told = [each.get("copied") for each in (*copy["entries"], *copy["answers"])]
    assert [each for each in told if each] == [
        {
            "told_to": "beratung",
            "at": "2026-03-02T09:00:00.000000Z",
            "consent": str(consent),
            "kept_for": None,
        }
    ] * 2
    work = house.work(actors[1])
    whole = export_client(work, actors[1], made.id)
    assert isinstance(whole, Disclosed)
    assert ClientCopy().dump(whole.value) == whole.value
    own = berta.get(f"/clients/{made.id}/export").get_json()
    assert not any("copied" in each for each in (*own["entries"], *own["answers"]))


def test_of_a_closed_case_it_asks_for_a_reason(house: House, berta: Program, made: Storied) -> None:
    close(house, Known(made.id, made.code))
    address = f"/clients/{made.id}/export"
    assert set(berta.get(address).get_json()["errors"]) == {"reason"}
    assert berta.get(address, reason="Sie bittet darum.").status_code == 200


def test_closed_and_unknown_are_one(olga: Program, ida: Program, made: Storied) -> None:
    assert_unknown_alike(ida, "GET", "/clients/{}/export", made.id)
    assert olga.get(f"/clients/{made.id}/export").status_code == 404
