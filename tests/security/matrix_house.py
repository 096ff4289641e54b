"""A house with everybody in it, and one client for each state that a consent can be in.

Counselling gives and the shelter receives, both with an open case of hers; housing knows nobody.
Two of her categories are agreed to, and each holds a word that tells whether it was opened.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select

from caseflow.consents.received import receive_consents
from caseflow.consents.take_back import EVERYTHING, Choice
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.clients import Case
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import ConsentEvidence, Entry, SummaryParagraph
from caseflow.database.unit_of_work import Work
from caseflow.exceptions import Danger, declare_emergency, record_wall
from caseflow.keys.birth import make_installation_keys
from caseflow.keys.staff_keys import make_staff_pair
from caseflow.records import Approved, set_goal, write_summary
from caseflow.vault.content_tables import sealed_columns
from caseflow.vault.contents import Content
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.ids import new_id
from tests.factories.appointments import booked
from tests.factories.clients import Known, case_at, entry, new_client, write
from tests.factories.copies import once_copied
from tests.factories.corrections import said as said_not_so
from tests.factories.declarations import agreed, declaration, offer, took_back
from tests.factories.documents import attached
from tests.factories.drawn import STROKE
from tests.factories.guardians import linked, written_down
from tests.factories.handovers import sent
from tests.factories.house import (
    PASSWORD,
    SHARING,
    UNITS,
    House,
    StoppedClock,
    add_staff,
    add_unit,
    unborn,
)
from tests.factories.kept_apart import kept_apart, lifting
from tests.factories.lawful import excepted, ground
from tests.factories.merges import proposed
from tests.factories.partners import agreed_outside, partner, told
from tests.factories.retention import erasure_of
from tests.factories.reviews import reviewed
from tests.unit.consents.received.received import resource

VIOLENCE, FAMILY = "Kanarienwort-Gewalt-41d0", "Kanarienwort-Familie-9c72"
TOLD = {"violence": VIOLENCE, "family": FAMILY}
STATES = ("none", "active", "expired", "partly withdrawn", "withdrawn")
GIVER, RECEIVER, STRANGER = "beratung", "frauenhaus", "wohnen"
PLACES = {"giver": GIVER, "receiver": RECEIVER, "stranger": STRANGER}
ROLES = {"caseworker": Role.CASEWORKER, "intake": Role.INTAKE, "lead": Role.LEAD}
EMPLOYED: dict[str, dict[str, Role]] = {
    "unchosen": {GIVER: Role.CASEWORKER, RECEIVER: Role.CASEWORKER},
    "officer": {"datenschutz": Role.OFFICER},
    "walled": {GIVER: Role.CASEWORKER},
    **{f"{role}-{place}": {slug: ROLES[role]} for place, slug in PLACES.items() for role in ROLES},
}
CHOICES = {"partly withdrawn": Choice(categories=frozenset({"family"})), "withdrawn": EVERYTHING}
EVERYBODY = ("nobody", "administrator", *EMPLOYED)


@dataclass(frozen=True)
class Subject:
    """A client, and the ids of what there is of her."""

    known: Known
    ids: dict[str, UUID]


def peopled(url: str) -> House:
    """Return a new house with somebody in each role in each unit, and an administrator."""
    house = unborn(url, StoppedClock())
    work = house.work()
    _, house.shares = make_installation_keys(work, "Musterträger", SHARING)
    for slug, kind in UNITS.items():
        add_unit(house, work, slug, kind)
    for name, roles in EMPLOYED.items():
        add_staff(house, work, name, roles)
    _add_administrator(house, work)
    work.finish()
    work.put_away()
    return house


def subjects(house: House, states: tuple[str, ...] = STATES) -> dict[str, Subject]:
    """Return one client for each state, with the ids of all that there is of her."""
    consents = {state: _agreeing(house, state) for state in states}
    cast("StoppedClock", house.around.clock).advance(timedelta(days=20))
    return {state: _subject(house, known, consent) for state, (known, consent) in consents.items()}


def _add_administrator(house: House, work: Work) -> None:
    person = Staff(
        email="administrator@example.org",
        name="Ada",
        language="de",
        administrator=True,
        created_at=work.clock.now(),
    )
    work.session.add(person)
    work.session.flush()
    house.staff["administrator"] = person.id
    make_staff_pair(work, person.id, PASSWORD)


def _agreeing(house: House, state: str) -> tuple[Known, UUID]:
    """Return a client who has told her story, and her consent; with none an id of nothing."""
    giver, receiver = house.actor("lead-giver", GIVER), house.actor("lead-receiver", RECEIVER)
    known = new_client(house, giver, "Kanarinja")
    write(house, giver, known, *(entry(text, category) for category, text in TOLD.items()))
    for category, text in TOLD.items():
        _done(
            house,
            giver,
            partial(write_summary, client=known.id, paragraph=Approved(category, text)),
        )
    case_at(house, receiver, known)
    if state == "none":
        return known, new_id()
    declared = declaration(offer([giver.unit], [receiver.unit], *TOLD))
    if state == "expired":
        declared = replace(declared, valid_until=date(2026, 3, 10))
    consent = agreed(house, giver, known, declared).id
    # Signed on paper and drawn too: there is a scan to bring and a picture to look at.
    fields = dict.fromkeys(sealed_columns(ConsentEvidence), "") | {"signature": STROKE}
    write(
        house, giver, known, Content(ConsentEvidence, "evidence", fields, {"consent_id": consent})
    )
    if state in CHOICES:
        took_back(house, giver, known, consent, CHOICES[state])
    return known, consent


def _subject(house: House, known: Known, consent: UUID) -> Subject:
    giver, receiver = house.actor("lead-giver", GIVER), house.actor("caseworker-receiver", RECEIVER)
    goal = _done(house, giver, partial(set_goal, client=known.id, title="Wohnung"))
    danger = Danger("Gefahr", "sie", "niemand ist da")
    declare = partial(
        declare_emergency, client=known.id, danger=danger, needed=frozenset({"health"})
    )
    emergency = _done(house, receiver, declare)
    handover = sent(house, giver, known, RECEIVER)
    said = ground([giver.unit], "contact")  # waits for a second person
    receive = partial(receive_consents, client=known.id, resource=resource(house, known))
    police = partner(house, by=giver)
    outside = agreed_outside(house, giver, known, police, *TOLD)
    wall = partial(record_wall, client=known.id, staff=house.staff["walled"])
    ids = {
        "client": known.id,
        "consent": consent,
        "goal": goal.id,
        "emergency": emergency.id,
        "exception": excepted(house, receiver, known, said),
        "handover": handover,
        "wall": _done(house, giver, wall),
        "pair": _once_kept_apart(house, known),
        "guardian": written_down(house, giver, known, blocked=""),
        "link": linked(house, giver, known, new_client(house, giver)),
        "merge": proposed(house, giver, known, new_client(house, giver)),
        "received": _done(house, giver, receive)[0],
        "partner": police,
        "disclosure": told(house, giver, known, outside, _entry(house, known)).id,
        "copy": once_copied(house, giver, receiver, known),
        "entry": _entry(house, known),
        "piece": _piece(house, known),
        "correction": said_not_so(house, giver, known.id, _piece(house, known)).id,
        "case": _case(house, known, giver.unit),
        "erasure": erasure_of(house, giver, known.id),
        "document": _document(house, giver, known),
        "appointment": _appointment(house, giver, known),
        **reviewed(house),
    }
    return Subject(known, ids)


def _once_kept_apart(house: House, known: Known) -> UUID:
    """Keep her apart from somebody, and no longer: else nobody but the assigned would know her."""
    giver = house.actor("lead-giver", GIVER)
    pair = kept_apart(house, giver, known, new_client(house, giver))
    assert isinstance(lifting(house, house.actor("officer", "datenschutz"), known, pair), Done)
    return pair


def _done(house: House, actor: Actor, act: Callable[..., Any]) -> Any:  # noqa: ANN401 - what it made
    work = house.work(actor)
    answer = act(work, actor)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def _entry(house: House, known: Known) -> UUID:
    """Return the id of what she told of violence, which a partial withdrawal leaves open."""
    drawer = Drawer.client_id == known.id, Drawer.category == "violence"
    with house.sessions() as session:
        wanted = select(Entry.id).join(Drawer, Drawer.id == Entry.drawer_id).where(*drawer)
        return session.scalars(wanted).one()


def _piece(house: House, known: Known) -> UUID:
    """Return the id of the paragraph about the same, which intake staff read too."""
    drawer = Drawer.client_id == known.id, Drawer.category == "violence"
    with house.sessions() as session:
        inside = SummaryParagraph.drawer_id == Drawer.id
        wanted = select(SummaryParagraph.id).join(Drawer, inside).where(*drawer)
        return session.scalars(wanted).one()


def _document(house: House, giver: Actor, known: Known) -> UUID:
    """Return the id of a file about violence, which a partial withdrawal leaves open."""
    return attached(house, giver, known, title=VIOLENCE, category="violence").id


def _appointment(house: House, giver: Actor, known: Known) -> UUID:
    """Return the id of an hour about violence, which a partial withdrawal leaves open."""
    return booked(house, giver, known, "violence", day="4.4.2026", title=VIOLENCE)


def _case(house: House, known: Known, unit: UUID) -> UUID:
    with house.sessions() as session:
        wanted = select(Case.id).where(Case.client_id == known.id, Case.unit_id == unit)
        return session.scalars(wanted).one()
