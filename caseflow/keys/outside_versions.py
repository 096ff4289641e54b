"""Know the versions of root and trustee secret, and refuse one that does not count any more.

What is looked at before the server keys are open cannot be checked by its seal: it only refuses.
"""

from collections.abc import Sequence

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from caseflow.database.tables.installation import OutsideKey
from caseflow.vocabulary.clock import instant_text
from caseflow.vocabulary.errors import BadConfiguration

ROOT, TRUSTEE = "root", "trustee"
SETTINGS = {ROOT: "ROOT_KEY", TRUSTEE: "TRUSTEE_KEY"}


def versions_of(session: Session, what: str) -> Sequence[OutsideKey]:
    """Return the versions of the root or the trustee secret, the oldest first; none before one."""
    query = select(OutsideKey).where(OutsideKey.what == what)
    return session.scalars(query.order_by(OutsideKey.version)).all()


def check_version(session: Session, what: str, given: bytes) -> None:
    """Raise BadConfiguration where the key given as the present one is a former one.

    Versions never go back: whoever put an old key into its old place would turn the rotation round.
    """
    if not inspect(session.connection()).has_table(OutsideKey.__tablename__):
        return
    versions = versions_of(session, what)
    older = [row for row in versions[:-1] if row.key_id == given]
    if older:
        raise BadConfiguration(
            "The key in CASEFLOW_{name} is version {version}; since {since} version {present} "
            "counts ({key_id}). Give that one, and this as CASEFLOW_{name}_FORMER at most.",
            name=SETTINGS[what],
            version=older[0].version,
            since=instant_text(versions[-1].since),
            present=versions[-1].version,
            key_id=versions[-1].key_id.hex(),
        )
