"""Passkeys (WebAuthn, level 3): what the browser is asked, and whether its answer holds.

They say who sits there and carry no key: the password still opens the key. The browser is told no
list of passkeys, so that the question is the same for every account, known or not.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import (
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.structs import (
    AuthenticationCredential,
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from caseflow.database import sealed_rows
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.second_factors import Passkey
from caseflow.database.unit_of_work import Work
from caseflow.identity.challenges import new_challenge, take_challenge
from caseflow.vocabulary.errors import Stale

_FOUND_WITHOUT_A_LIST = AuthenticatorSelectionCriteria(
    resident_key=ResidentKeyRequirement.REQUIRED,
    user_verification=UserVerificationRequirement.PREFERRED,
)


@dataclass(frozen=True, slots=True)
class Site:
    """Where the pages are, as the browser knows it."""

    host: str  # without a port
    origin: str  # scheme, host and port


def options_to_add(work: Work, staff: Staff, subject: UUID, site: Site) -> str:
    """Return, as JSON, what the browser is asked to make a passkey."""
    known = [PublicKeyCredentialDescriptor(id=row.credential_id) for row in _rows(work, staff.id)]
    options = generate_registration_options(
        rp_id=site.host,
        rp_name=work.configuration.provider,
        user_id=staff.id.bytes,
        user_name=staff.email,
        user_display_name=staff.name,
        challenge=new_challenge(work, subject),
        authenticator_selection=_FOUND_WITHOUT_A_LIST,
        exclude_credentials=known,
    )
    return options_to_json(options)


def options_to_show(work: Work, subject: UUID, site: Site) -> str:
    """Return, as JSON, what the browser is asked to show a passkey; the same for everybody."""
    options = generate_authentication_options(
        rp_id=site.host,
        challenge=new_challenge(work, subject),
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return options_to_json(options)


def made_passkey(work: Work, subject: UUID, site: Site, answer: str) -> VerifiedRegistration | None:
    """Return what the browser has made, if it answers a challenge of ours."""
    try:
        credential = parse_registration_credential_json(answer)
        challenge = parse_client_data_json(credential.response.client_data_json).challenge
        if not take_challenge(work, subject, challenge):
            return None
        return verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
        )
    except Exception:  # noqa: BLE001 - whatever a browser may send, it is no passkey then
        return None


def passkey_known(work: Work, credential: bytes) -> bool:
    """Say whether this passkey stands here already, hers or another's."""
    query = select(Passkey.id).where(Passkey.credential_id == credential)
    return work.session.scalar(query) is not None


def spend_passkey(work: Work, staff: UUID, subject: UUID, site: Site, answer: str) -> bool:
    """Say whether the browser has shown a passkey of hers; of two at once one is.

    A counter that has not gone on tells of a copy: such a passkey is none.
    """
    try:
        credential = parse_authentication_credential_json(answer)
        challenge = parse_client_data_json(credential.response.client_data_json).challenge
    except Exception:  # noqa: BLE001 - whatever a browser may send, it is no passkey then
        return False
    fresh = take_challenge(work, subject, challenge)
    rows = [row for row in _rows(work, staff) if row.credential_id == credential.raw_id]
    if not fresh or not rows:
        return False
    shown = _verified(rows[0], credential, challenge, site)
    return shown is not None and _count(work, rows[0], shown.new_sign_count)


def _verified(
    row: Passkey, credential: AuthenticationCredential, challenge: bytes, site: Site
) -> VerifiedAuthentication | None:
    try:
        return verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=row.site,
            expected_origin=site.origin,
            credential_public_key=row.public,
            credential_current_sign_count=row.sign_count,
        )
    except Exception:  # noqa: BLE001 - it reads bytes of the browser's, and may trip over any
        return None


def _count(work: Work, row: Passkey, signed: int) -> bool:
    try:
        sealed_rows.change(work, row, sign_count=signed)
    except Stale:
        return False
    return True


def _rows(work: Work, staff: UUID) -> list[Passkey]:
    query = select(Passkey).where(Passkey.staff_id == staff).order_by(Passkey.added_at, Passkey.id)
    return sealed_rows.intact(work, work.session.scalars(query))
