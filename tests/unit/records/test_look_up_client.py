from datetime import timedelta

from sqlalchemy import select

from caseflow.crypto.client_codes import new_code
from caseflow.database.tables.clients import Desk, Wall
from caseflow.records.look_up_client import look_up_client
from caseflow.records.open_story import open_story
from caseflow.vault.gather import gather
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.house import House, StoppedClock
from tests.unit.records.desk_work import create, desk_at, do, done, problems, traces


def test_the_code_on_her_card_opens_a_desk_for_an_hour(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"))
    frieda = house.actor("frieda", "frauenhaus")
    typed = known.code.lower().replace("-", " ")
    desk = done(do(house, frieda, look_up_client, typed))
    assert (desk.client, desk.code) == (known.id, known.code)
    assert desk.until - house.around.clock.now() == timedelta(minutes=60)
    found = gather(house.work(frieda), frieda, known.id)
    assert found.desk is not None
    assert found.facts.desk is not None


def test_at_a_desk_nothing_is_read(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"))
    frieda = house.actor("frieda", "frauenhaus")
    desk_at(house, frieda, known)
    assert open_story(house.work(frieda), frieda, known.id) == Refused(Reason.NOT_OPEN)


def test_a_text_that_spells_no_code_is_no_try(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    for _ in range(10):
        answer = do(house, frieda, look_up_client, "ABCD-1234")
        assert problems(answer) == {("code", "no_client_code")}
    assert traces(house, Act.CLIENT_LOOKUP) == []


def test_a_walled_client_is_as_one_who_never_was(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta)
    work = house.work(berta)
    work.session.add(
        Wall(
            client_id=known.id,
            staff_id=frieda.staff,
            unit_id=berta.unit,
            recorded_by=berta.staff,
            recorded_at=work.clock.now(),
        )
    )
    work.finish()
    for code in (known.code, new_code()):
        assert do(house, frieda, look_up_client, code) == Refused(Reason.NOT_OPEN)
    walled, unknown = traces(house, Act.CLIENT_LOOKUP)
    assert walled.keys() == unknown.keys()
    with house.sessions() as session:
        desks = session.scalars(select(Desk)).all()
    assert {desk.until - desk.opened_at for desk in desks} == {timedelta()}
    assert known.id not in {desk.client_id for desk in desks}


def test_a_desk_of_nobody_opens_nothing(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    do(house, frieda, look_up_client, new_code())
    with house.sessions() as session:
        nobody = session.scalars(select(Desk)).one().client_id
    assert open_story(house.work(frieda), frieda, nobody) == Refused(Reason.NOT_OPEN)


def test_whoever_guesses_has_to_wait_and_a_hit_clears_nothing(
    house: House, clock: StoppedClock
) -> None:
    known = create(house, house.actor("berta", "beratung"))
    frieda = house.actor("frieda", "frauenhaus")
    limits = house.around.configuration.limits.lookup
    for _ in range(limits.free):
        assert do(house, frieda, look_up_client, new_code()) == Refused(Reason.NOT_OPEN)
    assert do(house, frieda, look_up_client, known.code) == Refused(Reason.TOO_MANY)
    assert traces(house, Act.CLIENT_LOOKUP)[-1]["reason"] == "too_many"
    clock.advance(limits.first_delay)
    desk_at(house, frieda, known)
    assert do(house, frieda, look_up_client, new_code()) == Refused(Reason.NOT_OPEN)
    assert do(house, frieda, look_up_client, new_code()) == Refused(Reason.TOO_MANY)
    elsewhere = house.actor("frieda", "frauenhaus")
    assert do(house, elsewhere, look_up_client, new_code()) == Refused(Reason.TOO_MANY)


def test_an_officer_opens_no_desk(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"))
    olga = house.actor("olga", "datenschutz")
    assert do(house, olga, look_up_client, known.code) == Refused(Reason.NOT_OPEN)
