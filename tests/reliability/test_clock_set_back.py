"""What has run out never comes back to life, however the clock is set, back and forth.

Once one request has been made after the end, the end is written down: a clock that is set back
afterwards, an hour that comes twice in autumn or not at all in spring, opens nothing again, and
what is written meanwhile is not opened either.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from random import Random  # noqa: TID251 - a round must be the same again by its number
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from caseflow.audit.ends import Ends
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.vault.facts_of_rows import consent_fact
from caseflow.vocabulary.clock import end_of_day
from tests.factories.agreeing import agree
from tests.factories.application import application
from tests.factories.clients import Known, case_at, entry, new_client, write
from tests.factories.emergencies import declared
from tests.factories.handovers import sent
from tests.factories.house import House, StoppedClock
from tests.factories.lawful import answered, excepted, exception_row, ground, next_request
from tests.factories.programs import Program
from tests.factories.scale import scaled
from tests.factories.tokens import made

ZONE = ZoneInfo("Europe/Berlin")
# With 23 hours, with 25, and with 24: all of a last day belongs to what ends with it.
DAYS = (date(2026, 3, 29), date(2026, 10, 25), date(2026, 6, 30))
ROUNDS = scaled(10)
JUMPS = 4
BEFORE, LATER = "Gewalt-vor-dem-Ende", "Gewalt-nach-dem-Ende"
_MINUTE = timedelta(minutes=1)


class Around:
    """A house, its clock, and the programs of counselling and the shelter."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.clock = cast("StoppedClock", house.around.clock)
        self.clock.at = datetime(2026, 10, 1, 9, tzinfo=UTC)
        self.app = application(house)
        self.berta = _program(Program(self.app), made(house, "berta", "beratung").token)
        self.frieda = _program(Program(self.app), made(house, "frieda", "frauenhaus").token)

    def seen(self, client: UUID) -> bool:
        """Say whether the shelter sees anything of what counselling wrote."""
        answer = self.frieda.get(f"/clients/{client}/story")
        assert answer.status_code == 200, answer.text
        return BEFORE in answer.text or LATER in answer.text

    def write(self, client: UUID) -> None:
        """Let counselling write on; its own story has it all."""
        body = {
            "unit": "beratung",
            "category": "health",
            "occurred_on": "2026-03-01",
            "kind": "note",
            "fields": {"title": "Gespräch", "text": LATER},
        }
        assert self.berta.send("POST", f"/clients/{client}/entries", body).status_code == 201
        assert LATER in self.berta.get(f"/clients/{client}/story").text


def _program(program: Program, token: str) -> Program:
    program.headers["Authorization"] = f"Bearer {token}"
    return program


def by_consent(around: Around, known: Known, day: date) -> datetime:
    agree(
        around.berta,
        known.id,
        categories=["health"],
        valid_from=(day - timedelta(days=10)).isoformat(),
        valid_until=day.isoformat(),
    )
    return end_of_day(day, ZONE)


def by_emergency(around: Around, known: Known, _day: date) -> datetime:
    frieda = around.house.actor("frieda", "frauenhaus")
    emergency = declared(around.house, frieda, known, "health").id
    with around.house.sessions() as session:
        query = select(EmergencyAccess.until).where(EmergencyAccess.id == emergency)
        return session.scalars(query).one()


def by_exception(around: Around, known: Known, _day: date) -> datetime:
    house, frieda = around.house, around.house.actor("frieda", "frauenhaus")
    exception = excepted(house, frieda, known, ground([house.units["beratung"]], "health"))
    answered(house, house.actor("lea", "beratung"), exception)
    next_request(house, house.actor("berta", "beratung"))
    return exception_row(house, exception).until


BASES: dict[str, Callable[[Around, Known, date], datetime]] = {
    "consent": by_consent,
    "emergency": by_emergency,
    "exception": by_exception,
}


# Consents more often than the others, and each of them on each of the days.
MIXED = ("consent", "consent", "consent", "emergency", "consent", "exception", "consent")


def revived(around: Around, number: int, basis: str) -> list[str]:
    """Let something run out, set the clock about, and return when it opened all the same."""
    chance, day = Random(number), DAYS[number % len(DAYS)]  # noqa: S311 - chance that comes again
    around.clock.at = datetime.combine(day, time(9), ZONE).astimezone(UTC) - timedelta(days=9)
    house = around.house
    known = new_client(house, house.actor("berta", "beratung"))
    case_at(house, house.actor("frieda", "frauenhaus"), known)
    write(house, house.actor("berta", "beratung"), known, entry(BEFORE, "health"))
    end = BASES[basis](around, known, day)
    around.clock.at = end - timedelta(microseconds=1)
    assert around.seen(known.id), f"{basis} does not last until {end}"
    found = []
    for jump in [timedelta(), *(_jump(chance) for _ in range(JUMPS))]:
        around.clock.at = end + jump
        if around.seen(known.id):
            found.append(f"{basis} {number}: {jump}")
        if chance.random() < 0.5:
            around.write(known.id)
            if around.seen(known.id):
                found.append(f"{basis} {number}: {jump}, written on")
    return found


def at_the_desk(around: Around, known: Known) -> tuple[datetime, Callable[[], bool]]:
    """Let housing have her at its desk, in a session that goes on until that is over."""
    ida = Program(around.app, "ida")
    asked = {"unit": "wohnen", "code": known.code}
    assert ida.send("POST", "/clients/lookup", asked).status_code == 200
    until = around.clock.at + around.house.around.configuration.limits.desk
    while around.clock.at < until - 9 * _MINUTE:
        around.clock.at += 9 * _MINUTE
        assert ida.get("/clients").status_code == 200
    around.clock.at = until - timedelta(microseconds=1)
    return until, lambda: ida.send("POST", f"/clients/{known.id}/refusals", {}).status_code == 422


def handed_over(around: Around, known: Known) -> tuple[datetime, Callable[[], bool]]:
    """Let a handover wait for housing, whose inbox tells of it."""
    house, berta = around.house, around.house.actor("berta", "beratung")
    handover = sent(house, berta, known, "wohnen")
    wanda = _program(Program(around.app), made(house, "wanda", "wohnen").token)

    def waits() -> bool:
        listed = wanda.get("/handovers", direction="in").get_json()["items"]
        return [each["state"] for each in listed if each["id"] == str(handover)] == ["open"]

    return around.clock.at + house.around.configuration.limits.handover, waits


def by_token(around: Around, _known: Known) -> tuple[datetime, Callable[[], bool]]:
    """Let a program act for a day."""
    token = made(around.house, "wanda", "wohnen", days=1)
    program = _program(Program(around.app), token.token)
    return token.ends_at, lambda: program.get("/clients").status_code == 200


ENDING = (at_the_desk, handed_over, by_token)


def open_again(
    around: Around, begin: Callable[..., tuple[datetime, Callable[[], bool]]], number: int
) -> list[str]:
    """Let it run out, set the clock about, and return when it was open all the same."""
    known = new_client(around.house, around.house.actor("berta", "beratung"))
    end, is_open = begin(around, known)
    around.clock.at = end - timedelta(microseconds=1)
    assert is_open(), f"{begin.__name__} does not last until {end}"
    chance, found = Random(number), []  # noqa: S311 - chance that comes again
    # Back first: else the session of the desk may have lapsed by itself.
    for jump in [timedelta(), -20 * _MINUTE, *(_jump(chance) for _ in range(JUMPS))]:
        around.clock.at = end + jump
        found += [f"{begin.__name__} {number}: {jump}"] if is_open() else []
    return found


def _jump(chance: Random) -> timedelta:
    near = chance.random() < 0.5
    return (
        chance.randrange(-180, 180) * _MINUTE if near else chance.randrange(-8, 8) * 1440 * _MINUTE
    )


@pytest.fixture
def around(house: House) -> Around:
    return Around(house)


def test_what_has_run_out_never_opens_again(around: Around) -> None:
    found = (revived(around, number, MIXED[number % len(MIXED)]) for number in range(ROUNDS))
    assert [each for round_ in found for each in round_] == []


@pytest.mark.parametrize("begin", ENDING, ids=lambda begin: begin.__name__)
def test_neither_does_a_desk_a_handover_or_a_token(
    around: Around, begin: Callable[..., tuple[datetime, Callable[[], bool]]]
) -> None:
    found = [open_again(around, begin, number) for number in range(scaled(2))]
    assert [each for round_ in found for each in round_] == []


def test_were_only_the_clock_asked_this_harness_would_see_it(
    around: Around, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.vault.gather.consent_now", consent_fact)
    monkeypatch.setattr(Ends, "outdate", lambda *_asked: False)
    assert any(revived(around, number, "consent") for number in range(3))


def test_a_session_that_has_lapsed_is_over_for_good(around: Around) -> None:
    program = Program(application(around.house), "berta")
    assert program.get("/clients").status_code == 200
    at = around.clock.at
    around.clock.at = at + 15 * _MINUTE
    assert program.get("/clients").status_code == 401
    around.clock.at = at
    assert program.get("/clients").status_code == 401
