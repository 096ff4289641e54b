from caseflow.exceptions import ApartView, PairView, list_all_apart, list_apart
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.kept_apart import created, kept_apart, lifting
from tests.unit.vault.reading import newest


def test_a_lead_sees_what_her_unit_recorded_and_nothing_of_the_other(house: House) -> None:
    lea = house.actor("lea", "frauenhaus")
    hers, his = created(house, lea), created(house, house.actor("berta", "beratung"))
    kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    pair = kept_apart(house, house.actor("frieda", "frauenhaus"), hers, his)
    work = house.work(lea)
    view = ApartView(pair, house.staff["frieda"], work.clock.now())
    assert list_apart(work, lea, hers.id) == Disclosed((view,))
    assert newest(house, Act.APART_READ)["details"] == {"pairs": "1"}
    for unknown in (his.id, new_id()):
        assert list_apart(work, lea, unknown) == Refused(Reason.NOT_OPEN)
    lifting(house, lea, hers, pair)
    assert list_apart(work, lea, hers.id) == Disclosed(())


def test_the_officer_sees_every_pair_by_ids(house: House) -> None:
    wanda, olga = house.actor("wanda", "wohnen"), house.actor("olga", "datenschutz")
    hers = created(house, house.actor("frieda", "frauenhaus"))
    his = created(house, house.actor("berta", "beratung"))
    pair = kept_apart(house, wanda, hers, his)
    work = house.work(olga)
    view = PairView(pair, (hers.id, his.id), wanda.unit, wanda.staff, work.clock.now())
    assert list_all_apart(work, olga) == Disclosed((view,))
    assert set(newest(house, Act.APART_READ)["clients"]) == {str(hers.id), str(his.id)}


def test_all_pairs_are_nobody_elses_to_see(house: House) -> None:
    lea, frieda = house.actor("lea", "frauenhaus"), house.actor("frieda", "frauenhaus")
    for who in (lea, frieda):
        assert list_all_apart(house.work(who), who) == Refused(Reason.NOT_YOUR_ROLE)
