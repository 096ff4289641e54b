"""Keep an answer with the change that it tells of, and give it again to the same request.

The row is written in the transaction of the change itself: of two that are sent at once under one
key, one changes something and the other finds its answer.
"""

import hmac
import json
from dataclasses import asdict, dataclass
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from caseflow.crypto.derivation import derive
from caseflow.crypto.kept_answers import AnswerPlace, open_answer, seal_answer
from caseflow.database.tables.kept_answers import KeptAnswer
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import ring
from caseflow.vault.begin_again import begin_again
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.errors import BrokenKey, MissingKey

KEPT_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked, as a digest in hexadecimal, and what was answered."""

    asked: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: str


def keep_answer(work: Work, actor: Actor, key: str, answered: Answered) -> bool:
    """Keep an answer under the program's key; False where another request has used it meanwhile.

    Then all that this unit of work did is rolled back.
    """
    keys = ring(work).unit_at_hand(actor.unit)
    if keys is None:
        raise MissingKey("the unit's key is not at hand to keep an answer")
    now, place = work.clock.now(), _place(work, actor, key)
    work.session.execute(delete(KeptAnswer).where(KeptAnswer.made_at < now - KEPT_FOR))
    row = KeptAnswer(
        staff_id=actor.staff,
        key_digest=place.key_digest,
        unit_id=actor.unit,
        unit_key_id=keys.key_id,
        made_at=now,
        sealed=seal_answer(keys.newest.answers, place, json.dumps(asdict(answered))),
    )
    work.session.add(row)
    try:
        work.session.flush()
    except IntegrityError:
        begin_again(work)
        return False
    return True


def kept_answer(work: Work, actor: Actor, key: str) -> Answered | None:
    """Return what this program was answered under its key within a day, if anything.

    A damaged row counts as none and becomes an alarm.
    """
    keys, place = ring(work).unit_at_hand(actor.unit), _place(work, actor, key)
    row = work.session.get(KeptAnswer, (actor.staff, place.key_digest), populate_existing=True)
    if row is None or keys is None or row.made_at < work.clock.now() - KEPT_FOR:
        return None
    try:
        told = json.loads(open_answer(keys.of(row.unit_key_id).answers, place, row.sealed))
    except BrokenKey:
        work.alarms.append(Alarm.of_key(KeptAnswer.__tablename__, actor.staff))
        work.session.delete(row)
        return None
    headers = tuple((name, value) for name, value in told.pop("headers"))
    return Answered(**told, headers=headers)


def asked_digest(work: Work, *parts: str) -> str:
    """Return the digest of a request, to be compared with that of the one answered before."""
    whole = json.dumps(parts).encode()
    return hmac.digest(derive(ring(work).server.cookie, "request"), whole, "sha256").hex()


def _place(work: Work, actor: Actor, key: str) -> AnswerPlace:
    secret = derive(ring(work).server.cookie, "idempotency keys")
    named = actor.unit.bytes + key.encode(errors="replace")
    digest = hmac.digest(secret, named, "sha256")
    return AnswerPlace(work.installation, actor.unit, actor.staff, digest)
