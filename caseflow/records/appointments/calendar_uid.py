"""Give an appointment the id that it has in calendars outside."""

import hmac
from uuid import UUID

from caseflow.crypto.derivation import derive
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring


def calendar_uid(work: Work, appointment: UUID) -> str:
    """Return the same id every time; only this server can say whose it is.

    Danger: a calendar lies on telephones and with strangers. An id of ours in it would lead whoever
    has an old copy of the database from an hour to a client.
    """
    secret = derive(ring(work).server.cookie, "calendar ids")
    told = hmac.digest(secret, appointment.bytes, "sha256")
    return str(UUID(bytes=told[:16], version=4))
