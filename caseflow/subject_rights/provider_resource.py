"""Give the provider as a FHIR Organization inside a Consent.

Without an address, telephone or e-mail there is nothing to say beyond its name.
"""

from caseflow.vocabulary.configuration import Configuration, Contact
from caseflow.vocabulary.fhir import Release, Resource

_ID = "provider"


def contained(configuration: Configuration, release: Release) -> Resource:
    """Return what is to be put into the Consent: the organization, or nothing."""
    contact = configuration.contact
    reached = {"telecom": _telecom(contact), "address": _addresses(contact)}
    told = {key: said for key, said in reached.items() if said}
    if not told:
        return {}
    if release is Release.R5:  # there it stands in one detail of contact, with one address
        told = {"contact": [{**told, **_first(told)}]}
    organization = {"resourceType": "Organization", "id": _ID, "name": configuration.provider}
    return {"contained": [{**organization, **told}]}


def controller(configuration: Configuration) -> Resource:
    """Return the reference to the provider: to what is contained, else by its name alone."""
    name = {"type": "Organization", "display": configuration.provider}
    inside = contained(configuration, Release.R4)
    return {"reference": f"#{_ID}", **name} if inside else name


def _telecom(contact: Contact) -> list[Resource]:
    found = {"phone": contact.telephone, "email": contact.email}
    return [{"system": system, "value": said} for system, said in found.items() if said]


def _addresses(contact: Contact) -> list[Resource]:
    return [{"line": list(contact.address)}] if contact.address else []


def _first(told: Resource) -> Resource:
    return {"address": told["address"][0]} if "address" in told else {}
