"""Settle what she said against a piece of the acting unit: it was changed, or her word stays."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.corrections import Correction
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved, attempt
from caseflow.records.find_client import client_of
from caseflow.records.own_unit import today
from caseflow.records.read_fields import read_fields
from caseflow.records.record_correction import CORRECTED
from caseflow.vault.contents import find_row, joined, rewrite
from caseflow.vault.overtake import overtake
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Problem, Refused
from caseflow.vocabulary.states import CorrectionOutcome

OUTCOMES = frozenset(CorrectionOutcome) - {CorrectionOutcome.OPEN}


def settle_correction(
    work: Work,
    actor: Actor,
    correction: UUID,
    version: int,
    typed: Mapping[str, str],
    of: UUID | None = None,
) -> Done[Saved] | Invalid | Conflict | Refused:
    """Write down how it ends; a piece that stays as it is needs a reply to her (Art. 12(4) GDPR).

    What was said against a piece of another unit is as closed as what was never said. Where her
    case is closed, it takes a reason.
    """

    def act(given: Permit) -> Done[Saved] | Invalid | Conflict | Refused:
        row = find_row(work, given, Correction, correction)
        if row is None:
            return Refused()
        if row.version != version:
            return Conflict(row.version)
        fields, problems = _check(work, row, typed)
        if problems:
            return Invalid(tuple(problems))
        row.settled_at = work.clock.now()
        written = rewrite(work, given, row, fields)
        trace(work, given, joined(written.deeds, _retold(work, given, row, fields)))
        return Done(Saved(row.id, row.version))

    client = client_of(work, actor.unit, Correction, correction, of)
    ask = Ask(Act.CORRECTION_SETTLE, client, reason=typed.get("reason", ""))
    return attempt(work, actor, ask, act)


def _check(
    work: Work, row: Correction, typed: Mapping[str, str]
) -> tuple[dict[str, str], list[Problem]]:
    outcome = typed.get("outcome", "")
    stays = outcome == CorrectionOutcome.STANDS
    reply = {"reply": typed.get("reply", "")}
    optional = frozenset() if stays else frozenset({"reply"})
    fields, problems = read_fields(reply, today(work), optional=optional)
    if outcome not in OUTCOMES:
        return fields, [*problems, Problem("outcome", "no_such_option", {"given": outcome})]
    if outcome == CorrectionOutcome.CHANGED and not _was_changed(work, row):
        problems.append(Problem("outcome", "not_changed_yet"))
    return {**fields, "outcome": outcome}, problems


def _retold(work: Work, given: Permit, row: Correction, fields: Mapping[str, str]) -> Deeds:
    """Mark which partners outside were told the piece as it was, where she was right about it.

    An answer that is told anew is no correction by itself: it was so then, and is otherwise now.
    """
    if fields["outcome"] != CorrectionOutcome.CHANGED:
        return Deeds()
    found = (find_row(work, given, table, row.piece_id) for table in CORRECTED)
    return joined(*(overtake(work, given, piece) for piece in found if piece is not None))


def _was_changed(work: Work, row: Correction) -> bool:
    """Say whether somebody has written the piece anew since she said so."""
    for table in CORRECTED:
        piece = (table.client_id == row.client_id, table.id == row.piece_id)
        version = work.session.scalar(select(table.version).where(*piece))
        if version is not None:
            return version > row.piece_version
    return False
