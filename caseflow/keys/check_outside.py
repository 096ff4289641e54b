"""Refuse to work where a root or trustee secret is wrong, old, or still needed and missing."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from caseflow.crypto.ciphers import Cipher
from caseflow.database.tables.installation import Installation, TrusteeEnvelope
from caseflow.keys.outside_rows import count_under
from caseflow.keys.outside_versions import ROOT, SETTINGS, TRUSTEE, check_version, versions_of
from caseflow.keys.server_keys import ServerKeys
from caseflow.keys.trustee import unwrapped
from caseflow.vocabulary.errors import BadConfiguration, BrokenKey


def check_root(session: Session, server: ServerKeys) -> None:
    """Raise BadConfiguration where something lies under a former root that was not given."""
    _check_former(session, ROOT, (server.root, server.former_root))


def check_secret(session: Session, server: ServerKeys) -> None:
    """Raise BadConfiguration where the trustee secret is another installation's, or a former one.

    Where none was given nothing is refused: the trustee does not act then.
    """
    if server.trustee is None:
        return
    check_version(session, TRUSTEE, server.trustee.key_id)
    given = server.trustee, server.former_trustee
    _check_former(session, TRUSTEE, given)
    installation = session.scalar(select(Installation.id).limit(1))
    rows = session.scalars(select(TrusteeEnvelope)).all()
    if installation is None or not rows:
        return
    first = (server.former_trustee or server.trustee).key_id
    ciphers = {each.key_id: each for each in given if each is not None}
    if not any(_opens(installation, ciphers.get(row.secret_key_id or first), row) for row in rows):
        raise BadConfiguration(
            "This trustee secret opens nothing here: it belongs to another installation, or the "
            "one that counted before it is missing in CASEFLOW_TRUSTEE_KEY_FORMER."
        )


def _check_former(session: Session, what: str, given: tuple[Cipher | None, ...]) -> None:
    ids = {each.key_id for each in given if each is not None}
    for row in versions_of(session, what)[:-1]:
        left = 0 if row.key_id in ids else count_under(session, what, row.key_id)
        if left:
            raise BadConfiguration(
                "The rotation of the key in CASEFLOW_{name} is not finished: {left} keys lie under "
                "version {version} ({key_id}). Give that one as CASEFLOW_{name}_FORMER, and run: "
                "caseflow keys rotate {what}",
                name=SETTINGS[what],
                left=left,
                version=row.version,
                key_id=row.key_id.hex(),
                what=what,
            )


def _opens(installation: UUID, cipher: Cipher | None, row: TrusteeEnvelope) -> bool:
    if cipher is None:
        return False
    try:
        unwrapped(installation, cipher, row)
    except BrokenKey:
        return False
    return True
