"""Hand out the receipt of a consent as a signed file, for programs to read and check."""

import json
from functools import partial
from uuid import UUID

from flask import Response

from caseflow.consents import sign_receipt
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import for_reason, refused_sight

_FILE = 'attachment; filename="receipt.json"'  # says nothing of whom it is about


@policy(Permission.RECORD_CONSENT)
def show_signed_receipt(client: UUID, consent: UUID) -> Response:
    """Send the file of a consent that was recorded before."""
    return _send(client, consent, "")


@policy(Permission.RECORD_CONSENT)
def send_signed_receipt(client: UUID, consent: UUID) -> Response:
    """Send that of a closed case, for a reason."""
    return for_reason(partial(_send, client, consent))


def _send(client: UUID, consent: UUID, reason: str) -> Response:
    answer = sign_receipt(current.work(), current.actor(), consent, reason, client)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    signed = answer.value
    told = {"receipt": signed.record, "jws": signed.token, "key": signed.key}
    response = Response(json.dumps(told, ensure_ascii=False), content_type="application/json")
    response.headers["Content-Disposition"] = _FILE
    return response
