from datetime import date

from flask import Flask

from caseflow.http import current
from caseflow.web.consents.two_voices import Said, two_voices
from tests.factories.house import House


def test_hers_stands_beside_the_readers_and_a_language_that_is_gone_is_the_readers(
    app: Flask, house: House
) -> None:
    with app.test_request_context(headers={"Accept-Language": "de"}):
        current.hold_work(house.work())
        both, gone = two_voices("tr"), two_voices("xx")
        assert both.sentence("Yes") == Said("Evet", "Ja")
        assert both.day(date(2026, 3, 2)) == Said("2 Mart 2026", "02.03.2026")
        assert both.unreviewed is not None
        assert (gone.language, gone.direction, gone.unreviewed) == ("de", "ltr", None)
        assert gone.sentence("Yes") == Said("Ja", "")
