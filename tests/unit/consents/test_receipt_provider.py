from dataclasses import replace

from caseflow.consents.receipt_provider import provider_party, storage
from caseflow.vocabulary.configuration import Contact
from tests.factories.house import configuration

ENTERED = replace(
    configuration(),
    contact=Contact(
        ("Weg 1", "12345 Ort"), "a@example.org", "030 1", "A. B.", "d@example.org", "Ort"
    ),
)


def test_what_is_entered_is_named() -> None:
    party = provider_party(ENTERED)
    assert party["party_address"] == "Weg 1, 12345 Ort"
    assert (party["party_email"], party["party_phone"]) == ("a@example.org", "030 1")
    assert party["party_contact"] == "d@example.org"
    assert storage(ENTERED) == {"storage_locations": ["Ort"]}


def test_what_is_not_entered_is_left_out() -> None:
    party = provider_party(configuration())
    assert set(party) == {"party_id", "party_name", "party_role", "party_type"}
    assert storage(configuration()) == {}
