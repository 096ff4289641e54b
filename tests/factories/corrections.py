"""What a client says against a piece of her record."""

from uuid import UUID

from caseflow.records import NotSo, Saved, record_correction, settle_correction
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from tests.factories.house import House

NOT_SO = "So war es nicht, es war der Bruder."
STAYS = "So steht es im Bericht der Polizei."


def said(house: House, actor: Actor, client: UUID, piece: UUID, text: str = NOT_SO) -> Saved:
    """Write it down beside the piece."""
    work = house.work(actor)
    answer = record_correction(work, actor, client, NotSo(piece, text))
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def settled_so(house: House, actor: Actor, word: Saved, outcome: str, reply: str = STAYS) -> Saved:
    """Settle it in the unit of the piece."""
    work = house.work(actor)
    typed = {"outcome": outcome, "reply": reply}
    answer = settle_correction(work, actor, word.id, word.version, typed)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value
