"""Read what a FHIR Consent (R4, R5) permits, and nothing that it does not clearly say.

What this house cannot hold exactly is a problem, never left out: a restriction that is not
understood would widen what she agreed to.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from caseflow.consents.received.fhir_codes import listed, not_understood, table, uuid_of
from caseflow.consents.received.read_part import Proposal, Terms, read_part
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.fhir import Release
from caseflow.vocabulary.units import Unit

_IN_FORCE = frozenset({"active", "draft", "proposed"})
_PERMIT, _DENY = "permit", "deny"
_Part = tuple[str, Mapping[str, Any]]  # where it stands, and what it says


def read_consent(
    resource: Mapping[str, Any],
    client: UUID,
    units: Collection[Unit],
    configuration: Configuration,
    now: datetime,
) -> tuple[tuple[Proposal, ...], tuple[Problem, ...]]:
    """Return what the resource permits, part by part; or everything that stands against it."""
    problems = [*_head(resource, client), *_base(resource)]
    parts = _parts(resource)
    if not parts:
        problems.append(Problem("provision", "permits_nothing"))
    terms = Terms(units, configuration, now, _bounds(resource))
    found = [read_part(part, field, terms) for field, part in parts]
    problems += [each for _, wrong in found for each in wrong]
    return ((), tuple(problems)) if problems else (tuple(one for one, _ in found), ())


def release_of(resource: Mapping[str, Any]) -> Release:
    """Return the release it is written in: R5 says `decision` and `subject`, R4 does not."""
    later = "decision" in resource or "subject" in resource
    return Release.R5 if later else Release.R4


def _head(resource: Mapping[str, Any], client: UUID) -> Iterator[Problem]:
    if resource.get("resourceType") != "Consent":
        yield Problem("resourceType", "no_consent")
    if resource.get("status") not in list(_IN_FORCE):  # a list: it may be sent as anything
        yield Problem("status", "not_in_force")
    for key in ("modifierExtension", "implicitRules"):
        if key in resource:
            yield not_understood(key, key)
    patient = uuid_of(resource.get("patient", resource.get("subject")))
    if patient is not None and patient != client:
        yield Problem("patient", "another_client")


def _base(resource: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with a base that permits whatever no part denies."""
    if release_of(resource) is Release.R5 and resource.get("decision") != _DENY:
        yield Problem("decision", "permits_everything")


def _parts(resource: Mapping[str, Any]) -> tuple[_Part, ...]:
    """Return the parts that permit: R4's base may be the only one, R5's stand in a list."""
    base = resource.get("provision")
    if release_of(resource) is Release.R5:
        return _numbered(base, "provision", {})
    root = table(base)
    if root.get("type") == _PERMIT:
        return (("provision", root),)
    # In R4 every nested rule must say what it does; of one that does not nobody knows.
    return _numbered(root.get("provision"), "provision.provision", {"type": ""})


def _bounds(resource: Mapping[str, Any]) -> tuple[object, ...]:
    """Return the periods within which every part holds, whatever it says itself."""
    base = resource.get("provision")
    return resource.get("period"), table(base).get("period")


def _numbered(parts: object, field: str, unsaid: Mapping[str, Any]) -> tuple[_Part, ...]:
    return tuple(
        (f"{field}.{at}", {**unsaid, **table(part)}) for at, part in enumerate(listed(parts))
    )
