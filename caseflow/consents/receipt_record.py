"""Say a consent in the fields of ISO/IEC TS 27560:2023, which programs of others can read.

What the specification wants and this provider has told nobody (addresses, contacts, places of
storage) is left out rather than made up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from typing import Any
from uuid import UUID

from caseflow.consents.receipt_provider import PROVIDER, provider_party, storage
from caseflow.consents.views import ConsentView
from caseflow.vocabulary.clock import instant_text
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.matrices import Matrix
from caseflow.vocabulary.partners import Partner
from caseflow.vocabulary.units import Unit

SCHEMA = "urn:caseflow:consent-receipt:1"
JURISDICTION = "EU"  # of the GDPR, which all of this follows
_RETENTION = "consent_and_log"
_RIGHTS = ("withdrawal", "access", "rectification", "erasure", "restriction", "portability")


@dataclass(frozen=True, slots=True)
class Around:
    """What a receipt names beside the consent itself."""

    receipt: UUID  # the entry of the log that tells of its issue
    client: UUID
    issued_at: datetime
    configuration: Configuration
    units: Mapping[UUID, Unit]
    partners: Mapping[UUID, Partner] = field(default_factory=dict)


def receipt_record(view: ConsentView, around: Around) -> Mapping[str, Any]:
    """Return the receipt of a consent, as far as a unit may see it."""
    return {
        "schema_version": SCHEMA,
        "receipt_id": str(around.receipt),
        "issued_at": instant_text(around.issued_at),
        "record_id": str(view.id),
        "record_version": view.version,
        "pii_principal_id": str(around.client),
        "pii_processing": _processing(view, around),
        "party_identification": _parties(view, around),
        "events": _events(view, around),
    }


def _processing(view: ConsentView, around: Around) -> Mapping[str, Any]:
    return {
        "privacy_notice": _notice(view),
        "language": view.language,
        "lawful_basis": ["GDPR Art. 6(1)(a)", *_special_basis(view, around.configuration)],
        "purposes": [each for part in view.parts for each in _purposes(part, around)],
        "jurisdiction": JURISDICTION,
        "retention_period": _retention(around.configuration),
        **storage(around.configuration),
        "withdrawal_method": "spoken_at_any_unit",
        "privacy_rights": list(_RIGHTS),
    }


def _notice(view: ConsentView) -> Mapping[str, Any]:
    """Return which text she was shown, and the hash of its every word."""
    return {
        "template": view.template,
        "version": view.template_version,
        "sha256": view.text_hash.hex(),
    }


def _special_basis(view: ConsentView, configuration: Configuration) -> list[str]:
    named = frozenset[str]().union(*(part.categories for part in view.parts))
    known = configuration.categories
    special = any(known[word].special for word in named if word in known)
    return ["GDPR Art. 9(2)(a)"] if special else []


def _purposes(part: Matrix, around: Around) -> Iterable[Mapping[str, Any]]:
    """Yield each purpose of a part with what may be told for it, from whom to whom."""
    known = around.configuration.purposes
    for purpose in sorted(part.purposes):
        yield {
            "purpose": purpose,
            "purpose_description": dict(known[purpose].labels) if purpose in known else {},
            "pii_information": [_pii(word, around) for word in sorted(part.categories)],
            "pii_controllers": [PROVIDER],
            "disclosing_parties": _slugs(part.from_units, around),
            "recipient_parties": _slugs(part.to_units, around),
            "recipient_third_parties": [] if part.partner is None else [str(part.partner)],
            "processing_method": sorted(part.actions),
            "refused": [
                {"recipient_party": slug, "pii_type": word}
                for slug, word in sorted(
                    (_slug(no.to_unit, around), no.category) for no in part.exclusions
                )
            ],
        }


def _pii(word: str, around: Around) -> Mapping[str, Any]:
    found = around.configuration.categories.get(word)
    if found is None:
        return {"pii_type": word}
    return {
        "pii_type": word,
        "pii_description": dict(found.labels),
        "special_pii_category": found.special,
    }


def _retention(configuration: Configuration) -> Mapping[str, Any]:
    rule = configuration.retention.get(_RETENTION)
    if rule is None:
        return {}
    return {"duration": f"P{rule.months}M", "after": rule.reference, "ground": rule.ground}


def _parties(view: ConsentView, around: Around) -> list[Mapping[str, str]]:
    """Return the provider, the units that stand in the receipt by their slugs, and the partner."""
    named = reduce(frozenset[UUID].union, (p.from_units | p.to_units for p in view.parts))
    units = [around.units[unit] for unit in {*named, view.unit} if unit in around.units]
    outside = {part.partner for part in view.parts if part.partner is not None}
    return [
        provider_party(around.configuration),
        *(_party(unit) for unit in sorted(units, key=lambda unit: unit.slug)),
        *(_third_party(partner, around) for partner in sorted(outside)),
    ]


def _party(unit: Unit) -> Mapping[str, str]:
    return {
        "party_id": unit.slug,
        "party_name": unit.name,
        "party_role": "unit of the PII controller",
        "party_type": unit.kind.value,
    }


def _third_party(partner: UUID, around: Around) -> Mapping[str, str]:
    """Return an organisation outside; one that nobody can name any more by its id."""
    found = around.partners.get(partner)
    return {
        "party_id": str(partner),
        "party_name": str(partner) if found is None else found.name,
        "party_role": "third party",
        "party_type": "organisation" if found is None else found.kind,
    }


def _events(view: ConsentView, around: Around) -> list[Mapping[str, Any]]:
    """Return how it was given, what of it was taken back, and its end."""
    given = {
        "event_time": instant_text(view.recorded_at),
        "event_type": "explicit",
        "event_state": "consent given",
        "entity_id": str(around.client),
        "recorded_by_party": _slug(view.unit, around),
        "declared_by": view.declared_by,
        "declaration_form": view.form,
        "valid_from": instant_text(view.valid_from),
        "validity_duration": instant_text(view.valid_until),
    }
    parts = [
        {
            **_ended(part.at, "consent partly withdrawn", around),
            "recipient_party": _slug(part.to_unit, around),
            "pii_type": part.category,
        }
        for part in sorted(view.withdrawn_parts, key=lambda part: (part.at, part.category))
    ]
    if view.withdrawn_at is None:
        return [given, *parts]
    return [given, *parts, _ended(view.withdrawn_at, "consent withdrawn", around)]


def _ended(at: datetime, state: str, around: Around) -> dict[str, Any]:
    return {
        "event_time": instant_text(at),
        "event_type": "explicit",
        "event_state": state,
        "entity_id": str(around.client),
    }


def _slugs(units: Iterable[UUID], around: Around) -> list[str]:
    return sorted(_slug(unit, around) for unit in units)


def _slug(unit: UUID, around: Around) -> str:
    return around.units[unit].slug if unit in around.units else str(unit)
