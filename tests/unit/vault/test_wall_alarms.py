"""Who asks for a client behind a wall against her: the officer is told, and nobody else."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, update

from caseflow.audit.integrate import integrate
from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.exceptions import record_wall
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.clients import Known, new_client
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import log


@pytest.fixture
def known(house: House) -> Known:
    """A client of the shelter, whom Frieda must never meet."""
    lea = house.actor("lea", "frauenhaus")
    made = new_client(house, lea)
    work = house.work(lea)
    record_wall(work, lea, made.id, house.staff["frieda"])
    work.finish()
    return made


def ask(house: House, client: UUID) -> list[str]:
    """Ask for her story; return the statements that it took."""
    frieda = house.actor("frieda", "frauenhaus")
    work = house.work(frieda)
    said: list[str] = []

    def hear(*about: object) -> None:
        said.append(str(about[2]))

    event.listen(house.engine, "before_cursor_execute", hear)
    answer = disclose(work, frieda, Ask(Act.STORY_READ, client), ())
    event.remove(house.engine, "before_cursor_execute", hear)
    assert answer == Refused(Reason.NOT_OPEN)
    return said


def alarms(house: House) -> list[dict[str, object]]:
    return [each for each in log(house) if each["act"] == Act.ALARM_WALL]


def test_it_is_an_alarm_that_names_who_and_whom(house: House, known: Known) -> None:
    ask(house, known.id)
    told = alarms(house)
    assert [(each["staff"], each["client"]) for each in told] == [
        (str(house.staff["frieda"]), str(known.id))
    ]
    ask(house, uuid4())
    assert alarms(house) == told


def test_once_an_hour(house: House, known: Known, clock: StoppedClock) -> None:
    ask(house, known.id)
    ask(house, known.id)
    assert len(alarms(house)) == 1
    clock.advance(timedelta(hours=1))
    ask(house, known.id)
    assert len(alarms(house)) == 2


def test_the_tree_remembers_it_too(house: House, known: Known, clock: StoppedClock) -> None:
    ask(house, known.id)
    integrate(house.work(), house.server.signer)
    assert alarms(house) == []
    ask(house, known.id)
    assert alarms(house) == []
    clock.advance(timedelta(hours=1))
    ask(house, known.id)
    assert len(alarms(house)) == 1


def test_nothing_takes_longer_for_her(house: House, known: Known) -> None:
    unknown = ask(house, uuid4())
    walled = ask(house, known.id)
    once_more = ask(house, known.id)
    assert len(unknown) == len(walled) == len(once_more)
    assert _shapes(unknown) == _shapes(walled) == _shapes(once_more)


def test_a_forged_entry_silences_nothing(house: House, known: Known) -> None:
    ask(house, known.id)
    with house.sessions() as session:
        session.execute(update(StagedEntry).values(row_seal=bytes(32)))
        session.commit()
    ask(house, known.id)
    assert len(alarms(house)) == 2


def test_what_is_no_entry_silences_nothing(house: House, known: Known) -> None:
    ask(house, known.id)
    integrate(house.work(), house.server.signer)
    with house.sessions() as session:
        session.execute(update(Leaf).where(Leaf.act == Act.ALARM_WALL).values(payload=b"{}"))
        session.commit()
    ask(house, known.id)
    assert len(alarms(house)) == 1


def _shapes(statements: list[str]) -> list[str]:
    return [each.split(maxsplit=1)[0] for each in statements]
