"""Tell the officer of whoever reads of a client where she lives herself, and nobody else.

She may live with whom the client fled from, or next door. She sees no difference: the alarm is
written behind her answer's own trace, once a day. Where no text holds a number nothing is asked.
"""

from collections.abc import Iterable
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.keys.own_addresses import own_address
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.once_a_day import tell_once_a_day
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.addresses import read_address, speaks_of
from caseflow.vocabulary.states import ReadingMark


def raise_address(work: Work, actor: Actor, client: UUID, texts: Iterable[str]) -> None:
    """Look into these texts for her own address; what is found is told, and all of it committed."""
    numbered = [text for text in texts if any(sign.isdigit() for sign in text)]
    if not numbered:
        return
    kept = own_address(work, actor.staff)
    if work.alarms:
        raise_alarms(work, actor, ())
    own = None if kept is None else read_address(*kept.split("\n", 1))
    if own is not None and any(speaks_of(text, own) for text in numbered):
        tell_once_a_day(work, actor, client, ReadingMark.ADDRESS, Act.ALARM_ADDRESS)
    # The page is made afterwards: no transaction shall be open meanwhile.
    work.finish()
