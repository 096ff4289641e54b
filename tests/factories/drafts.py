"""Type into a form, and look what is kept of it."""

from caseflow.drafts import Draft, Window, draft_at, keep_draft
from caseflow.drafts.windows import ANY
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done, Invalid
from tests.factories.house import House

TYPED = {"title": ["Anruf"], "text": ["Sie hat heute angerufen."], "rights": ["a", "b"]}


def keep(
    house: House,
    actor: Actor,
    place: str,
    typed: dict[str, list[str]] | None = None,
    window: Window = ANY,
) -> Done[object] | Invalid:
    work = house.work(actor)
    answer = keep_draft(work, actor, place, TYPED if typed is None else typed, window)
    work.finish()
    return answer


def kept(house: House, actor: Actor, place: str) -> Draft | None:
    work = house.work(actor)
    found = draft_at(work, actor, place)
    work.finish()
    return found
