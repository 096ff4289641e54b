from uuid import uuid4

import pytest

from tests.factories.clients import Known
from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.copies import may_copy
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program

UNIT = {"unit": "frauenhaus"}


@pytest.fixture
def consent(house: House, made: Storied) -> str:
    """Let the shelter copy two of her categories."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = Known(made.id, made.code)
    return str(may_copy(house, berta, known, [frieda.unit], ["violence", "identity"]))


def test_an_entry_is_copied_once_and_says_so_after_the_consent(
    frieda: Program, berta: Program, made: Storied, house: House, consent: str
) -> None:
    told = frieda.get(f"/entries/{made.entry}").get_json()
    assert (told["copyable"], told["copied"]) == (True, None)
    body = {**UNIT, "entry": str(made.entry)}
    first, second = (frieda.send("POST", f"/clients/{made.id}/copies", body) for _ in range(2))
    assert (first.status_code, first.get_json()) == (201, second.get_json())
    assert "copy.make" in acts_of(house, first)
    copy = frieda.get(f"/entries/{first.get_json()['id']}").get_json()
    assert (copy["unit"], copy["copyable"], copy["author"]) == ("beratung", False, "Berta")
    assert copy["copied"] == {
        "unit": "frauenhaus",
        "at": "2026-03-02T09:00:00Z",
        "under": consent,
        "kept_for": None,
    }
    taken = berta.send("POST", f"/consents/{consent}/withdrawal", {}).get_json()
    assert taken["frozen"] == [
        {"unit": "frauenhaus", "category": "violence", "destroyed_at": "2026-04-01T09:00:00Z"}
    ]
    assert frieda.get(f"/entries/{first.get_json()['id']}").status_code == 404


@pytest.mark.usefixtures("consent")
def test_an_answer_is_copied_by_its_question(frieda: Program, made: Storied) -> None:
    body = {**UNIT, "question": "client_name"}
    assert frieda.send("POST", f"/clients/{made.id}/copies", body).status_code == 201
    nothing = frieda.send("POST", f"/clients/{made.id}/copies", {**UNIT, "question": "allergies"})
    assert nothing.status_code == 404


@pytest.mark.usefixtures("consent")
def test_one_of_both_is_named(frieda: Program, made: Storied) -> None:
    address, both = f"/clients/{made.id}/copies", {"entry": str(uuid4()), "question": "x"}
    assert errors(frieda, "POST", address, UNIT).keys() == {"entry"}
    assert errors(frieda, "POST", address, {**UNIT, **both}).keys() == {"entry"}
    assert errors(frieda, "POST", address, {**UNIT, "entry": "x", "more": 1}).keys() == {
        "entry",
        "more",
    }


def test_closed_is_as_if_it_never_was(ida: Program, made: Storied) -> None:
    for body in ({"entry": str(made.entry)}, {"question": "client_name"}, {}):
        sent = {"unit": "wohnen", **body}
        assert_unknown_alike(ida, "POST", "/clients/{}/copies", made.id, sent)
