"""Find the root or trustee secret that counts, and the one that something lies under.

While a rotation runs, a process holds two of each. Which one counts stands in the database, so that
all processes change in the same transaction: the root is the one that the server keys lie under,
the trustee secret the newest of `outside_keys`. A process that was not given it does nothing in its
place, neither write nor raise an alarm.
"""

from sqlalchemy import select

from caseflow.crypto.ciphers import Cipher
from caseflow.database import sealed_rows
from caseflow.database.tables.installation import OutsideKey, ServerKey, TrusteeEnvelope
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.keys.outside_versions import ROOT, TRUSTEE, versions_of
from caseflow.vocabulary.errors import BrokenKey, KeyNotGiven, MissingKey

_PRESENT_ROOT = (
    select(ServerKey.root_key_id)
    .where(ServerKey.name == "row_seal")
    .order_by(ServerKey.version.desc())
    .limit(1)
)


def present_root(work: Work) -> Cipher:
    """Return the root that secrets are wrapped under now."""
    return root_of(work, work.session.scalars(_PRESENT_ROOT).one())


def root_of(work: Work, key_id: bytes) -> Cipher:
    """Return the root of this id.

    Raises BrokenKey when there was never one, KeyNotGiven when only this process has it not.
    """
    server = ring(work).server
    return _given(work, ROOT, (server.root, server.former_root), key_id)


def present_secret(work: Work) -> Cipher | None:
    """Return the trustee secret that envelopes are wrapped under now; None where there is none."""
    if ring(work).server.trustee is None:
        return None
    versions = versions_of(work.session, TRUSTEE)
    if not versions or len(sealed_rows.intact(work, versions)) < len(versions):
        return _named_secret(work)
    return secret_of(work, versions[-1].key_id)


def secret_of(work: Work, key_id: bytes | None) -> Cipher:
    """Return the trustee secret of this id; where none is named, the first one.

    The first rotation names it everywhere. Raises BrokenKey when there was never one, KeyNotGiven
    when only this process has it not.
    """
    if key_id is None:
        return _before(work)
    server = ring(work).server
    return _given(work, TRUSTEE, (server.trustee, server.former_trustee), key_id)


def sound_versions(work: Work, what: str) -> list[OutsideKey]:
    """Return the versions of the root or the trustee secret, as they were written."""
    return sealed_rows.intact(work, versions_of(work.session, what))


def _named_secret(work: Work) -> Cipher:
    """Return the secret that envelopes name: it counts where no version is known for certain."""
    query = select(TrusteeEnvelope).where(TrusteeEnvelope.secret_key_id.is_not(None)).limit(1)
    named = sealed_rows.intact(work, work.session.scalars(query))
    return secret_of(work, named[0].secret_key_id) if named else _before(work)


def _before(work: Work) -> Cipher:
    """Return the secret of envelopes that name none, where none was ever changed.

    A secret given as the former one is the one that counts until the rotation begins.
    """
    server = ring(work).server
    first = server.former_trustee or server.trustee
    if first is None:
        raise MissingKey("There is no trustee secret.")
    return first


def _given(work: Work, what: str, given: tuple[Cipher | None, ...], key_id: bytes) -> Cipher:
    for cipher in given:
        if cipher is not None and cipher.key_id == key_id:
            return cipher
    if any(row.key_id == key_id for row in sound_versions(work, what)):
        raise KeyNotGiven(f"This process was not given the {what} that counts now.")
    raise BrokenKey(f"Something names a {what} that was never one.")
