"""Name the controller in a receipt, with whatever the provider has entered of itself."""

from collections.abc import Mapping
from typing import Any

from caseflow.vocabulary.configuration import Configuration

PROVIDER = "provider"  # the one controller


def provider_party(configuration: Configuration) -> Mapping[str, str]:
    """Return the controller; what nobody has entered is left out rather than made up."""
    contact = configuration.contact
    entered = {
        "party_address": ", ".join(contact.address),
        "party_email": contact.email,
        "party_phone": contact.telephone,
        "party_contact": contact.officer,
    }
    return {
        "party_id": PROVIDER,
        "party_name": configuration.provider,
        "party_role": "PII controller",
        "party_type": "provider of social services",
        **{key: said for key, said in entered.items() if said},
    }


def storage(configuration: Configuration) -> Mapping[str, Any]:
    """Return where the records lie, where that is entered."""
    place = configuration.contact.storage
    return {"storage_locations": [place]} if place else {}
