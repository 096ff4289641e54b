"""A client whom two units know, with a story worth looking at; made through the rooms."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.records import (
    Approved,
    Created,
    Draft,
    Told,
    create_client,
    save_intake,
    set_goal,
    write_entry,
    write_progress,
    write_summary,
)
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from tests.factories.clients import Known, case_at, consented
from tests.factories.house import House

SHARED = ("identity", "contact", "family", "violence", "health", "goals", "residence_status")
FIRST_TOLD = {
    "client_name": "Öztürk, Aylin",
    "form_of_address": "Frau Öztürk",
    "mother_tongue": "Türkisch, Deutsch",
    "interpreter_need": {"yes_no": "yes", "text": "Türkisch, nur eine Frau"},
    "birth_date": "4.3.1990",
    "safe_phone": "01520 0000000",
    "safe_contact_rules": ["no_voicemail"],
    "danger_now": "yes",
    "own_fear": "8",
    "children": "Deniz; 1.2.2018; ihr\nEla; 12.9.2021; ihr",
    "residence_title": {"choice": "residence_permit", "until": "31.12.2026"},
}


@dataclass(frozen=True)
class Storied:
    """A client of counselling whom the shelter knows by her consent."""

    id: UUID
    code: str
    entry: UUID
    goal: UUID


def storied(house: House) -> Storied:
    """Make the client, her story in counselling, and what the shelter may see of it."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    created = _created(house, berta)
    entry = _written(house, berta, created.id)
    goal = _goal(house, berta, created.id)
    known = Known(created.id, created.code)
    consented(house, berta, known, [frieda.unit], SHARED)
    case_at(house, frieda, known)
    return Storied(created.id, created.code, entry, goal)


def _created(house: House, actor: Actor) -> Created:
    work = house.work(actor)
    answer = create_client(work, actor, FIRST_TOLD)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def _written(house: House, actor: Actor, client: UUID) -> UUID:
    work = house.work(actor)
    drafts = (
        Draft("violence", "14.11.2025", "event", {"title": "Vorfall am Abend", "text": _EVENING}),
        Draft("family", "3.2.2026", "contact", {"title": "Gespräch über die Kinder", "text": ""}),
        Draft("health", "20.2.2026", "note", {"title": "", "text": "Termin beim Arzt am Montag."}),
    )
    ids = []
    for draft in drafts:
        answer = write_entry(work, actor, client, draft)
        assert isinstance(answer, Done), answer
        ids.append(answer.value.id)
        work.finish()
    paragraph = Approved("violence", "Ich bin gegangen, weil ich Angst um die Kinder hatte.")
    assert isinstance(write_summary(work, actor, client, paragraph), Done)
    work.finish()
    return ids[0]


def _goal(house: House, actor: Actor, client: UUID) -> UUID:
    work = house.work(actor)
    goal = set_goal(work, actor, client, "Eine eigene Wohnung in Unna", "2.3.2026")
    assert isinstance(goal, Done), goal
    work.finish()
    assert isinstance(write_progress(work, actor, goal.value.id, "Antrag gestellt"), Done)
    work.finish()
    return goal.value.id


def told_elsewhere(house: House, client: UUID) -> None:
    """Let the shelter be told something else than counselling was."""
    actor = house.actor("frieda", "frauenhaus")
    work = house.work(actor)
    answer = save_intake(work, actor, client, {"danger_now": Told("answered", "no")})
    assert isinstance(answer, Done), answer
    work.finish()


_EVENING = """Sie berichtet, dass er sie am Arm gepackt und eingesperrt hat.
Die Nachbarin hat die Polizei gerufen; er wurde für zehn Tage aus der Wohnung gewiesen."""
