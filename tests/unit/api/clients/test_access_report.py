import pytest

from caseflow.api.clients.access_report import ToldAccess, ToldReport
from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program
from tests.unit.paper.papers import read_back

PDF = {"Accept": "application/pdf"}


def test_the_shape_is_fixed() -> None:
    assert set(ToldReport().fields) == {
        "made_on", "provider", "language", "audience", "accesses", "refused",
    }  # fmt: skip
    assert set(ToldAccess().fields) == {
        "day", "unit", "act", "what", "why", "categories", "purpose", "grounds", "times",
    }  # fmt: skip


def test_it_is_one_act_and_names_no_staff_and_no_id(
    house: House, olga: Program, berta: Program, made: Storied
) -> None:
    berta.get(f"/clients/{made.id}/story")
    answer = olga.get(f"/clients/{made.id}/access-report", language="en")
    assert acts_of(house, answer) == ["report.release"]
    told = answer.get_json()
    read = next(each for each in told["accesses"] if each["act"] == "read_record")
    assert (read["unit"], read["times"]) == ("Beratung", 1)
    assert read["what"] == "read in the record"
    assert told["for"] == "client"
    for secret in (*map(str, house.staff.values()), *map(str, house.units.values()), "Berta"):
        assert secret not in answer.text
    assert str(made.id) not in answer.text


@pytest.mark.parametrize("form", [{}, PDF])
def test_a_blocked_guardian_gets_byte_by_byte_what_is_said_of_one_nobody_looked_at(
    olga: Program, berta: Program, made: Storied, form: dict[str, str]
) -> None:
    berta.get(f"/clients/{made.id}/story")
    address = f"/clients/{made.id}/access-report"
    blocked = olga.send("GET", address, None, form, {"for": "blocked_guardian"})
    own = olga.send("GET", address, None, form, {"for": "guardian"})
    assert blocked.status_code == own.status_code == 200
    assert len(blocked.data) < len(own.data)
    other = berta.send("POST", "/clients", {"unit": "beratung", "anonymous": True}).get_json()
    nobody = f"/clients/{other['id']}/access-report"
    assert olga.send("GET", nobody, None, form, {"for": "blocked_guardian"}).data == blocked.data


def test_it_is_there_as_a_paper(olga: Program, berta: Program, made: Storied) -> None:
    berta.get(f"/clients/{made.id}/story")
    answer = olga.send("GET", f"/clients/{made.id}/access-report", None, PDF, {"language": "de"})
    assert answer.content_type == "application/pdf"
    told = read_back(answer.data)
    assert "Wer Ihre Daten gesehen hat" in told
    assert "Berta" not in told.replace("Beratung", "")


def test_what_cannot_be_asked_is_named(olga: Program, made: Storied) -> None:
    address = f"/clients/{made.id}/access-report"
    found = errors(olga, "GET", address, query={"language": "xx", "for": "everybody"})
    assert set(found) == {"language", "for"}
    assert "de, en" in found["language"][0]


def test_unknown_is_not_there_and_nobody_but_an_officer_asks(
    olga: Program, berta: Program, ida: Program, made: Storied
) -> None:
    assert_unknown_alike(ida, "GET", "/clients/{}/access-report", made.id)
    assert berta.get(f"/clients/{made.id}/access-report").status_code == 403
    unknown = olga.get(f"/clients/{made.entry}/access-report")
    wrong = olga.get(f"/clients/{made.entry}/access-report", language="tr")
    assert unknown.status_code == wrong.status_code == 404
    assert unknown.data == wrong.data
