"""Hand out the receipt of a consent so that programs of others can read and check it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from caseflow.consents.client_of import client_of
from caseflow.consents.known_partners import known_partners
from caseflow.consents.receipt_record import Around, receipt_record
from caseflow.consents.show_receipt import issue_receipt
from caseflow.crypto.jws import public_jwk, sign_jws
from caseflow.database.unit_of_work import Work
from caseflow.identity.units import list_units
from caseflow.vault.log_signer import log_signer
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class SignedReceipt:
    """A receipt to read, the token that holds and signs it, and the key that checks the token."""

    record: Mapping[str, Any]
    token: str
    key: Mapping[str, str]


def sign_receipt(
    work: Work, actor: Actor, consent: UUID, reason: str = "", client: UUID | None = None
) -> Disclosed[SignedReceipt] | Refused:
    """Return the signed receipt: to the unit that recorded it all, to others their part.

    Of another client than is named, if one is, the consent is not there.
    """
    units = {unit.id: unit for unit in list_units(work)}
    partners = {partner.id: partner for partner in known_partners(work)}
    whose = client_of(work, actor.unit, consent) if client is None else client
    answer = issue_receipt(work, actor, whose, consent, reason)
    if isinstance(answer, Refused):
        return answer
    issued = answer.value
    around = Around(issued.entry, whose, work.clock.now(), work.configuration, units, partners)
    record, signer = receipt_record(issued.view, around), log_signer(work)
    return Disclosed(SignedReceipt(record, sign_jws(signer, record), public_jwk(signer.public)))
