from uuid import uuid4

from flask import Flask

from caseflow.consents import Declined
from caseflow.http import current
from caseflow.web.consents.refused_page import refused_page
from tests.factories.house import House
from tests.factories.read_page import read_page


def test_her_no_is_printed_in_her_language(app: Flask, house: House) -> None:
    declined = Declined(
        to_units=frozenset({house.units["frauenhaus"]}),
        categories=frozenset({"health"}),
        purposes=frozenset({"safety"}),
        language="uk",
    )
    with app.test_request_context(headers={"Accept-Language": "de"}):
        current.hold_work(house.work())
        text = refused_page(uuid4(), declined, []).get_data(as_text=True)
    paper = read_page(text).select_one(".on-paper")
    assert paper is not None
    assert (paper["lang"], paper["dir"]) == ("uk", "ltr")
    assert "\u0412\u0430\u0448\u0435 \u00ab\u043d\u0456\u00bb" in paper.text  # your no
    assert [each.text.strip() for each in paper.select("li")][1:] == [
        "\u0417\u0434\u043e\u0440\u043e\u0432\u2019\u044f",
        "\u0417\u0430\u0445\u0438\u0441\u0442 \u0456 \u0431\u0435\u0437\u043f\u0435\u043a\u0430",
    ]
