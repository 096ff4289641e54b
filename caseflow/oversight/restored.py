"""Show officers that this installation was restored, and let sharing go on when they say so.

They compare what ended after the backup (withdrawals, erasures, walls, memberships: on paper, in
the witness file, in their memory) with what stands here, and end again what is missing.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import select

from caseflow.audit.look import LogFilter, entries
from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact
from caseflow.database.tables.installation import Installation
from caseflow.database.unit_of_work import Work
from caseflow.oversight.trace_look import trace_look
from caseflow.vault.again import again
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vault.promise_again import promise_again
from caseflow.vault.refuse import refuse
from caseflow.vault.suspended import known_to_be_suspended
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused

_LOOK = {"restored": "yes"}


@dataclass(frozen=True, slots=True)
class RestoreView:
    """The last restore, as the log tells of it."""

    at: datetime
    suspended: bool  # still
    backup_size: int  # of the log, as the backup held it
    backup_root: str
    witness_size: int | None  # of the log, as the witness had seen it; none without a witness
    replayed: int  # ends that were done again by the witness file


def show_restored(work: Work, actor: Actor) -> Disclosed[RestoreView | None] | Refused:
    """Return the last restore, None where there was none; the look is traced."""
    return trace_look(work, actor, _LOOK, partial(_last, work))


def confirm_restored(work: Work, actor: Actor) -> Done[None] | Refused:
    """Let sharing go on from this instant, everywhere; keys that were held back are promised."""
    return again(work, partial(_attempt, work, actor))


def seen_suspended(work: Work) -> bool:
    """Say whether this request has come upon it that sharing is suspended, for its page."""
    return known_to_be_suspended(work) is True


def _attempt(work: Work, actor: Actor) -> Done[None] | Refused:
    given = permit_member(work, actor, Act.RESTORE_CONFIRM)
    if isinstance(given, Refused):
        return given
    row = _installation(work)
    if row is None or row.suspended_at is None:
        return refuse(work, given, Reason.TOO_LATE)
    since = row.suspended_at
    change(work, row, suspended_at=None)
    promise_again(work, since)
    told = {"suspended_since": since.isoformat()}
    trace(work, given, Deeds(rows=(digest_of(row),), details=told))
    return Done(None)


def _last(work: Work) -> RestoreView | None:
    row = _installation(work)
    found = entries(work, LogFilter(act=Act.INSTALLATION_RESTORE), limit=1)
    if not found:
        return None
    told = found[0].content.get("details", {})
    seen = told.get("witness_size")
    return RestoreView(
        at=found[0].at,
        suspended=row is None or row.suspended_at is not None,
        backup_size=int(told["backup_size"]),
        backup_root=told["backup_root"],
        witness_size=None if seen is None else int(seen),
        replayed=int(told.get("replayed", "0")),
    )


def _installation(work: Work) -> Installation | None:
    found = select(Installation).where(Installation.id == work.installation)
    return next(iter(intact(work, work.session.scalars(found))), None)
