from datetime import timedelta

import pytest
from sqlalchemy import event, select

from caseflow.audit.verify import verify
from caseflow.database.tables.readings import Reading
from caseflow.exceptions.declare_emergency import Danger, declare_emergency
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, Permit, permit
from caseflow.vault.pieces import Opened
from caseflow.vault.search import search
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from caseflow.vocabulary.states import ReadingMark
from tests.factories.budgets import narrow
from tests.factories.clients import Known, new_client
from tests.factories.house import House, StoppedClock
from tests.factories.integrated import integrated
from tests.unit.vault.reading import log, newest, read

MINUTE = timedelta(minutes=1)


@pytest.fixture
def berta(house: House, monkeypatch: pytest.MonkeyPatch) -> Actor:
    """Return somebody who may open two clients within an hour."""
    narrow(house, monkeypatch, clients=2)
    return house.actor("berta", "beratung")


@pytest.fixture
def known(house: House, berta: Actor) -> list[Known]:
    return [new_client(house, berta) for _ in range(4)]


def _wait(house: House, minutes: float) -> None:
    clock = house.around.clock
    assert isinstance(clock, StoppedClock)
    clock.advance(minutes * MINUTE)


def _alarms(house: House) -> list[str | None]:
    return [each.get("client") for each in log(house) if each["act"] == Act.ALARM_BULK]


def _held(answer: Opened | Refused) -> int | None:
    """Return how many minutes she must wait; None where it was opened."""
    if isinstance(answer, Opened):
        return None
    assert answer == Refused(Reason.TOO_MANY)
    assert answer.wait is not None
    return round(answer.wait / 60)


def test_one_more_client_than_an_hour_allows_is_a_pause_and_one_alarm(
    house: House, berta: Actor, known: list[Known]
) -> None:
    assert [_held(read(house, berta, known[at])) for at in (0, 1, 0)] == [None] * 3
    _wait(house, 10)
    assert [_held(read(house, berta, known[at])) for at in (2, 3, 2)] == [50] * 3
    assert _alarms(house) == [str(known[2].id)]
    told = newest(house, Act.STORY_READ)
    assert (told["decision"], told["reason"]) == ("refused", Reason.TOO_MANY)
    assert _held(read(house, berta, known[1])) is None  # goes on with whom she has open
    _wait(house, 50)
    assert [_held(read(house, berta, known[at])) for at in (2, 3)] == [None] * 2
    assert len(_alarms(house)) == 1


def test_a_pause_lasts_as_long_as_it_is_set_and_the_next_one_is_a_further_alarm(
    house: House, berta: Actor, known: list[Known]
) -> None:
    read(house, berta, known[0])
    _wait(house, 55)
    read(house, berta, known[1])
    assert _held(read(house, berta, known[2])) == 30  # there would be room in five
    _wait(house, 29)
    assert _held(read(house, berta, known[2])) == 1
    _wait(house, 1)
    assert _held(read(house, berta, known[2])) is None
    assert _held(read(house, berta, known[3])) == 30
    assert len(_alarms(house)) == 2


def test_others_are_not_held_back_with_her(house: House, berta: Actor, known: list[Known]) -> None:
    for each in known[:3]:
        read(house, berta, each)
    lea = house.actor("lea", "beratung")
    assert _held(read(house, lea, known[3])) is None


def test_what_she_may_not_open_is_not_there_in_a_pause_too(
    house: House, berta: Actor, known: list[Known]
) -> None:
    foreign = new_client(house, house.actor("frieda", "frauenhaus"))
    for each in known[:3]:
        read(house, berta, each)
    assert read(house, berta, foreign) == Refused(Reason.NOT_OPEN)


def test_an_emergency_is_never_held_back_and_costs_nothing(
    house: House, berta: Actor, known: list[Known]
) -> None:
    for each in known[:3]:
        read(house, berta, each)
    work = house.work(berta)
    danger = Danger("Er steht vor der Tür.", "sie", "Niemand sonst ist da.")
    needed = work.configuration.emergency_categories
    answer = declare_emergency(work, berta, known[3].id, danger, needed)
    assert isinstance(answer, Done)
    work.finish()
    assert _held(read(house, berta, known[3])) is None
    assert _held(read(house, berta, known[2])) is not None


def test_names_that_a_search_shows_cost_nothing(
    house: House, berta: Actor, known: list[Known]
) -> None:
    assert len(known) > 2
    for _ in range(2):
        assert isinstance(search(house.work(berta), berta, ""), Disclosed)
    assert [_held(read(house, berta, known[at])) for at in (0, 1)] == [None] * 2


def test_a_knock_that_opens_nothing_costs_nothing(
    house: House, berta: Actor, known: list[Known]
) -> None:
    for each in known:
        work = house.work(berta)
        given = permit(work, berta, Ask(Act.STORY_READ, each.id))
        assert isinstance(given, Permit)
        let_pass(work, given, again=False)
        work.finish()
    assert _held(read(house, berta, known[0])) is None


def test_what_is_over_is_forgotten_with_her_next_client(
    house: House, berta: Actor, known: list[Known]
) -> None:
    for each in known[:3]:
        read(house, berta, each)
    _wait(house, 60)
    read(house, berta, known[3])
    with house.sessions() as session:
        rows = session.execute(select(Reading.kind, Reading.client_id)).all()
    assert rows == [(ReadingMark.CLIENT, known[3].id)]


def test_the_same_client_again_costs_one_statement_and_writes_nothing(
    house: House, berta: Actor, known: list[Known]
) -> None:
    asked: list[str] = []
    read(house, berta, known[0])

    def note(*told: object) -> None:
        asked.append(str(told[2]))

    event.listen(house.engine, "before_cursor_execute", note)
    read(house, berta, known[0])
    event.remove(house.engine, "before_cursor_execute", note)
    assert [each.split()[0] for each in asked if "readings" in each] == ["SELECT"]


def test_the_uses_of_who_was_held_back_have_their_entries(
    house: House, berta: Actor, known: list[Known]
) -> None:
    for each in known:
        read(house, berta, each)
    bases = [each.get("bases") for each in log(house) if each.get("reason") == Reason.TOO_MANY]
    assert [len(each or ()) for each in bases] == [2, 2]
    integrated(house)
    assert list(verify(house.work(), house.server.signer.public).findings) == []
