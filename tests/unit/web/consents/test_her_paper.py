from flask import Flask

from caseflow.http import current
from caseflow.http.papers.voice import Voice
from caseflow.web.consents.her_paper import hers_in, printed_unreviewed
from tests.factories.house import House, configuration


def test_a_paper_is_in_her_language_or_else_in_the_pages(app: Flask, house: House) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        current.hold_work(house.work())
        assert [hers_in(each) for each in ("prs", "de", "xx", "")] == ["prs", "de", "en", "en"]
        hers, ours = printed_unreviewed(Voice("prs", configuration()))
        assert (hers.language, hers.direction) == ("prs", "rtl")
        assert ours.text == "No sworn translator has reviewed this translation yet."
        assert printed_unreviewed(Voice("de", configuration())) == []
