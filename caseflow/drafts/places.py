"""Say which form a draft belongs to, and whom it is about, without asking whether she is there.

Danger: a draft is kept alike for a client who is open, closed, walled off or was never there. Any
other answer would tell which; whether it is shown, the page of the form decides.
"""

import hmac
import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import literal, select, union_all

from caseflow.crypto.derivation import derive
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.received_consents import ReceivedConsent
from caseflow.database.tables.retention import Erasure
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.vocabulary.actors import Actor

_PATH = re.compile(r"/(?!/)[A-Za-z0-9._~/-]{0,199}")
# A page opens under large letters too.
_ID = re.compile(r"(?i:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_CLIENT = re.compile(r"/clients/(?i:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))(?:/|$)")
# What else a form's path may name, and whose it is.
_HERS: tuple[Any, ...] = (
    Handover,
    ReceivedConsent,
    EmergencyAccess,
    LawfulException,
    Erasure,
    Drawer,
)


def is_place(place: str) -> bool:
    """Say whether a page of ours can have this path."""
    return _PATH.fullmatch(place) is not None


def tag_of(work: Work, actor: Actor, place: str, number: int = 0) -> bytes:
    """Return what a draft is found by: a digest of person, unit and path under a server key.

    `number` tells drafts of one form apart that are typed in several windows.
    """
    secret = derive(ring(work).server.cookie, "draft places")
    # No path holds the sign between.
    numbered = f"{place}\0{number}" if number else place
    whole = actor.staff.bytes + actor.unit.bytes + numbered.encode()
    return hmac.digest(secret, whole, "sha256")


def client_of(work: Work, place: str) -> UUID | None:
    """Return the client whose erasure takes the draft with it; None where no path names her."""
    named = _CLIENT.match(place)
    if named is not None:
        return UUID(named[1])
    ids = [UUID(each) for each in _ID.findall(place)]
    return _whose(work, ids) if ids else None


def _whose(work: Work, ids: Sequence[UUID]) -> UUID | None:
    rows = (
        select(table.client_id, literal(number).label("of")).where(table.id.in_(ids))
        for number, table in enumerate(_HERS)
    )
    found = work.session.execute(union_all(*rows)).scalars()
    return next((each for each in found if each is not None), None)
