import io
import re

from flask import Flask
from pypdf import PdfReader

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import visiting
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.unit.oversight.review.signing import otto

SIZE = re.compile(r'name="size" value="(\d+)"')


def _begun(officer: Visitor) -> str:
    assert officer.send("/log/review/beginning", "/log/review").status_code == 303
    return officer.look("/log/review").text


def _signed(olga: Visitor, **form: str) -> int:
    [size] = SIZE.findall(olga.look("/log/review").text)
    answer = olga.send("/log/review", size=size, **form)
    return answer.status_code


def test_a_period_is_shown_with_its_sample_and_signed_off(known: Known, olga: Visitor) -> None:
    before = olga.look("/log/review").text
    assert "Eine Prüfung beginnen" in before
    assert str(known.id) not in before
    shown = _begun(olga)
    assert "Berta" in shown
    assert str(known.id) in shown
    assert _signed(olga) == 422
    assert _signed(olga, looked="true", note="Nichts Auffälliges.") == 303
    after = olga.look("/log/review").text
    assert "wartet auf eine andere Datenschutzbeauftragte" in after
    assert "Nichts Auffälliges." not in after
    [paper] = re.findall(r"/log/review/[0-9a-f-]{36}/paper", after)
    sheet = olga.look(paper)
    assert sheet.content_type == "application/pdf"
    words = PdfReader(io.BytesIO(sheet.data)).pages[0].extract_text()
    signed = after[after.index("Früher freigegeben") :]
    [root] = re.findall(r"<code>([0-9a-f]{64})</code>", signed)
    assert "Olga" in words
    assert root in words.replace("\n", "")


def test_an_emergency_that_waits_stands_against_it(
    house: House, known: Known, olga: Visitor
) -> None:
    declared(house, house.actor("frieda", "frauenhaus"), known, "health")
    [size] = SIZE.findall(_begun(olga))
    answer = olga.send("/log/review", size=size, looked="true")
    assert answer.status_code == 422
    assert "warten auf eine Prüfung" in answer.text
    assert olga.send("/log/review", size="many").status_code == 422
    assert olga.send("/log/review", size="9" * 30, looked="true").status_code == 422


def test_what_the_reviewer_did_is_looked_at_and_signed_by_another_officer(
    house: House, known: Known, olga: Visitor, app: Flask
) -> None:
    _begun(olga)
    assert _signed(olga, looked="true") == 303
    [paper] = re.findall(r"/log/review/[0-9a-f-]{36}/paper", olga.look("/log/review").text)
    looks = paper.replace("paper", "looks")
    assert olga.look(looks).status_code == 404
    assert "braucht noch eine" in olga.look("/log/review").text
    otto(house)
    other = visiting(app, "otto")
    assert looks in other.look("/log/review").text
    page = other.look(looks).text
    assert "Olga" in page
    assert str(known.id) not in page  # she has opened nobody's story
    assert other.send(looks).status_code == 422
    assert other.send(looks, looked="true", note="Nichts.").status_code == 303
    assert "von einer anderen geprüft" in other.look("/log/review").text


def test_nobody_else_reviews(known: Known, visitor: Visitor) -> None:
    visitor.log_in("frieda")
    nobody = f"/log/review/{known.id}/paper"
    for address in ("/log/review", "/log/findings", "/log/entries?at=1", nobody):
        assert visitor.look(address).status_code == 404


def test_what_was_never_signed_is_not_there(known: Known, olga: Visitor) -> None:
    assert olga.look(f"/log/review/{known.id}/paper").status_code == 404
    looks = f"/log/review/{known.id}/looks"
    assert olga.look(looks).status_code == 404
    assert olga.send(looks, "/log/review", looked="true").status_code == 404
