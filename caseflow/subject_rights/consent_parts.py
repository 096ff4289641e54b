"""The parts of a FHIR Consent that both releases say alike, after the patterns of IHE PCF.

Whatever no part permits is denied: that is the rule of the house, and where parts stand side by
side it is said first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from caseflow.consents import ConsentView
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.fhir import Resource, coding, concept, instant, reference
from caseflow.vocabulary.matrices import Action, Matrix
from caseflow.vocabulary.states import ConsentState, Declarer

_OVER = frozenset({ConsentState.WITHDRAWN, ConsentState.EXPIRED})
_LEAST = timedelta(microseconds=1)  # the end of a FHIR period belongs to it
_TERMS = "http://terminology.hl7.org/CodeSystem"
_RECIPIENT = concept(coding(f"{_TERMS}/v3-ParticipationType", "IRCP", "information recipient"))
# Copying into one's own records is use; telling by word of mouth discloses as writing does.
_ACTIONS: Mapping[Action, str] = {
    Action.VIEW: "access",
    Action.COPY: "use",
    Action.TELL: "disclose",
    Action.DISCLOSE: "disclose",
}
KIND = concept(coding("http://loinc.org", "59284-0", "Consent Document"))


@dataclass(frozen=True, slots=True)
class Named:
    """Whose consents these are, and how units, partners, categories and purposes are called."""

    client: UUID
    units: Mapping[UUID, str]  # and the organisations outside
    configuration: Configuration

    @property
    def patient(self) -> Resource:
        """Return the reference to her, by her random id."""
        return reference("Patient", self.client)

    def organization(self, unit: UUID) -> Resource:
        """Return the reference to a unit, or to a partner outside."""
        return reference("Organization", unit, self.units.get(unit, ""))


def status(view: ConsentView) -> str:
    """Return whether it is in force, as FHIR says it."""
    return "inactive" if view.state in _OVER else "active"


def head(view: ConsentView) -> Resource:
    """Return what begins every resource."""
    return {
        "resourceType": "Consent",
        "id": str(view.id),
        "meta": {"versionId": str(view.version)},
        "status": status(view),
        "category": [KIND],
    }


def declarer(view: ConsentView, named: Named) -> Resource:
    """Return who declared it: herself, or a guardian by role; no name leaves the evidence."""
    if view.declared_by == Declarer.GUARDIAN:
        return {"type": "RelatedPerson", "display": "guardian"}
    return named.patient


def source(view: ConsentView) -> Resource:
    """Return the text that she was shown, named by its SHA-256.

    `Attachment.hash` is SHA-1 by definition and is left out.
    """
    return {
        "contentType": "application/json",
        "language": view.language,
        "url": f"urn:caseflow:sha-256:{view.text_hash.hex()}",
        "title": f"{view.template} {view.template_version}",
    }


def policy(view: ConsentView) -> str:
    """Return the name of the form that she was read."""
    return f"urn:caseflow:consent-text:{view.template}:{view.template_version}:{view.language}"


def period(view: ConsentView) -> Resource:
    """Return from when to when it holds; a withdrawal ends it earlier."""
    end = min(view.valid_until, view.withdrawn_at or view.valid_until)
    start = min(view.valid_from, end - _LEAST)
    return {"start": instant(start), "end": instant(end - _LEAST)}


def rule(part: Matrix, named: Named) -> Resource:
    """Return what a part permits: who may learn it, from whom, what, what for, doing what."""
    known = named.configuration
    return {
        "actor": [_actor(unit, named) for unit in sorted(part.recipients)],
        "action": [_action(action) for action in sorted(part.actions)],
        "purpose": [
            coding("purpose", word, _label(known.purposes, word)) for word in sorted(part.purposes)
        ],
        "code": [_category(word, named) for word in sorted(part.categories)],
        "data": [
            {"meaning": "authoredby", "reference": named.organization(unit)}
            for unit in sorted(part.from_units)
        ],
    }


def exceptions(view: ConsentView, part: Matrix, named: Named) -> Iterable[Resource]:
    """Yield what she refused, and what she took back and from when on."""
    for no in sorted(part.exclusions, key=lambda no: (no.category, no.to_unit)):
        yield {"actor": [_actor(no.to_unit, named)], "code": [_category(no.category, named)]}
    for gone in sorted(view.withdrawn_parts, key=lambda gone: (gone.at, gone.category)):
        if gone.to_unit in part.recipients and gone.category in part.categories:
            yield {
                "period": {"start": instant(gone.at)},
                "actor": [_actor(gone.to_unit, named)],
                "code": [_category(gone.category, named)],
            }


def _actor(unit: UUID, named: Named) -> Resource:
    return {"role": _RECIPIENT, "reference": named.organization(unit)}


def _action(action: Action) -> Resource:
    return concept(coding(f"{_TERMS}/consentaction", _ACTIONS[action]), coding("action", action))


def _category(word: str, named: Named) -> Resource:
    return concept(coding("category", word, _label(named.configuration.categories, word)))


def _label(known: Mapping[str, object], word: str) -> str:
    labels: Mapping[str, str] = getattr(known.get(word), "labels", {})
    return labels.get("en", "")
