import sys
from collections.abc import Callable

import pytest
from sqlalchemy import delete, select

from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.tables.units import UnitEnvelope
from caseflow.identity.change_password import change_password
from caseflow.identity.disable import disable
from caseflow.identity.end_membership import end_membership
from caseflow.identity.reset import reset
from caseflow.identity.resume import resume, resume_program
from caseflow.identity.resume_token import resume_token
from caseflow.keys.keyring import ring
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.errors import Stale
from tests.factories.clients import entry, new_client, write
from tests.factories.house import PASSWORD, House
from tests.factories.tokens import made
from tests.unit.identity.people import administrator, entries, forge, logged_in, wait
from tests.unit.vault.reading import log


def acting(house: House, token: str, slug: str | None = None) -> Actor | Person | None:
    work = house.work()
    who = resume_program(work, token, slug)
    work.finish()
    return who


def test_a_program_acts_for_one_person_in_one_unit_and_no_role_above_its_own(house: House) -> None:
    one = made(house, "lea", "beratung", role=Role.CASEWORKER)
    work = house.work()
    who = resume_program(work, one.token, None)
    assert isinstance(who, Actor)
    assert (who.staff, who.unit) == (house.staff["lea"], house.units["beratung"])
    assert (who.role, who.session, who.token) == (Role.CASEWORKER, one.id, one.id)
    assert ring(work).unit is not None
    work.finish()
    assert acting(house, one.token, "beratung") == who
    elsewhere = acting(house, one.token, "frauenhaus")
    assert isinstance(elsewhere, Person)
    assert (elsewhere.token, elsewhere.administrator) == (one.id, False)
    assert isinstance(acting(house, one.token, "nirgends"), Person)


def test_no_page_takes_it_for_a_session(house: House) -> None:
    assert resume(house.work(), made(house, "berta", "beratung").token) is None


def test_every_trace_says_that_it_came_by_a_token(house: House) -> None:
    one = made(house, "berta", "beratung")
    who = acting(house, one.token)
    assert isinstance(who, Actor)
    write(house, who, new_client(house, who), entry("eins"))
    [told] = [each for each in log(house) if each["act"] == Act.ENTRY_WRITE]
    assert (told["token"], told["session"]) == (str(one.id), str(one.id))
    write(house, house.actor("berta", "beratung"), new_client(house, who), entry("zwei"))
    assert "token" not in [each for each in log(house) if each["act"] == Act.ENTRY_WRITE][-1]


def test_the_day_of_its_last_use_is_noted_once_a_day(house: House) -> None:
    one = made(house, "berta", "beratung")
    days = []
    for _ in range(2):
        acting(house, one.token)
        with house.sessions() as session:
            days.append(session.scalars(select(ApiToken.last_day)).one())
        wait(house, days=1)
    assert days[0] is not None
    assert days[1] is not None
    assert days[0] < days[1]
    told = [row for each in entries(house.work(), Act.ROWS_TELL) for row in each["rows"]]
    hers = {row["digest"] for row in told if row["id"] == str(one.id)}
    assert len(hers) == len(days), "else nobody misses the row as it was the day before"


def test_of_two_requests_at_once_one_notes_the_day(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = made(house, "berta", "beratung")

    def slower(*_: object, **__: object) -> None:
        raise Stale("api_tokens")

    monkeypatch.setattr(sys.modules[resume_token.__module__], "change", slower)
    assert isinstance(acting(house, one.token), Actor)


def test_it_runs_out(house: House) -> None:
    one = made(house, "berta", "beratung", days=1)
    wait(house, hours=24)
    assert acting(house, one.token) is None


def _changes_her_password(house: House) -> None:
    begun, work = logged_in(house, "berta"), house.work()
    who = resume(work, begun.token)
    assert who is not None
    assert isinstance(change_password(work, who, PASSWORD, "neun himmel über der stadt"), Done)
    work.finish()


def _is_disabled(house: House) -> None:
    ada, work = administrator(house), house.work()
    assert isinstance(disable(work, ada, house.staff["berta"]), Done)
    work.finish()


def _is_reset(house: House) -> None:
    ada, work = administrator(house), house.work()
    assert isinstance(reset(work, ada, house.staff["berta"]), Done)
    work.finish()


def _leaves(house: House) -> None:
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    member = house.memberships["berta", "beratung"].id
    assert isinstance(end_membership(work, lea, member), Done)
    work.finish()


@pytest.mark.parametrize(
    "what",
    [_changes_her_password, _is_disabled, _is_reset, _leaves],
    ids=["password", "disabled", "reset", "leaves"],
)
def test_it_dies_with_whatever_it_rests_on(house: House, what: Callable[[House], None]) -> None:
    one = made(house, "berta", "beratung")
    what(house)
    assert acting(house, one.token) is None
    with house.sessions() as session:
        assert session.scalars(select(ApiToken.id)).all() == []


def test_a_row_that_was_put_back_opens_nothing_after_a_new_password(house: House) -> None:
    one = made(house, "berta", "beratung")
    with house.sessions() as session:
        kept = session.get_one(ApiToken, one.id)
        session.expunge(kept)
    _changes_her_password(house)
    work = house.work()
    work.session.merge(kept)
    work.finish()
    assert acting(house, one.token) is None


def test_a_forged_row_or_a_missing_envelope_is_an_alarm_and_nobody(house: House) -> None:
    one = made(house, "berta", "beratung")
    work = house.work()
    member = house.memberships["berta", "beratung"].id
    work.session.execute(delete(UnitEnvelope).where(UnitEnvelope.membership_id == member))
    work.finish()
    assert acting(house, one.token) is None
    work = house.work()
    assert len(entries(work, Act.ALARM_KEY)) == 1
    forge(work, ApiToken, one.id, role="lead")
    assert resume_token(house.work(), one.token, None) is None
