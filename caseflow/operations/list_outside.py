"""List root and trustee secret in their versions, the keys under them, and what is to be done."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from caseflow.database.tables.installation import Installation, ServerKey
from caseflow.database.unit_of_work import Work
from caseflow.keys.outside_keys import present_root, present_secret, sound_versions
from caseflow.keys.outside_rows import count_under
from caseflow.keys.recipients import newest_trustee_pair
from caseflow.keys.rotation import given_keys
from caseflow.operations.list_recovery import recovery_to_be_done
from caseflow.operations.rotate_outside import Outside
from caseflow.vocabulary.sentences import Sentence


@dataclass(frozen=True, slots=True)
class OutsideVersion:
    """A version of root or trustee secret."""

    what: Outside
    version: int
    key_id: bytes
    since: datetime
    rows: int  # that lie under it
    finished: bool = True  # everything had followed when it had become the one that counts


@dataclass(frozen=True, slots=True)
class InsideKey:
    """A key that lies in the database, under the root or the trustee secret."""

    name: str  # of a server key; trustee pair
    version: int
    key_id: bytes
    since: datetime


def list_outside(work: Work) -> list[OutsideVersion]:
    """Return the versions of root and trustee secret, the oldest first; each last one counts."""
    return [each for what in Outside for each in _versions(work, what)]


def list_inside(work: Work) -> list[InsideKey]:
    """Return the keys of the whole installation that lie in the database."""
    query = select(ServerKey).order_by(ServerKey.name, ServerKey.version)
    keys = [
        InsideKey(row.name, row.version, row.key_id, row.born_at)
        for row in work.session.scalars(query)
    ]
    pair = newest_trustee_pair(work)
    if pair is not None:
        keys.append(InsideKey("trustee pair", pair.version, pair.key_id, pair.born_at))
    return keys


def to_be_done(work: Work) -> Sentence | None:
    """Return what is to be done about keys from outside and recovery shares; None: nothing."""
    found = (_to_be_done(work, what) for what in Outside)
    due = next((sentence for sentence in found if sentence is not None), None)
    return recovery_to_be_done(work) if due is None else due


def _to_be_done(work: Work, what: Outside) -> Sentence | None:
    given, former = given_keys(work, what)
    versions = _versions(work, what)
    if given is None or not versions:
        return None
    about = {"what": what.value, "left": sum(each.rows for each in versions[:-1])}
    if versions[-1].key_id != given.key_id:
        return Sentence(
            "A new key is given as `{what}`, and the former one still counts. Run: caseflow keys "
            "rotate {what}",
            about,
        )
    if about["left"] or not versions[-1].finished:
        return Sentence(
            "The rotation of `{what}` is not finished: {left} keys lie under a former one. Run: "
            "caseflow keys rotate {what}",
            about,
        )
    if former is not None:
        return Sentence(
            "Nothing lies under the former key of `{what}` any more: take it out of the settings, "
            "and destroy it.",
            about,
        )
    return None


def _versions(work: Work, what: Outside) -> list[OutsideVersion]:
    rows = sound_versions(work, what)
    if not rows:
        return _only(work, what)
    return [
        OutsideVersion(
            what,
            row.version,
            row.key_id,
            row.since,
            count_under(work.session, what, row.key_id),
            finished=row.finished_at is not None,
        )
        for row in rows
    ]


def _only(work: Work, what: Outside) -> list[OutsideVersion]:
    """Return the one version that has counted since the birth; none where it is not at hand."""
    present = present_root(work) if what is Outside.ROOT else present_secret(work)
    since = work.session.scalar(select(Installation.born_at))
    if present is None or since is None:
        return []
    rows = count_under(work.session, what, present.key_id)
    return [OutsideVersion(what, 1, present.key_id, since, rows)]
