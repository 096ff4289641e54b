from caseflow.exceptions import record_wall
from caseflow.exceptions.works_with_both import say_to, works_with_both
from caseflow.identity import end_membership
from caseflow.vocabulary.answers import Done, Problem
from tests.factories.house import House
from tests.factories.kept_apart import created
from tests.unit.records.desk_work import do, done
from tests.unit.vault.test_keep_apart import assign

ELSEWHERE = Problem("staff", "works_with_both_elsewhere")


def test_of_another_unit_nobody_is_named(house: House) -> None:
    hers = created(house, house.actor("lea", "frauenhaus"))
    his = created(house, house.actor("lea", "beratung"))
    for name, slug in (("frieda", "frauenhaus"), ("berta", "beratung"), ("ida", "wohnen")):
        actor = house.actor(name, slug)
        work = house.work(actor)
        (found,) = works_with_both(work, hers.id, his.id)
        assert found.staff == house.staff["lea"]
        assert list(say_to(work, actor, [found])) == [ELSEWHERE]
        work.finish()


def test_nobody_is_named_to_whom_one_of_the_cases_is_closed(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    hers, his = created(house, lea), created(house, lea)
    assert isinstance(assign(house, lea, his, lea.staff, restricted=True), Done)
    work = house.work(berta)
    found = works_with_both(work, hers.id, his.id)
    assert list(say_to(work, berta, found)) == [ELSEWHERE]
    work.finish()
    work = house.work(lea)
    found = works_with_both(work, hers.id, his.id)
    (problem,) = say_to(work, lea, found)
    assert problem.code == "works_with_both"


def test_who_is_walled_off_or_gone_works_with_neither(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    hers, his = created(house, berta), created(house, berta)
    work = house.work(lea)
    assert [each.staff for each in works_with_both(work, hers.id, his.id)] == [berta.staff]
    record_wall(work, lea, his.id, berta.staff)
    assert works_with_both(work, hers.id, his.id) == []
    work.finish()
    third = created(house, berta)
    work = house.work(lea)
    assert [each.staff for each in works_with_both(work, hers.id, third.id)] == [berta.staff]
    work.finish()
    done(do(house, lea, end_membership, berta.membership))
    work = house.work(lea)
    assert works_with_both(work, hers.id, third.id) == []
