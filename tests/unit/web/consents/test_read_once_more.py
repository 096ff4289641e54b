import pytest
from sqlalchemy import select

from caseflow.database.tables.consents import Consent
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import consent_form
from tests.factories.house import House
from tests.factories.read_page import read_page

STEPWISE = {"at": "all", "reached": "yes"}


@pytest.mark.parametrize("stepwise", [STEPWISE, {**STEPWISE, "step": "change"}, {}])
def test_nothing_is_recorded_under_a_text_that_she_has_not_read(
    house: House, known: Known, berta: Visitor, stepwise: dict[str, str]
) -> None:
    """A draft of yesterday, and a server that was started with a new version of the text."""
    address = f"/clients/{known.id}/consents/new"
    typed = consent_form(house, "family", **{"step": "record", "text": "0" * 64, **stepwise})
    answer = berta.send(address, f"{address}?language=de", **typed)
    page = read_page(answer.text)
    assert answer.status_code == 422
    assert "Der Text ist inzwischen ein anderer" in page.select_one(".problems").text  # type: ignore[union-attr]  # found
    assert page.select_one("button[value=record], .turn button[value=preview]") is None
    with house.sessions() as session:
        assert session.scalars(select(Consent)).all() == []
    # As it is now she has it before her, with all that she said.
    text = house.around.configuration.consent_text("sharing", "de")
    assert text is not None
    assert page.select_one(f"input[name=text][value='{text.text_hash}']") is not None
    assert page.select_one("input[name=category-family][value=yes]") is not None
    assert ("about" if stepwise else "") == "".join(
        str(each["value"]) for each in page.select("input[name=at]")
    )
