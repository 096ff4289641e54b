"""Take up the rotation of the root or of the trustee secret, and note its end.

The first transaction makes the new key the one that counts: for the root it wraps the server keys
under it, for both it writes the version down. From then on new secrets lie under the new key, and
what lies under the former one is moved row by row. A rotation that was stopped is taken up again.
"""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from caseflow.crypto.ciphers import Cipher
from caseflow.database import sealed_rows
from caseflow.database.tables.installation import Installation, OutsideKey
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.keys.keyring import ring
from caseflow.keys.outside_keys import present_root, present_secret, sound_versions
from caseflow.keys.outside_rows import count_under
from caseflow.keys.outside_versions import ROOT
from caseflow.keys.server_keys import rewrap_server_keys
from caseflow.keys.trustee import name_first_secret
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenSeal, Stale


class NoRotation(StrEnum):
    """Why there is nothing to take up."""

    KEY_MISSING = "key_missing"  # this process was not given the key at all
    NOTHING_NEW = "nothing_new"  # the key that was given counts already, and nothing is left over
    FORMER_MISSING = "former_missing"  # something lies under the former key, which was not given
    UNFINISHED = "unfinished"  # something lies under the key before the former one


@dataclass(frozen=True, slots=True, repr=False)
class Rotation:
    """A rotation under way: from the first key to the second."""

    what: str
    version: int
    former: Cipher
    present: Cipher
    begun: bool  # in this transaction; else it was taken up again

    def event(self, work: Work) -> KeyEvent:
        """Return what the log keeps of it."""
        return KeyEvent(
            Act.KEY_ROTATE, self.what, work.installation, self.version, self.present.key_id
        )


def take_up(work: Work, what: str) -> Rotation | NoRotation:
    """Begin the rotation to the key that was given, or go on with it.

    Raises Stale when somebody else has begun it at the same instant, BrokenSeal when the versions
    are not as they were written.
    """
    given, former = given_keys(work, what)
    if given is None:
        return NoRotation.KEY_MISSING
    counts = present_root(work) if what == ROOT else present_secret(work)
    versions = sound_versions(work, what)
    if work.alarms:
        raise BrokenSeal(OutsideKey.__tablename__)
    if counts is None or counts.key_id == given.key_id:
        return _go_on(work, what, versions, (former, given))
    if versions[1:] and count_under(work.session, what, versions[-2].key_id):
        return NoRotation.UNFINISHED
    return _begin(work, what, versions, (counts, given))


def end(work: Work, what: str) -> None:
    """Note that nothing is left under the former key."""
    newest = sound_versions(work, what)[-1]
    if newest.finished_at is None:
        sealed_rows.change(work, newest, finished_at=work.clock.now())


def given_keys(work: Work, what: str) -> tuple[Cipher | None, Cipher | None]:
    """Return what this process was given as the present key, and as the former one."""
    server = ring(work).server
    if what == ROOT:
        return server.root, server.former_root
    return server.trustee, server.former_trustee


def _go_on(
    work: Work, what: str, versions: list[OutsideKey], keys: tuple[Cipher | None, Cipher]
) -> Rotation | NoRotation:
    former, present = keys
    if len(versions) < 2:  # noqa: PLR2004 - nothing came before
        return NoRotation.NOTHING_NEW
    before, newest = versions[-2:]
    if newest.finished_at is not None and not count_under(work.session, what, before.key_id):
        return NoRotation.NOTHING_NEW
    if former is None or former.key_id != before.key_id:
        return NoRotation.FORMER_MISSING
    return Rotation(what, newest.version, former, present, begun=False)


def _begin(
    work: Work, what: str, versions: list[OutsideKey], keys: tuple[Cipher, Cipher]
) -> Rotation:
    former, present = keys
    if what == ROOT:
        rewrap_server_keys(work.session, former, present)
    else:
        name_first_secret(work, former)
    if not versions:
        versions = [_first(work, what, former)]
    row = OutsideKey(
        what=what,
        version=versions[-1].version + 1,
        key_id=present.key_id,
        since=work.clock.now(),
    )
    work.session.add(row)
    try:
        work.session.flush()
    except IntegrityError as error:
        raise Stale(OutsideKey.__tablename__) from error
    return Rotation(what, row.version, former, present, begun=True)


def _first(work: Work, what: str, key: Cipher) -> OutsideKey:
    """Write down what has counted since the installation was born."""
    query = select(Installation.born_at).where(Installation.id == work.installation)
    born = work.session.scalars(query).one()
    row = OutsideKey(what=what, version=1, key_id=key.key_id, since=born, finished_at=born)
    work.session.add(row)
    return row
