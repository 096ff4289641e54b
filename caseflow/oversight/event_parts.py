"""The parts of a FHIR AuditEvent that both releases say alike.

The person who acted is named by her random id; the log holds no network address, so none is said.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from caseflow.oversight.log_lines import BasisLine, LogLine
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.fhir import Resource, coding, concept, identifier, reference

_TERMS = "http://terminology.hl7.org/CodeSystem"
_DICOM = "http://dicom.nema.org/resources/ontology/DCM"
_USER = concept(coding(f"{_TERMS}/v3-ParticipationType", "IRCP", "information recipient"))
_UNIT = concept(coding(f"{_TERMS}/v3-RoleClass", "PROV", "healthcare provider"))
_SERVER = concept(coding(_DICOM, "110153", "Source Role ID"))
PATIENT = coding(f"{_TERMS}/object-role", "1", "Patient")
DOMAIN_RESOURCE = coding(f"{_TERMS}/object-role", "4", "Domain Resource")
APPLICATION_SERVER = coding(f"{_TERMS}/security-source-type", "4", "Application Server")
REQUEST = coding("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId")


@dataclass(frozen=True, slots=True)
class Event:
    """One event: an entry of the log, as far as it is about one client or about none."""

    id: str
    line: LogLine
    installation: UUID

    @property
    def server(self) -> Resource:
        """Return the reference to this installation."""
        return reference("Device", self.installation)

    @property
    def consents(self) -> list[UUID]:
        """Return the consents that it rests on."""
        return [each.id for each in self.line.bases if each.kind == BasisKind.CONSENT]


def events_of(line: LogLine, installation: UUID) -> Iterable[Event]:
    """Yield one event for each client that an entry is about, at least one."""
    about = [line.client] if line.client is not None else list(line.clients)
    if len(about) <= 1:
        yield Event(
            str(line.id), dataclasses.replace(line, client=next(iter(about), None)), installation
        )
        return
    for number, client in enumerate(about, start=1):
        alone = dataclasses.replace(line, client=client)
        yield Event(f"{line.id}-{number}", alone, installation)


def agents(event: Event) -> list[Resource]:
    """Return who acted, for which unit, and this server; without a person the server acted."""
    line, found = event.line, []
    if line.staff is not None:
        user = {"type": _USER, "who": reference("Practitioner", line.staff), "requestor": True}
        policies = [policy_of(each) for each in line.bases]
        roles = [concept(coding("role", line.role))] if line.role else []
        found.append(user | _given(role=roles, policy=policies))
    if line.unit is not None:
        unit = reference("Organization", line.unit, line.unit_name)
        found.append({"type": _UNIT, "who": unit, "requestor": False})
    server = {"type": _SERVER, "who": event.server, "requestor": line.staff is None}
    return [*found, server]


def policy_of(basis: BasisLine) -> str:
    """Return the name of what justified it, as a URI."""
    return f"urn:caseflow:{basis.kind}:{basis.id}"


def told(event: Event) -> list[tuple[str, str]]:
    """Return, by name, whatever else the entry says: never content."""
    line = event.line
    return [
        ("index", str(line.position)),
        *(("field", name) for name in line.fields),
        *((f"use of {each.kind} {each.id}", str(each.use)) for each in line.bases),
        *((f"end of {each.kind} {each.id}", str(each.use)) for each in line.ended),
        *sorted(line.details.items()),
    ]


def request_identifier(event: Event) -> Resource:
    """Return the id of the request."""
    return {"identifier": identifier(event.line.request_id, "urn:caseflow:request")}


def _given(**lists: Sequence[object]) -> Resource:
    return {name: values for name, values in lists.items() if values}
