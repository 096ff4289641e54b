"""Do what a page does: one verb, one unit of work, finished."""

from collections.abc import Callable, Mapping
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import select

from caseflow.audit.entries import read_payload
from caseflow.database.tables.audit_log import StagedEntry
from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Work
from caseflow.records.create_client import create_client
from caseflow.records.intake import IntakeForm, IntakeQuestion
from caseflow.records.look_up_client import OpenDesk, look_up_client
from caseflow.records.open_intake import open_intake
from caseflow.records.open_story import open_story
from caseflow.records.story import Story
from caseflow.records.told import Told
from caseflow.records.write_entry import Draft, write_entry
from caseflow.records.write_fact import write_fact
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Disclosed, Done, Invalid, Refused
from caseflow.vocabulary.states import FactState
from tests.factories.clients import Known, case_at, consented
from tests.factories.house import House

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


def do(
    house: House,
    actor: Actor,
    verb: Callable[Concatenate[Work, Actor, P], R],
    *args: P.args,
    **kwargs: P.kwargs,
) -> R:
    """Call a verb in a unit of work of its own, and commit."""
    work = house.work(actor)
    answer = verb(work, actor, *args, **kwargs)
    work.finish()
    work.put_away()
    return answer


def done(answer: Done[T] | Invalid | Conflict | Refused) -> T:
    """Return what was done; anything else fails the test."""
    assert isinstance(answer, Done), answer
    value: T = answer.value
    return value


def create(house: House, actor: Actor, facts: Mapping[str, object] | None = None) -> Known:
    """Create a client through the verb."""
    created = done(do(house, actor, create_client, facts or {}))
    return Known(created.id, created.code)


def tell(
    house: House,
    actor: Actor,
    known: Known,
    question: str,
    value: object,
    told_on: str | None = None,
) -> int:
    """Write an answer and return its version."""
    told = Told(FactState.ANSWERED, value, told_on)
    return done(do(house, actor, write_fact, known.id, question, told)).version


def keep_back(house: House, actor: Actor, known: Known, question: str, state: FactState) -> int:
    """Write that she withheld the answer, or does not know it."""
    return done(do(house, actor, write_fact, known.id, question, Told(state))).version


def note(text: str = "Sie kam mit zwei Kindern.", **changed: object) -> Draft:
    """Return an entry as typed."""
    draft = {
        "category": "violence",
        "occurred_on": "1.3.2026",
        "kind": "note",
        "fields": {"title": "Gespräch", "text": text},
    }
    return Draft(**{**draft, **changed})  # type: ignore[arg-type] # any part of a draft


def jot(house: House, actor: Actor, known: Known, **changed: object) -> None:
    """Write an entry."""
    done(do(house, actor, write_entry, known.id, note(**changed)))  # type: ignore[arg-type] # any part of a draft


def story(house: House, actor: Actor, known: Known, **more: str) -> Story:
    """Open the story; a refusal fails the test."""
    answer = open_story(house.work(actor), actor, known.id, **more)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def intake(house: House, actor: Actor, known: Known) -> IntakeForm:
    """Open the intake form; a refusal fails the test."""
    answer = open_intake(house.work(actor), actor, known.id)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def line(form: IntakeForm, question: str) -> IntakeQuestion:
    """Return one line of a form."""
    return next(each for each in form.questions if each.question == question)


def desk_at(house: House, actor: Actor, known: Known) -> OpenDesk:
    """Look her up by the code on her card."""
    return done(do(house, actor, look_up_client, known.code))


def problems(answer: object) -> set[tuple[str, str]]:
    """Return what was wrong, by field and code."""
    assert isinstance(answer, Invalid), answer
    return {(problem.field, problem.code) for problem in answer.problems}


def shared(house: House, *categories: str) -> tuple[Known, Actor, Actor]:
    """Return a client of the counselling unit who let the shelter, where she is, see something."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta)
    consented(house, berta, known, [frieda.unit], categories)
    case_at(house, frieda, known)
    return known, berta, frieda


def damage(house: House, table: type[DrawerContent], column: str) -> None:
    """Change one byte of a sealed field in every row of a table."""
    work = house.work()
    for row in work.session.scalars(select(table)):
        sealed = bytearray(getattr(row, column))
        sealed[-1] ^= 1
        setattr(row, column, bytes(sealed))
    work.session.flush()
    work.finish()


def log(house: House) -> list[dict[str, Any]]:
    """Return every entry of the log, the first one first."""
    with house.sessions() as session:
        rows = session.scalars(select(StagedEntry).order_by(StagedEntry.at))
        entries = [read_payload(row.payload) for row in rows]
    # What factories write without an act is nobody's.
    return [each for each in entries if each["act"] != Act.ROWS_TELL]


def traces(house: House, act: Act) -> list[dict[str, Any]]:
    """Return the entries of one act, the first one first."""
    return [each for each in log(house) if each["act"] == act]
