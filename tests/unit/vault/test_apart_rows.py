from sqlalchemy import update

from caseflow.database.tables.kept_apart import KeptApart
from caseflow.vault.apart_rows import all_apart, apart_of, present_cases
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.kept_apart import created, kept_apart, lifting


def test_a_pair_is_found_by_either_and_once_it_is_lifted_by_none(house: House) -> None:
    frieda, berta = house.actor("frieda", "frauenhaus"), house.actor("berta", "beratung")
    hers, his = created(house, frieda), created(house, berta)
    pair = kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    work = house.work()
    for one, other in ((hers, his), (his, hers)):
        apart = apart_of(work, one.id)
        assert [row.id for row in apart.pairs] == [pair]
        assert (apart.any, apart.doubt) == (True, False)
        assert apart.other_of(apart.pairs[0]) == other.id
        assert apart.cases == {
            case.id for each in (hers, his) for case in present_cases(work, each.id)
        }
    assert [row.id for row in all_apart(work).pairs] == [pair]
    assert not apart_of(work, new_id()).any
    work.finish()
    lifting(house, house.actor("olga", "datenschutz"), his, pair)
    work = house.work()
    assert (apart_of(work, hers.id).any, all_apart(work).any) == (False, False)


def test_a_broken_pair_is_a_doubt_and_names_nobody(house: House) -> None:
    frieda, berta = house.actor("frieda", "frauenhaus"), house.actor("berta", "beratung")
    hers, his = created(house, frieda), created(house, berta)
    kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    work = house.work()
    work.session.execute(update(KeptApart).values(recorded_by=new_id()))
    apart = apart_of(work, hers.id)
    assert (apart.pairs, apart.doubt, apart.any) == ((), True, True)
    assert len(work.alarms) == 1
