"""A house twice: in one of both there are clients besides who do not exist for whoever asks.

Both are copies of one file, so that everything else is known by the same ids.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

import pytest
from sqlalchemy import event, select

from caseflow.consents import known_partners
from caseflow.database.base import Base
from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.exceptions import Danger, declare_emergency, record_wall
from caseflow.records import Assignment, assign_case, close_case, set_goal
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.states import Kin
from tests.factories.application import LOOPBACK, Visitor, application, token_on
from tests.factories.appointments import booked
from tests.factories.clients import Known, case_at, consented, entry, new_client, withdrawn, write
from tests.factories.copied_house import copied
from tests.factories.documents import attached
from tests.factories.guardians import linked, written_down
from tests.factories.handovers import sent
from tests.factories.house import House, StoppedClock
from tests.factories.kept_apart import kept_apart
from tests.factories.known_clients import storied
from tests.factories.lawful import excepted, ground
from tests.factories.merges import merged_at_once
from tests.factories.partners import agreed_outside, partner
from tests.factories.partners import told as told_outside
from tests.factories.programs import API, Program
from tests.security.matrix import nothing_kept

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.test import TestResponse

SURNAME = "Verborgenova"
SECRET = "Kanarienwort-verborgen-5d1e"
BLOCKED = f"{SURNAME}, Karim"  # who may never declare, as counselling alone knows
NAMED = ("client_id", "id")  # columns of the rows by which a script may ask for her


@dataclass(frozen=True)
class Asker:
    """Who asks, in which unit, and the lead there who knows more than she does."""

    name: str
    unit: str
    lead: str


WORKERS = (
    ("berta", "beratung", "lea"),
    ("frieda", "frauenhaus", "lea"),
    ("ida", "wohnen", "wanda"),
)
ASKERS = (Asker("frieda", "frauenhaus", "lea"), Asker("ida", "wohnen", "wanda"))


@dataclass(frozen=True)
class Common:
    """What both worlds have: one client who is open to the asker, one who is at her desk."""

    open: UUID
    code: str
    at_desk: Known


def common(house: House) -> Common:
    """Fill what both worlds begin with."""
    berta = house.actor("berta", "beratung")
    partner(house)
    made = storied(house)
    known = Known(made.id, made.code)
    ida = house.actor("ida", "wohnen")
    consented(house, berta, known, [ida.unit], ["identity", "family"])
    case_at(house, ida, known)
    # As if she were kept apart already: what is compared is whether the other one is here.
    for name, unit, lead in WORKERS:
        _keep_to(house, house.actor(lead, unit), known, house.staff[name])
    return Common(made.id, made.code, new_client(house, berta, "Amina Karimi"))


def hide(house: House, asker: Asker, there: Common) -> list[Known]:
    """Let there be clients whom the asker must not find, each for a reason of its own."""
    berta, lead = house.actor("berta", "beratung"), house.actor(asker.lead, asker.unit)
    told, back, closed = (_known_to_counselling(house, berta) for _ in range(3))
    consented(house, berta, told, [lead.unit], ["identity", "violence"])
    taken = consented(house, berta, back, [lead.unit], ["identity", "violence"])
    withdrawn(house, berta, back, taken)
    _close(house, berta, closed)
    _emergency(house, berta, told)
    _tell_the_police(house, berta, told)
    to = next(slug for slug in ("frauenhaus", "wohnen") if slug != asker.unit)
    excepted(house, berta, told, ground([house.units[to]], "contact"))
    carried = consented(house, berta, told, [house.units[to]], ["identity"])
    sent(house, berta, told, to, carried)
    walled, kept = (new_client(house, lead, f"Zahra {SURNAME}") for _ in range(2))
    write(house, lead, walled, entry(SECRET))
    done(house, lead, partial(record_wall, client=walled.id, staff=house.staff[asker.name]))
    _keep_to(house, lead, kept, lead.staff)
    write(house, berta, there.at_desk, *(entry(SECRET, each) for each in ("violence", "health")))
    _family(house, berta, told, there)
    apart = _keep_apart(house, asker, lead, there)
    return [told, back, closed, walled, kept, *apart, *_merge(house, berta, there)]


def _family(house: House, berta: Actor, told: Known, there: Common) -> None:
    """Let her be the child of the open one, and somebody be blocked where nobody may see it.

    The link lies in a drawer that is open to the asker; the child is not, and does not exist.
    """
    linked(house, berta, Known(there.open, there.code), told)
    linked(house, berta, told, Known(there.open, there.code), Kin.MOTHER)
    written_down(house, berta, told, BLOCKED)
    written_down(house, berta, there.at_desk, BLOCKED)


def _merge(house: House, berta: Actor, there: Common) -> list[Known]:
    """Let her who is at the asker's desk be the same person as somebody else, as only others know.

    The second record is closed: what she agrees to at the desk counts up her open cases.
    """
    lea = house.actor("lea", "beratung")
    again, more = new_client(house, berta), new_client(house, berta)
    write(house, berta, again, entry(SECRET))
    clock = cast("StoppedClock", house.around.clock)
    clock.advance(-timedelta(minutes=1))  # what she agrees to at the desk she does afterwards
    merged_at_once(house, berta, lea, there.at_desk, again)
    merged_at_once(house, berta, lea, again, more)
    clock.advance(timedelta(minutes=1))
    for known in (again, more):
        _close_row(house, berta, known)
    return [again, more]


def _close_row(house: House, actor: Actor, known: Known) -> None:
    work = house.work(actor)
    mine = select(Case).where(Case.client_id == known.id, Case.unit_id == actor.unit)
    change(work, work.session.scalars(mine).one(), closed_at=work.clock.now())
    work.finish()


def _keep_apart(house: House, asker: Asker, lead: Actor, there: Common) -> list[Known]:
    """Let somebody be a client of whom the open one must never learn, and one be handed over."""
    other = house.actor("lea", "beratung")
    here, sent_here = (new_client(house, who, f"Zahra {SURNAME}") for who in (lead, other))
    write(house, lead, here, entry(SECRET))
    carried = consented(house, other, sent_here, [lead.unit], ["identity"])
    sent(house, other, sent_here, asker.unit, carried)
    for hidden in (here, sent_here):
        kept_apart(house, lead, hidden, Known(there.open, there.code))
    return [here, sent_here]


def done(house: House, actor: Actor, act: Any) -> Any:  # noqa: ANN401 - what it made
    """Do something that nothing is wrong with."""
    work = house.work(actor)
    answer = act(work, actor)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def _known_to_counselling(house: House, berta: Actor) -> Known:
    known = new_client(house, berta, f"Zahra {SURNAME}")
    write(house, berta, known, entry(SECRET), entry(SECRET, "identity"))
    done(house, berta, partial(set_goal, client=known.id, title=SECRET))
    attached(house, berta, known, title=SECRET)
    booked(house, berta, known, title=SECRET, day="5.3.2026")
    return known


def _tell_the_police(house: House, berta: Actor, known: Known) -> None:
    work = house.work()
    [police] = known_partners(work)
    work.put_away()
    (piece,) = write(house, berta, known, entry(SECRET))
    consent = agreed_outside(house, berta, known, police.id, "violence")
    told_outside(house, berta, known, consent, piece)


def _close(house: House, actor: Actor, known: Known) -> None:
    case = _case(house, actor, known)
    done(house, house.actor("lea", "beratung"), partial(close_case, case=case, reason="fertig"))


def _keep_to(house: House, lead: Actor, known: Known, staff: UUID) -> None:
    alone = Assignment([staff], restricted=True)
    done(house, lead, partial(assign_case, case=_case(house, lead, known), assignment=alone))


def _emergency(house: House, berta: Actor, known: Known) -> None:
    danger = Danger("Gefahr", "sie", "niemand ist da")
    needed = frozenset({"health"})
    done(house, berta, partial(declare_emergency, client=known.id, danger=danger, needed=needed))


def _case(house: House, actor: Actor, known: Known) -> UUID:
    with house.sessions() as session:
        wanted = select(Case.id).where(Case.client_id == known.id, Case.unit_id == actor.unit)
        return session.scalars(wanted).one()


def ids_of(house: House, clients: list[Known]) -> dict[str, list[UUID]]:
    """Return the ids of every row about these clients, by the name that addresses give them."""
    named = {
        "case": "cases",
        "consent": "consents",
        "entry": "entries",
        "document": "documents",
        "appointment": "appointments",
        "goal": "goals",
        "handover": "handovers",
        "emergency": "emergency_accesses",
        "wall": "walls",
        "pair": "kept_apart",
        "exception": "lawful_exceptions",
        "disclosure": "disclosures",
        "copy": "drawers",
        "guardian": "guardians",
        "link": "relatives",
    }
    found: dict[str, list[UUID]] = {"client": [each.id for each in clients]}
    with house.sessions() as session:
        for name, table in named.items():
            columns = Base.metadata.tables[table].c
            hers = columns.client_id.in_(found["client"])
            found[name] = list(session.scalars(select(columns.id).where(hers)))
            assert found[name], f"nobody hidden has {name}"
    return found


class World:
    """One of both houses as the asker sees it, with all the statements that she causes."""

    def __init__(self, house: House, asker: Asker, there: Common) -> None:
        self.house = house
        self.statements: list[str] = []
        event.listen(house.engine, "before_cursor_execute", self._count)
        self.app: Flask = application(house)
        visitor, self._program = Visitor(self.app), Program(self.app, asker.name, asker.unit)
        visitor.log_in(asker.name)
        visitor.send("/look-up", code=there.at_desk.code)
        asked = {"code": there.at_desk.code, "unit": asker.unit}
        assert self._program.send("POST", "/clients/lookup", asked).status_code == 200
        for _ in range(4):
            visitor.look("/")  # what is due is done before anything is compared
        self._token = token_on(visitor.look("/password").text)
        self._browser = visitor.browser

    def ask(self, method: str, address: str, typed: dict[str, Any]) -> "tuple[TestResponse, int]":
        """Send something; return the answer and the number of statements that it took."""
        self.statements.clear()
        with nothing_kept():
            if address.startswith(API):
                answer = self._call(method, address.removeprefix(API), typed)
            else:
                answer = self._browser.open(
                    address,
                    method=method,
                    data=None if method == "GET" else {"csrf_token": self._token, **typed},
                    headers={"Sec-Fetch-Site": "same-origin"},
                    base_url=LOOPBACK,
                    buffered=True,
                )
        return answer, len(self.statements)

    def _call(self, method: str, address: str, typed: dict[str, Any]) -> "TestResponse":
        body = None if method in {"GET", "DELETE"} else typed
        return self._program.send(method, address, body, {"If-Match": '"1"'})

    def _count(self, *happened: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
        self.statements.append(happened[2])


@contextmanager
def two_worlds(
    made: House, there: Common, asker: Asker, request: pytest.FixtureRequest, folder: Path
) -> Iterator[tuple[World, World, list[Known]]]:
    """Yield a world without and one with hidden clients, and who these are."""
    with ExitStack() as stack:
        houses = []
        for name in ("without", "with"):
            place = folder / f"{asker.name}-{name}"
            place.mkdir()
            houses.append(stack.enter_context(copied(made, request, place)))
        hidden = hide(houses[1], asker, there)
        without, beside = (World(house, asker, there) for house in houses)
        yield without, beside, hidden
