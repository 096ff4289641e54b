"""Keep which identity at the OpenID provider is whose, so that the database does not tell it."""

import hmac
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from caseflow.crypto.derivation import derive
from caseflow.crypto.encoding import parts
from caseflow.database import sealed_rows
from caseflow.database.tables.other_log_ins import OpenIdLink
from caseflow.database.unit_of_work import Work
from caseflow.identity.openid_provider import Identity
from caseflow.identity.whole_text import whole_text
from caseflow.keys.keyring import ring


def add_link(work: Work, staff: UUID, identity: Identity) -> OpenIdLink | None:
    """Keep that this identity is hers; None when it is somebody's already."""
    row = OpenIdLink(staff_id=staff, identity=_tag(work, identity), linked_at=work.clock.now())
    try:
        with work.session.begin_nested():
            work.session.add(row)
    except IntegrityError:  # also at the same instant, in another request
        return None
    return row


def links_of(work: Work, staff: UUID) -> list[OpenIdLink]:
    """Return her identities whose row is as it was sealed."""
    query = select(OpenIdLink).where(OpenIdLink.staff_id == staff)
    return sealed_rows.intact(work, work.session.scalars(query))


def has_link(work: Work, staff: UUID) -> bool:
    """Say whether she has one, be its row changed: such a factor closes, and does not open."""
    rows = work.session.scalars(select(OpenIdLink).where(OpenIdLink.staff_id == staff)).all()
    sealed_rows.intact(work, rows)
    return bool(rows)


def is_hers(work: Work, staff: UUID, identity: Identity) -> bool:
    """Say whether this identity is hers."""
    tag = _tag(work, identity)
    return any(hmac.compare_digest(row.identity, tag) for row in links_of(work, staff))


def _tag(work: Work, identity: Identity) -> bytes:
    key = derive(ring(work).server.cookie, "openid identities")
    told = parts(identity.issuer.encode(), whole_text(identity.subject).encode())
    return hmac.digest(key, told, "sha256")
