"""What follows from keeping two clients apart, at once and whenever somebody comes to one."""

from uuid import UUID

import pytest
from sqlalchemy import select, update

from caseflow.database.sealed_rows import change, holds
from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.exceptions import list_walls, record_wall
from caseflow.records import Assignment, assign_case, close_case, open_case
from caseflow.vault.keep_apart import keep_apart
from caseflow.vault.permit import Deeds
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from caseflow.vocabulary.errors import Stale
from tests.factories.clients import Known, consented
from tests.factories.emergencies import declared
from tests.factories.handovers import answered, sent
from tests.factories.house import House
from tests.factories.kept_apart import at_desk, created, kept_apart, lifting
from tests.unit.records.desk_work import do, done, problems
from tests.unit.vault.reading import log, read

SHUT = Refused(Reason.NOT_OPEN)


def apart(house: House) -> tuple[Known, Known, UUID]:
    """Return a client of the shelter's caseworker, one of counselling's, and their pair."""
    frieda, berta = house.actor("frieda", "frauenhaus"), house.actor("berta", "beratung")
    hers, his = created(house, frieda), created(house, berta)
    return hers, his, kept_apart(house, house.actor("wanda", "wohnen"), hers, his)


def cases(house: House, known: Known) -> list[Case]:
    with house.sessions() as session:
        return list(session.scalars(select(Case).where(Case.client_id == known.id)))


def walls(house: House, known: Known, *, lifted: bool = False) -> set[UUID]:
    with house.sessions() as session:
        found = session.scalars(select(Wall).where(Wall.client_id == known.id)).all()
    return {wall.staff_id for wall in found if (wall.lifted_at is not None) == lifted}


def assign(house: House, lead: Actor, known: Known, *staff: UUID, restricted: bool) -> object:
    (case,) = [each for each in cases(house, known) if each.unit_id == lead.unit]
    return do(house, lead, assign_case, case.id, Assignment(staff, restricted=restricted))


def test_whoever_works_with_one_is_walled_from_the_other_and_no_unit_sees_the_wall(
    house: House,
) -> None:
    hers, his, _ = apart(house)
    frieda, berta = house.actor("frieda", "frauenhaus"), house.actor("berta", "beratung")
    assert (walls(house, hers), walls(house, his)) == ({berta.staff}, {frieda.staff})
    for known, slug in ((hers, "frauenhaus"), (his, "beratung")):
        (case,) = cases(house, known)
        assert case.restricted
        assert case.unit_id == house.units[slug]
        assert holds(house.around.sealer, case)
        assert read(house, house.actor("lea", slug), known) == SHUT
    for who, known, not_her in ((frieda, hers, his), (berta, his, hers)):
        assert not isinstance(read(house, who, known), Refused)
        assert read(house, who, not_her) == SHUT


def test_a_units_own_list_of_walls_tells_nothing_of_it(house: House) -> None:
    lea = house.actor("lea", "frauenhaus")
    hers, his = created(house, lea), created(house, house.actor("berta", "beratung"))
    kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    assert list_walls(house.work(lea), lea, hers.id) == Disclosed(())


def test_an_access_under_way_loses(house: House) -> None:
    hers, his = (created(house, house.actor("frieda", "frauenhaus")) for _ in range(2))
    assert [case.generation for case in cases(house, hers)] == [0]
    other = created(house, house.actor("berta", "beratung"))
    kept_apart(house, house.actor("wanda", "wohnen"), hers, other)
    assert [case.generation for case in cases(house, hers)] == [1]
    assert [case.generation for case in cases(house, his)] == [0]


def test_what_the_walled_declared_ends(house: House) -> None:
    frieda, berta = house.actor("frieda", "frauenhaus"), house.actor("berta", "beratung")
    hers, his = created(house, frieda), created(house, berta)
    at_desk(house, frieda, his)
    emergency = declared(house, frieda, his, "health").id
    kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    with house.sessions() as session:
        found = select(EmergencyAccess).where(EmergencyAccess.id == emergency)
        assert session.scalars(found).one().ended_at is not None


def test_whoever_is_assigned_later_is_walled_off_then(house: House) -> None:
    lea, berta = house.actor("lea", "frauenhaus"), house.actor("berta", "beratung")
    hers, his = created(house, lea), created(house, berta)
    kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    frieda = house.actor("frieda", "frauenhaus")
    assert walls(house, his) == {lea.staff}
    assert isinstance(assign(house, lea, hers, lea.staff, frieda.staff, restricted=True), Done)
    assert walls(house, his) == {lea.staff, frieda.staff}
    # Taken off again she still knows of the one, and nothing is put up twice.
    assert isinstance(assign(house, lea, hers, lea.staff, restricted=True), Done)
    assert walls(house, his) == {lea.staff, frieda.staff}


def test_nobody_is_assigned_who_works_with_the_other_and_it_looks_like_any_wall(
    house: House,
) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    hers, his = created(house, lea), created(house, berta)
    free = created(house, lea)
    kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    work = house.work(lea)
    assert isinstance(record_wall(work, lea, free.id, berta.staff), Done)
    work.finish()
    both = (lea.staff, berta.staff)
    apart_ = assign(house, lea, hers, *both, restricted=True)
    assert apart_ == assign(house, lea, free, *both, restricted=True)
    assert problems(apart_) == {("staff", "cannot_work_here")}
    assert walls(house, his) == {lea.staff}


def test_whoever_was_assigned_before_a_wall_may_stay_in_the_list(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    hers = created(house, lea)
    assert isinstance(assign(house, lea, hers, lea.staff, berta.staff, restricted=False), Done)
    work = house.work(lea)
    record_wall(work, lea, hers.id, berta.staff)
    work.finish()
    again = assign(house, lea, hers, lea.staff, berta.staff, restricted=True)
    assert isinstance(again, Done)


def test_nobody_lifts_the_restriction_while_they_are_kept_apart(house: House) -> None:
    lea, berta = house.actor("lea", "frauenhaus"), house.actor("berta", "beratung")
    hers, his = created(house, lea), created(house, berta)
    wanda = house.actor("wanda", "wohnen")
    pair = kept_apart(house, wanda, hers, his)
    refused = assign(house, lea, hers, lea.staff, restricted=False)
    assert problems(refused) == {("restricted", "stays_restricted")}
    assert lifting(house, house.actor("olga", "datenschutz"), hers, pair) == Done(None)
    assert isinstance(assign(house, lea, hers, lea.staff, restricted=False), Done)


def test_a_case_opened_later_is_restricted_from_the_start(house: House) -> None:
    hers, his, pair = apart(house)
    ida = house.actor("ida", "wohnen")
    at_desk(house, ida, hers)
    done(do(house, ida, open_case, hers.id))
    (case,) = [each for each in cases(house, hers) if each.unit_id == ida.unit]
    assert case.restricted
    assert case.assigned == (ida.staff,)
    assert ida.staff in walls(house, his)
    assert read(house, house.actor("wanda", "wohnen"), hers) == SHUT
    with house.sessions() as session:
        assert case.id in session.scalars(select(KeptApart)).one().cases
    assert lifting(house, house.actor("olga", "datenschutz"), his, pair) == Done(None)
    assert not any(each.restricted for each in (*cases(house, hers), *cases(house, his)))


def test_an_accepted_handover_brings_nobody_to_both(house: House) -> None:
    frieda, berta = house.actor("frieda", "frauenhaus"), house.actor("berta", "beratung")
    hers, his = created(house, frieda), created(house, berta)
    kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    consent = consented(house, berta, his, [house.units["frauenhaus"]], ["identity"])
    handover = sent(house, berta, his, "frauenhaus", consent)
    assert answered(house, frieda, handover) == SHUT
    lea = house.actor("lea", "frauenhaus")
    assert isinstance(answered(house, lea, handover), Done)
    (case,) = [each for each in cases(house, his) if each.unit_id == lea.unit]
    assert case.restricted
    assert lea.staff in walls(house, hers)


def test_a_pair_whose_seal_is_broken_still_stands(house: House) -> None:
    lea = house.actor("lea", "frauenhaus")
    hers, his = created(house, lea), created(house, house.actor("berta", "beratung"))
    kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    work = house.work()
    work.session.execute(update(KeptApart).values(lifted_at=work.clock.now()))
    work.finish()
    refused = assign(house, lea, hers, lea.staff, restricted=False)
    assert problems(refused) == {("restricted", "stays_restricted")}
    ida = house.actor("ida", "wohnen")
    at_desk(house, ida, hers)
    done(do(house, ida, open_case, hers.id))
    assert all(case.restricted for case in cases(house, hers))
    assert log(house)[-1]["act"] == Act.ALARM_SEAL


def test_what_another_pair_still_asks_for_stays(house: House) -> None:
    lea, berta = house.actor("lea", "frauenhaus"), house.actor("berta", "beratung")
    hers, his, third = created(house, lea), created(house, berta), created(house, berta)
    wanda, olga = house.actor("wanda", "wohnen"), house.actor("olga", "datenschutz")
    first, second = (kept_apart(house, wanda, hers, other) for other in (his, third))
    assert lifting(house, olga, hers, first) == Done(None)
    assert (walls(house, hers), walls(house, hers, lifted=True)) == ({berta.staff},) * 2
    assert (walls(house, his), walls(house, third)) == (set(), {lea.staff})
    assert [case.restricted for case in (*cases(house, hers), *cases(house, his))] == [True, False]
    assert lifting(house, olga, hers, second) == Done(None)
    assert [case.restricted for case in cases(house, hers)] == [False]
    assert walls(house, hers) == set()


def test_what_only_the_first_of_two_had_restricted_falls_to_the_second(house: House) -> None:
    lea, berta = house.actor("lea", "frauenhaus"), house.actor("berta", "beratung")
    hers, his, third = created(house, lea), created(house, berta), created(house, berta)
    wanda, olga = house.actor("wanda", "wohnen"), house.actor("olga", "datenschutz")
    first, second = (kept_apart(house, wanda, hers, other) for other in (his, third))
    ids = {case.id for case in cases(house, hers)}
    work = house.work()
    rows = {row.id: row for row in work.session.scalars(select(KeptApart))}
    assert ids < set(rows[first].cases)
    assert ids < set(rows[second].cases)
    change(work, rows[second], cases=())
    work.finish()
    assert lifting(house, olga, hers, first) == Done(None)
    with house.sessions() as session:
        row = session.scalars(select(KeptApart).where(KeptApart.id == second)).one()
    assert set(row.cases) == ids


def test_a_case_that_was_restricted_before_stays_so_afterwards(house: House) -> None:
    lea, berta = house.actor("lea", "frauenhaus"), house.actor("berta", "beratung")
    hers, his = created(house, lea), created(house, berta)
    assert isinstance(assign(house, lea, hers, lea.staff, restricted=True), Done)
    pair = kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    assert lifting(house, house.actor("olga", "datenschutz"), hers, pair) == Done(None)
    assert [case.restricted for case in cases(house, hers)] == [True]


def test_who_worked_with_both_when_both_were_closed_meets_neither(house: House) -> None:
    lea, frieda = house.actor("lea", "frauenhaus"), house.actor("frieda", "frauenhaus")
    hers, his = created(house, frieda), created(house, frieda)
    for known in (hers, his):
        (case,) = cases(house, known)
        done(do(house, lea, close_case, case.id, "fertig"))
    kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    assert walls(house, hers) == walls(house, his) == {frieda.staff}
    assert all(case.restricted for case in (*cases(house, hers), *cases(house, his)))


def test_a_case_that_goes_on_from_a_closed_one_opens_again_with_the_lifting(house: House) -> None:
    lea, frieda = house.actor("lea", "frauenhaus"), house.actor("frieda", "frauenhaus")
    hers, his = created(house, frieda), created(house, house.actor("berta", "beratung"))
    (case,) = cases(house, hers)
    done(do(house, lea, close_case, case.id, "fertig"))
    pair = kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    done(do(house, frieda, open_case, hers.id, "sie ist wieder da"))
    assert all(each.restricted for each in cases(house, hers))
    assert lifting(house, house.actor("olga", "datenschutz"), hers, pair) == Done(None)
    opened = [each for each in cases(house, hers) if each.closed_at is None]
    assert [each.restricted for each in opened] == [False]


def test_a_wall_that_stands_by_itself_outlives_the_pair(house: House) -> None:
    lea, berta = house.actor("lea", "frauenhaus"), house.actor("berta", "beratung")
    hers, his = created(house, lea), created(house, berta)
    work = house.work(lea)
    assert isinstance(record_wall(work, lea, hers.id, berta.staff), Done)
    work.finish()
    pair = kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    assert lifting(house, house.actor("olga", "datenschutz"), hers, pair) == Done(None)
    assert walls(house, hers) == {berta.staff}
    assert read(house, berta, hers) == SHUT


def test_whom_a_wall_keeps_from_one_does_not_know_her_and_may_work_with_the_other(
    house: House,
) -> None:
    lea, frieda = house.actor("lea", "frauenhaus"), house.actor("frieda", "frauenhaus")
    hers, his = created(house, frieda), created(house, house.actor("berta", "beratung"))
    work = house.work(lea)
    assert isinstance(record_wall(work, lea, hers.id, frieda.staff), Done)
    work.finish()
    kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    assert walls(house, his) == set()


def test_a_wall_of_the_pair_that_somebody_lifted_in_the_file_is_no_trouble(house: House) -> None:
    hers, his, pair = apart(house)
    work = house.work()
    for wall in work.session.scalars(select(Wall).where(Wall.client_id == hers.id)):
        change(work, wall, lifted_at=work.clock.now())
    work.finish()
    assert lifting(house, house.actor("olga", "datenschutz"), hers, pair) == Done(None)
    assert walls(house, his) == set()


def test_whoever_was_walled_off_meanwhile_begins_again(house: House) -> None:
    hers, *_ = apart(house)
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    (case,) = work.session.scalars(select(Case).where(Case.client_id == hers.id))
    with pytest.raises(Stale):
        keep_apart(work, berta, case)
    work.abandon()
    free = created(house, house.actor("ida", "wohnen"))
    (case,) = work.session.scalars(select(Case).where(Case.client_id == free.id))
    assert keep_apart(work, berta, case) == Deeds()
