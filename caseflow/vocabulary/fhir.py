"""The small pieces of FHIR resources that rooms share: codes, references, bundles (HL7 FHIR)."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeAlias
from uuid import UUID

Resource: TypeAlias = dict[str, Any]

_OWN = "urn:caseflow:"
_URI = "urn:ietf:rfc:3986"  # the system of identifiers that are URIs


class Release(StrEnum):
    """A release of FHIR, as `fhirVersion` of the media type names it."""

    R4 = "4.0"
    R5 = "5.0"


def coding(system: str, code: str, display: str = "") -> Resource:
    """Return a code of a system; a system without a scheme is one of our own lists."""
    whole = system if ":" in system else f"{_OWN}{system}"
    return {"system": whole, "code": code} | ({"display": display} if display else {})


def concept(*codings: Resource) -> Resource:
    """Return what these codings all mean."""
    return {"coding": list(codings)}


def reference(kind: str, id_: UUID, display: str = "") -> Resource:
    """Return a reference by an id that nothing but our own records resolves."""
    found = {"type": kind, "identifier": identifier(f"urn:uuid:{id_}")}
    return found | ({"display": display} if display else {})


def identifier(value: str, system: str = _URI) -> Resource:
    """Return a business identifier, a URI unless a system is named."""
    return {"system": system, "value": value}


def instant(at: datetime) -> str:
    """Return an instant as FHIR spells it, in UTC."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def bundle(
    resources: Iterable[Resource], at: datetime, links: Mapping[str, str] | None = None
) -> Resource:
    """Return the resources as the answer to a search; every one of them is a match."""
    entries = [_entry(each) for each in resources]
    made: Resource = {"resourceType": "Bundle", "type": "searchset", "timestamp": instant(at)}
    if links:
        made["link"] = [{"relation": name, "url": url} for name, url in links.items()]
    return made | ({"entry": entries} if entries else {})


def _entry(resource: Resource) -> Resource:
    named = f"{_OWN}{resource['resourceType']}:{resource['id']}"
    return {"fullUrl": named, "resource": resource, "search": {"mode": "match"}}
