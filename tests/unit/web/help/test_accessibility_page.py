import dataclasses

import pytest

from caseflow.vocabulary.accessibility import AccessibilityRule
from caseflow.vocabulary.configuration import Contact
from tests.factories.application import Visitor, application
from tests.factories.house import House

NAMED = AccessibilityRule(
    feedback=("barriere@traeger.example",),
    stated_on="2026-12-01",
    body=("Schlichtungsstelle",),
    body_address="https://stelle.example/",
)
NOT_ENTERED = "Vom Träger noch nicht eingetragen."


def statement(house: House, accessibility: AccessibilityRule, contact: Contact) -> str:
    """Return the statement of a provider that names these, as somebody reads it at the door."""
    had = house.around
    named = dataclasses.replace(had.configuration, accessibility=accessibility, contact=contact)
    house.around = dataclasses.replace(had, configuration=named)
    answer = Visitor(application(house)).look("/accessibility")
    house.around = had
    return answer.text


def test_it_names_what_the_provider_has_entered(house: House) -> None:
    text = statement(house, NAMED, Contact(email="buero@traeger.example"))
    assert "barriere@traeger.example" in text
    assert "buero@traeger.example" not in text
    assert "Schlichtungsstelle" in text
    assert '<a href="https://stelle.example/" rel="external">' in text
    assert "01.12.2026" in text
    assert NOT_ENTERED not in text


@pytest.mark.parametrize(
    ("contact", "missing"), [(Contact(telephone="030 12345"), 1), (Contact(), 2)]
)
def test_what_is_missing_is_said_and_the_contact_stands_in_for_feedback(
    house: House, contact: Contact, missing: int
) -> None:
    text = statement(house, AccessibilityRule(), contact)
    assert text.count(NOT_ENTERED) == missing
    assert contact.telephone in text
    assert "Der Träger hat diese Erklärung" not in text
