"""Hand out the receipt of a consent, signed (ISO/IEC TS 27560, JWS)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.schemas import Out, Reasoned
from caseflow.consents import SignedReceipt, knock_at_receipt, sign_receipt
from caseflow.http import current
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class PublicKey(Out):
    """An Ed25519 public key (RFC 8037); its id is its thumbprint (RFC 7638)."""

    kty = fields.String(required=True)
    crv = fields.String(required=True)
    x = fields.String(required=True)
    kid = fields.String(required=True)


class PiiInformation(Out):
    """A category that may be told."""

    pii_type = fields.String(required=True)
    pii_description = fields.Dict(keys=fields.String(), values=fields.String())
    special_pii_category = fields.Boolean()


class RefusedPart(Out):
    """A category that she refused to a party."""

    recipient_party = fields.String(required=True)
    pii_type = fields.String(required=True)


class ConsentPurpose(Out):
    """What may be told for one purpose, from whom to whom; parties are named by their id."""

    purpose = fields.String(required=True)
    purpose_description = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    pii_information = fields.List(fields.Nested(PiiInformation), required=True)
    pii_controllers = fields.List(fields.String(), required=True)
    disclosing_parties = fields.List(fields.String(), required=True)
    recipient_parties = fields.List(fields.String(), required=True)
    recipient_third_parties = fields.List(fields.String(), required=True)
    processing_method = fields.List(fields.String(), required=True)
    refused = fields.List(fields.Nested(RefusedPart), required=True)


class PrivacyNotice(Out):
    """The text that she was shown, by template, version and hash."""

    template = fields.String(required=True)
    version = fields.Integer(required=True)
    sha256 = fields.String(required=True)


class RetentionPeriod(Out):
    """How long the record of the consent is kept, after which event, on which ground."""

    duration = fields.String()
    after = fields.String()
    ground = fields.String()


class PiiProcessing(Out):
    """What she agreed to."""

    privacy_notice = fields.Nested(PrivacyNotice, required=True)
    language = fields.String(required=True)
    lawful_basis = fields.List(fields.String(), required=True)
    purposes = fields.List(fields.Nested(ConsentPurpose), required=True)
    jurisdiction = fields.String(required=True)
    retention_period = fields.Nested(RetentionPeriod, required=True)
    storage_locations = fields.List(fields.String())
    withdrawal_method = fields.String(required=True)
    privacy_rights = fields.List(fields.String(), required=True)


class Party(Out):
    """The provider, or one of its units."""

    party_id = fields.String(required=True)
    party_name = fields.String(required=True)
    party_role = fields.String(required=True)
    party_type = fields.String(required=True)
    party_address = fields.String()
    party_email = fields.String()
    party_phone = fields.String()
    party_contact = fields.String()


class ConsentEvent(Out):
    """It was given, or something of it was taken back."""

    event_time = fields.String(required=True)
    event_type = fields.String(required=True)
    event_state = fields.String(required=True)
    entity_id = fields.UUID(required=True)
    recorded_by_party = fields.String()
    declared_by = fields.String(metadata={"description": "client or guardian; never a name"})
    declaration_form = fields.String()
    valid_from = fields.String()
    validity_duration = fields.String(metadata={"description": "The instant at which it ends."})
    recipient_party = fields.String()
    pii_type = fields.String()


class ConsentReceipt(Out):
    """A consent in the fields of ISO/IEC TS 27560:2023."""

    schema_version = fields.String(required=True)
    receipt_id = fields.UUID(required=True)
    issued_at = fields.String(required=True)
    record_id = fields.UUID(required=True)
    record_version = fields.Integer(required=True)
    pii_principal_id = fields.UUID(required=True)
    pii_processing = fields.Nested(PiiProcessing, required=True)
    party_identification = fields.List(fields.Nested(Party), required=True)
    events = fields.List(fields.Nested(ConsentEvent), required=True)


class ShownReceipt(Out):
    """A receipt to read; `jws` holds the same, signed (RFC 7515), and is what counts."""

    receipt = fields.Nested(ConsentReceipt, required=True)
    jws = fields.String(required=True)
    key = fields.Nested(PublicKey, required=True)


def receipt(consent: UUID, sent: Sent) -> object:
    """Sign the receipt, as far as the acting unit may see the consent."""
    reason = sent.query.get("reason", "")
    return sign_receipt(current.work(), current.actor(), consent, reason)


def _shown(signed: SignedReceipt) -> Mapping[str, Any]:
    return {"receipt": signed.record, "jws": signed.token, "key": signed.key}


def _knock(consent: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_receipt(current.work(), current.actor(), consent, again=again)


CALL = Call(
    method="GET",
    address="/consents/<uuid:consent>/receipt",
    summary="Hand out the signed receipt of a consent.",
    permission=Permission.RECORD_CONSENT,
    asks=Reasoned,
    gives=ShownReceipt,
    act=receipt,
    show=_shown,
    knock=_knock,
)
