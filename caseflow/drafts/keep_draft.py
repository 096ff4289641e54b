"""Keep what somebody has typed into a form so far, in place of what was kept of it before."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from caseflow.database.tables.drafts import Draft
from caseflow.database.unit_of_work import Work
from caseflow.drafts.places import client_of, is_place, tag_of
from caseflow.drafts.rows import drop_old, find_rows
from caseflow.drafts.traces import trace
from caseflow.drafts.windows import ANY, MOST, Window, id_in, written_in
from caseflow.keys.drafts import DraftPlace, seal_draft
from caseflow.vault.begin_again import begin_again
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem
from caseflow.vocabulary.errors import Stale

FIELD = "draft"  # what a problem of it is said of
_TRIES = 3
# A password, a code of a card or a factor, a token: whatever leads to something is never kept.
_SECRET = re.compile(
    r"password|passkey|secret|token|(?:^|(?<!postal)[-_])(?:code|card|acting|shown|speak)$"
)


def keep_draft(
    work: Work,
    actor: Actor,
    place: str,
    typed: Mapping[str, Sequence[str]],
    window: Window = ANY,
) -> Done[datetime] | Invalid:
    """Keep it, sealed for her in this unit, and return since when; or say why it cannot be kept.

    `place` is the path of the form's page. Nobody is asked whether its client is there. What stands
    in another window of the same form is kept beside it.
    """
    if not is_place(place):
        return Invalid((Problem(FIELD, "no_form"),))
    kept = {name: list(said) for name, said in typed.items() if not is_secret(name)}
    text = json.dumps(kept, ensure_ascii=False)  # else a letter of Arabic would count six times
    rule = work.configuration.drafts
    if len(text.encode()) > rule.size:
        return Invalid((Problem(FIELD, "draft_too_large", {"most": f"{rule.size // 1000}"}),))
    for _ in range(_TRIES):
        try:
            return _keep(work, actor, place, text, window)
        except (IntegrityError, StaleDataError):  # she types into it in another window too
            begin_again(work)
    raise Stale("a draft was kept elsewhere at the same instant, each time")


def is_secret(name: str) -> bool:
    """Say whether a field is one that no draft may keep."""
    return _SECRET.search(name.lower()) is not None


def _keep(
    work: Work, actor: Actor, place: str, text: str, window: Window
) -> Done[datetime] | Invalid:
    drop_old(work)
    rows = find_rows(work, actor, place)
    before = written_in(work, actor, place, window, rows)
    tag = _free(work, actor, place, rows) if before is None else before.place
    if before is None and (tag is None or _count(work, actor) >= work.configuration.drafts.most):
        most = MOST if tag is None else work.configuration.drafts.most
        return Invalid((Problem(FIELD, "too_many_drafts", {"most": str(most)}),))
    now, client = work.clock.now(), client_of(work, place)
    row = seal_draft(work, DraftPlace(actor.staff, actor.unit, client, tag or b"", now), text)
    if window.id:
        row.id = id_in(work, actor, place, window)
    if before is None:
        work.session.add(row)
        work.session.flush()  # whoever stages a trace would not tell a lost race from a failure
        trace(work, actor, Act.DRAFT_KEEP, row.id, client)
    else:
        before.id = row.id if window.id else before.id
        before.client_id, before.unit_key_id = client, row.unit_key_id
        before.kept_at, before.sealed = now, row.sealed
    work.session.flush()
    return Done(now)


def _free(work: Work, actor: Actor, place: str, rows: Sequence[Draft]) -> bytes | None:
    """Return where a further window's words may lie beside the others; None where none may."""
    taken = {row.place for row in rows}
    tags = (tag_of(work, actor, place, number) for number in range(MOST))
    return next((tag for tag in tags if tag not in taken), None)


def _count(work: Work, actor: Actor) -> int:
    hers = select(func.count()).select_from(Draft).where(Draft.staff_id == actor.staff)
    return work.session.scalars(hers).one()
