import io
import json

from pypdf import PdfReader

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.house import House


def test_the_facts_are_shown_printed_and_kept_as_a_file(
    house: House, known: Known, olga: Visitor
) -> None:
    form = {"staff": str(house.staff["berta"]), "since": "1.1.2026", "until": "31.12.2026"}
    assert str(known.id) in olga.send("/breach", **form).text
    sheet = olga.send("/breach", **form, handed="pdf")
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(sheet.data)).pages)
    assert str(known.id) in words.replace("\n", "")
    told = json.loads(olga.send("/breach", **form, handed="json").data)
    assert [each["client"] for each in told["seen"]] == [str(known.id)]


def test_what_is_not_said_is_asked_for(olga: Visitor) -> None:
    assert olga.look("/breach?staff=x").status_code == 200
    for form in ({}, {"staff": "x", "since": "1.1.2026"}, {"since": "y" * 41}):
        answer = olga.send("/breach", **form)
        assert answer.status_code == 422


def test_nobody_else_asks(visitor: Visitor) -> None:
    visitor.log_in("frieda")
    assert visitor.look("/breach").status_code == 404
