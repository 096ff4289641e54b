from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.read_page import read_page


def _lines(text: str) -> list[str]:
    page = read_page(text)
    return [" ".join(line.text.split()) for line in page.select(".log-line")]


def test_one_click_from_the_code_tells_who_saw_her_and_why(known: Known, olga: Visitor) -> None:
    lines = _lines(olga.send("/log/who-saw", "/log", client=known.code).text)
    told = next(line for line in lines if "hat die Geschichte gelesen" in line)
    assert "Berta" in told
    assert "Fall des eigenen Bereichs" in told
    assert "Gewalt" in told
    assert olga.send("/log/who-saw", "/log", client=str(known.id)).status_code == 200


def test_from_there_everything_of_hers_can_be_withdrawn(known: Known, olga: Visitor) -> None:
    link = f'href="/clients/{known.id}/withdrawal"'
    assert link in olga.send("/log/who-saw", "/log", client=known.code).text
    assert link not in olga.look("/log").text
    assert olga.send(f"/clients/{known.id}/withdrawal").status_code == 200


def test_content_is_never_in_it(known: Known, olga: Visitor) -> None:
    assert "Es war Abend." not in olga.send("/log", client=str(known.id)).text


def test_the_newest_entries_come_first_and_the_look_is_one(known: Known, olga: Visitor) -> None:
    olga.look("/log")
    assert "hat ins Protokoll gesehen" in _lines(olga.look("/log").text)[0]
    assert known.code not in olga.look("/log").text


def test_the_log_is_asked_by_person_unit_act_and_time(
    house: House, known: Known, olga: Visitor
) -> None:
    asked = {
        "client": str(known.id),
        "staff": str(house.staff["berta"]),
        "unit": str(house.units["beratung"]),
        "act": "story.read",
        "since": "2.3.2026",
        "until": "2.3.2026",
    }
    assert len(_lines(olga.send("/log", **asked).text)) == 1
    assert _lines(olga.send("/log", **{**asked, "until": "1.3.2026"}).text) == []
    assert _lines(olga.send("/log", **asked, refused="true").text) == []


def test_what_cannot_be_asked_is_named_and_stays(olga: Visitor) -> None:
    answer = olga.send("/log", client="", since="31. Juni 2026")
    assert answer.status_code == 422
    assert "31. Juni 2026 gibt es nicht" in answer.text
    assert olga.send("/log/who-saw", "/log", client="guten tag").status_code == 422
    assert olga.send("/log/who-saw", "/log", x="1").status_code == 422
    assert olga.send("/log", x="1").status_code == 422


def test_nobody_else_looks(visitor: Visitor) -> None:
    visitor.log_in("berta")
    assert visitor.look("/log").status_code == 404
