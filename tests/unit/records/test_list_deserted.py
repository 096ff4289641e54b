from datetime import timedelta

from sqlalchemy import select, update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.units import Membership
from caseflow.exceptions import record_wall
from caseflow.records.assign_case import Assignment, assign_case
from caseflow.records.close_case import close_case
from caseflow.records.list_cases import list_cases
from caseflow.records.list_deserted import Deserted, count_deserted, list_deserted
from caseflow.records.look_up_client import look_up_client
from caseflow.records.open_case import open_case
from caseflow.records.open_story import open_story
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from tests.factories.clients import Known, new_client
from tests.factories.house import House, StoppedClock
from tests.factories.kept_apart import created, kept_apart, lifting
from tests.factories.merges import merged
from tests.unit.records.desk_work import desk_at, do, done, problems, traces


def deserted(house: House, actor: Actor) -> tuple[Deserted, ...]:
    answer = do(house, actor, list_deserted)
    assert isinstance(answer, Disclosed), answer
    assert len(answer.value) == do(house, actor, count_deserted)
    return answer.value


def kept_to_berta(house: House, name: str = "Amal") -> tuple[Known, Case]:
    """Return a client whom berta alone may know of."""
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, name)
    work = house.work()
    case = work.session.scalars(select(Case).where(Case.client_id == known.id)).one()
    change(work, case, restricted=True, assigned=(berta.staff,))
    work.finish()
    return known, case


def gone(house: House) -> None:
    """Let berta leave."""
    work = house.work()
    member = work.session.get_one(Membership, house.memberships["berta", "beratung"].id)
    change(work, member, ended_at=work.clock.now())
    work.finish()


def test_a_lead_sees_the_code_of_a_case_that_nobody_is_left_for_and_nothing_else(
    house: House,
) -> None:
    lea = house.actor("lea", "beratung")
    known, case = kept_to_berta(house)
    assert deserted(house, lea) == ()
    gone(house)
    assert deserted(house, lea) == (
        Deserted(case.id, known.code, open=True, generation=case.generation),
    )
    assert traces(house, Act.CASE_DESERTED)[-1]["clients"] == [str(known.id)]
    for seen in (open_story, list_cases):
        assert do(house, lea, seen, known.id) == Refused(Reason.NOT_OPEN)
    assert deserted(house, house.actor("lea", "frauenhaus")) == ()


def test_she_assigns_it_and_it_stays_among_few(house: House) -> None:
    lea = house.actor("lea", "beratung")
    known, case = kept_to_berta(house)
    left = Assignment([house.staff["berta"]], restricted=False)
    hers = Assignment([lea.staff], restricted=False, generation=case.generation)
    assert do(house, lea, assign_case, case.id, hers) == Refused(Reason.NOT_OPEN)
    gone(house)
    assert problems(do(house, lea, assign_case, case.id, left)) == {("staff", "not_a_member")}
    done(do(house, lea, assign_case, case.id, hers))
    assert deserted(house, lea) == ()
    answer = do(house, lea, list_cases, known.id)
    assert isinstance(answer, Disclosed)
    assert [(each.assigned, each.restricted) for each in answer.value] == [((lea.staff,), True)]


def test_a_closed_case_is_assigned_too_for_else_she_could_never_come_back(
    house: House, clock: StoppedClock
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known, case = kept_to_berta(house)
    done(do(house, berta, close_case, case.id))
    gone(house)
    clock.advance(timedelta(days=1))
    desk_at(house, lea, known)
    assert do(house, lea, open_case, known.id) == Refused(Reason.NOT_OPEN)
    assert [each.open for each in deserted(house, lea)] == [False]
    done(do(house, lea, assign_case, case.id, Assignment([lea.staff], restricted=True)))
    done(do(house, lea, open_case, known.id, "Sie ist zurück."))


def test_whoever_is_no_lead_learns_nothing(house: House) -> None:
    kept_to_berta(house)
    gone(house)
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    for actor in (frieda, olga):
        assert do(house, actor, list_deserted) == Refused(Reason.NOT_YOUR_ROLE)
        assert do(house, actor, count_deserted) == 0


def test_a_wall_hides_it_under_each_id_of_hers(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    kept, _ = kept_to_berta(house)
    other = new_client(house, house.actor("frieda", "frauenhaus"))
    done(do(house, berta, look_up_client, other.code))
    merged(house, berta, house.actor("olga", "datenschutz"), kept, other)
    gone(house)
    assert len(deserted(house, lea)) == 1
    done(do(house, house.actor("lea", "frauenhaus"), record_wall, other.id, lea.staff))
    assert deserted(house, lea) == ()


def test_a_wall_and_a_broken_seal_keep_it_hidden(house: House) -> None:
    lea = house.actor("lea", "beratung")
    walled, _ = kept_to_berta(house)
    _, forged = kept_to_berta(house)
    _, sound = kept_to_berta(house)
    work = house.work()
    work.session.add(
        Wall(
            client_id=walled.id,
            staff_id=lea.staff,
            unit_id=lea.unit,
            recorded_by=lea.staff,
            recorded_at=work.clock.now(),
        )
    )
    work.session.execute(update(Case).where(Case.id == forged.id).values(assigned=[]))
    work.finish()
    gone(house)
    assert [each.case for each in deserted(house, lea)] == [sound.id]
    hers = Assignment([lea.staff], restricted=True)
    assert do(house, lea, assign_case, forged.id, hers) == Refused(Reason.NOT_OPEN)
    assert {each["details"]["table"] for each in traces(house, Act.ALARM_SEAL)} == {"cases"}


def test_a_case_restricted_because_she_is_kept_apart_stays_in_reach_of_a_lead(
    house: House,
) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    hers, his = created(house, berta), created(house, house.actor("frieda", "frauenhaus"))
    pair = kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    (found,) = deserted(house, lea)
    assert found.code == hers.code
    assert do(house, lea, list_cases, hers.id) == Refused(Reason.NOT_OPEN)
    mine = Assignment([lea.staff], restricted=False, generation=found.generation)
    done(do(house, lea, assign_case, found.case, mine))
    answer = do(house, lea, list_cases, hers.id)
    assert isinstance(answer, Disclosed)
    assert set(answer.value[0].assigned) == {lea.staff, berta.staff}
    assert answer.value[0].restricted
    assert deserted(house, lea) == ()
    # Who works with the other one is walled off, and sees of this one no code either.
    assert deserted(house, house.actor("lea", "frauenhaus")) == ()
    assert lifting(house, house.actor("olga", "datenschutz"), hers, pair) == Done(None)


def test_nobody_who_is_walled_off_is_assigned_to_it(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    hers, his = created(house, berta), created(house, lea)
    kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    assert deserted(house, lea) == ()
    work = house.work()
    case = work.session.scalars(select(Case).where(Case.client_id == hers.id)).one()
    work.finish()
    mine = Assignment([lea.staff], restricted=True)
    assert do(house, lea, assign_case, case.id, mine) == Refused(Reason.NOT_OPEN)
