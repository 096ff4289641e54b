from sqlalchemy import select

from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.exceptions import record_wall
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.kept_apart import at_desk, created, keeping_apart, kept_apart
from tests.factories.merges import merged
from tests.unit.vault.reading import log, read

CLOSED = Refused(Reason.NOT_OPEN)


def test_a_caseworker_before_whom_both_are_open_keeps_them_apart_and_goes_on_with_one(
    house: House,
) -> None:
    lea, frieda = house.actor("lea", "frauenhaus"), house.actor("frieda", "frauenhaus")
    hers, his = created(house, lea), created(house, house.actor("lea", "beratung"))
    at_desk(house, frieda, his)
    refused = keeping_apart(house, frieda, hers, his)
    assert isinstance(refused, Invalid)  # lea works with both
    his = created(house, house.actor("berta", "beratung"))
    at_desk(house, frieda, his)
    answer = keeping_apart(house, frieda, hers, his, mine=True)
    assert isinstance(answer, Done)
    assert not isinstance(read(house, frieda, hers), Refused)
    assert read(house, frieda, his) == CLOSED
    with house.sessions() as session:
        case = session.scalars(select(Case).where(Case.client_id == hers.id)).one()
        walls = session.scalars(select(Wall.staff_id).where(Wall.client_id == his.id)).all()
    assert set(case.assigned) == {lea.staff, frieda.staff} == set(walls)
    traces = [each for each in log(house) if each["act"] == Act.APART_RECORD][-2:]
    assert [each["client"] for each in traces] == [str(hers.id), str(his.id)]
    for each in traces:
        assert set(each["clients"]) == {str(hers.id), str(his.id)}
        assert each["details"] == {"pair": str(answer.value)}


def test_whoever_is_assigned_already_is_not_put_down_twice(house: House) -> None:
    lea = house.actor("lea", "frauenhaus")
    hers, his = created(house, lea), created(house, house.actor("berta", "beratung"))
    at_desk(house, lea, his)
    assert isinstance(keeping_apart(house, lea, hers, his, mine=True), Done)
    with house.sessions() as session:
        case = session.scalars(select(Case).where(Case.client_id == hers.id)).one()
    assert case.assigned == (lea.staff,)


def test_nobody_works_with_her_whom_she_has_only_at_the_desk(house: House) -> None:
    ida = house.actor("ida", "wohnen")
    hers, his = (created(house, house.actor(*who)) for who in WORKERS)
    at_desk(house, ida, hers)
    at_desk(house, ida, his)
    assert isinstance(keeping_apart(house, ida, hers, his, mine=True), Done)


WORKERS = (("frieda", "frauenhaus"), ("berta", "beratung"))


def test_without_both_before_her_nobody_is_told_that_the_second_is_there(house: House) -> None:
    frieda, berta = house.actor("frieda", "frauenhaus"), house.actor("berta", "beratung")
    hers, his = created(house, frieda), created(house, berta)
    never = Known(new_id(), "")
    for other in (his, never):
        assert keeping_apart(house, frieda, hers, other) == CLOSED
        assert keeping_apart(house, frieda, other, hers) == CLOSED
    with house.sessions() as session:
        assert session.scalars(select(KeptApart)).all() == []


def test_nobody_is_kept_apart_from_herself(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    hers, never = created(house, frieda), Known(new_id(), "")
    problem = Problem("client", "same_client")
    assert keeping_apart(house, frieda, hers, hers) == Invalid((problem,))
    assert keeping_apart(house, frieda, never, never) == CLOSED


def test_what_the_unit_has_recorded_already_stays_the_one(house: House) -> None:
    hers, his = (created(house, house.actor(*who)) for who in WORKERS)
    wanda, ida = house.actor("wanda", "wohnen"), house.actor("ida", "wohnen")
    assert kept_apart(house, wanda, hers, his) == kept_apart(house, ida, his, hers)
    with house.sessions() as session:
        assert len(session.scalars(select(KeptApart)).all()) == 1
        assert len(session.scalars(select(Wall)).all()) == 2


def test_each_unit_that_asks_for_it_has_its_own(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    hers, his = created(house, frieda), created(house, house.actor("ida", "wohnen"))
    first = kept_apart(house, house.actor("berta", "beratung"), hers, his)
    assert first != kept_apart(house, house.actor("wanda", "wohnen"), hers, his)


def test_somebody_who_works_with_both_is_named_with_both_cases_to_whom_may_know(
    house: House,
) -> None:
    lea = house.actor("lea", "frauenhaus")
    hers, his = created(house, lea), created(house, lea)
    answer = keeping_apart(house, lea, hers, his)
    values = {"name": "Lea", "one": hers.code, "other": his.code}
    assert answer == Invalid((Problem("staff", "works_with_both", values),))
    told = [each for each in log(house) if each["act"] == Act.APART_RECORD]
    assert {each["client"] for each in told} == {str(hers.id), str(his.id)}
    for each in told:
        assert each["decision"] == "refused"
        assert each["details"] == {"works_with_both": str(lea.staff)}
    with house.sessions() as session:
        assert session.scalars(select(Wall)).all() == []
        assert not any(session.scalars(select(Case.restricted)))


def test_a_wall_against_who_records_it_comes_first(house: House) -> None:
    lea, frieda = house.actor("lea", "frauenhaus"), house.actor("frieda", "frauenhaus")
    hers, his = created(house, frieda), created(house, lea)
    work = house.work(lea)
    record_wall(work, lea, his.id, frieda.staff)
    work.finish()
    assert keeping_apart(house, frieda, hers, his) == CLOSED


def test_two_records_of_one_person_are_one_and_whoever_takes_her_on_has_both(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    hers, again = (created(house, lea) for _ in range(2))
    merged(house, berta, lea, hers, again)
    problem = Problem("client", "same_client")
    assert keeping_apart(house, lea, hers, again) == Invalid((problem,))
    his = created(house, house.actor("frieda", "frauenhaus"))
    at_desk(house, berta, his)
    assert isinstance(keeping_apart(house, berta, again, his, mine=True), Done)
    for known in (hers, again):
        assert not isinstance(read(house, berta, known), Refused)
    assert read(house, house.actor("frieda", "frauenhaus"), hers) == CLOSED
