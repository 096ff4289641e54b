import re

from tests.factories.application import Visitor

NEW = {"email": "neu@example.org", "name": "Neu", "language": "de"}
_LINK = re.compile(r"http://127\.0\.0\.1:8000(/invitation/[^<]+)")


def test_the_link_is_shown_once_and_works(lea: Visitor, visitor: Visitor) -> None:
    answer = lea.send("/staff/new", **NEW)
    link = _LINK.search(answer.text)
    assert link is not None
    assert "09.03.2026" in answer.text
    assert "Der Link für Neu" in answer.text
    assert '<a class="button" href="/staff">' in answer.text
    typed = "sieben lose ziegel am weg"
    joined = visitor.send(link.group(1), password=typed, password_again=typed)
    assert joined.status_code == 200
    assert "Neu" in lea.look("/staff").text
    assert link.group(1) not in lea.look("/staff").text


def test_problems_stand_at_their_fields(lea: Visitor) -> None:
    answer = lea.send("/staff/new", email="berta@example.org", name="Berta", language="de")
    assert answer.status_code == 422
    assert "schon ein Konto" in answer.text
    assert lea.send("/staff/new", email="", name="", language="").status_code == 422


def test_a_lead_makes_no_administrator(lea: Visitor) -> None:
    assert lea.send("/staff/new", **NEW, administrator="true").status_code == 422
    assert lea.look("/accounts/new").status_code == 404


def test_an_administrator_makes_another_one(ada: Visitor) -> None:
    assert ada.send("/accounts/new", **NEW, administrator="true").status_code == 200
    assert ada.look("/accounts").text.count("verwaltet Konten") == 2
    assert ada.look("/staff/new").status_code == 404
