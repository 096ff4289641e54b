from sqlalchemy import select

from caseflow.database.tables.clients import Wall
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.exceptions import list_apart
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.kept_apart import at_desk, created, kept_apart, lifting
from tests.factories.merges import merged
from tests.unit.vault.reading import log, read

CLOSED = Refused(Reason.NOT_OPEN)


def test_a_lead_of_the_unit_that_recorded_it_lifts_it_with_all_that_followed(house: House) -> None:
    lea, berta = house.actor("lea", "frauenhaus"), house.actor("berta", "beratung")
    hers, his = created(house, lea), created(house, berta)
    pair = kept_apart(house, lea, hers, his)
    assert read(house, lea, his) == read(house, berta, hers) == CLOSED
    assert lifting(house, lea, hers, pair) == Done(None)
    with house.sessions() as session:
        assert all(wall.lifted_at for wall in session.scalars(select(Wall)))
        row = session.scalars(select(KeptApart)).one()
    assert (row.lifted_by, row.reason is None) == (lea.staff, False)
    assert not isinstance(read(house, house.actor("lea", "beratung"), his), Refused)
    traces = [each for each in log(house) if each["act"] == Act.APART_LIFT]
    assert {each["client"] for each in traces} == {str(hers.id), str(his.id)}
    assert "Verwechslung" not in str(log(house))
    assert lifting(house, lea, hers, pair) == Refused(Reason.TOO_LATE)


def test_what_is_listed_under_another_id_of_hers_is_lifted_under_it(house: House) -> None:
    lea, olga = house.actor("lea", "frauenhaus"), house.actor("olga", "datenschutz")
    hers, again = created(house, lea), created(house, lea)
    his = created(house, house.actor("berta", "beratung"))
    pair = kept_apart(house, lea, hers, his)
    merged(house, lea, olga, hers, again)
    work = house.work(lea)
    answer = list_apart(work, lea, again.id)
    assert isinstance(answer, Disclosed)
    assert [each.id for each in answer.value] == [pair]
    assert lifting(house, lea, again, pair) == Done(None)
    traces = [each for each in log(house) if each["act"] == Act.APART_LIFT]
    assert {each["client"] for each in traces} == {str(again.id), str(his.id)}


def test_an_officer_lifts_any_and_says_why(house: House) -> None:
    hers = created(house, house.actor("frieda", "frauenhaus"))
    his = created(house, house.actor("berta", "beratung"))
    pair = kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    olga = house.actor("olga", "datenschutz")
    missing = Invalid((Problem("reason", "required"),))
    assert lifting(house, olga, his, pair, "  ") == missing
    assert lifting(house, olga, his, new_id()) == CLOSED
    assert lifting(house, olga, created(house, house.actor("ida", "wohnen")), pair) == CLOSED
    assert lifting(house, olga, his, pair) == Done(None)


def test_another_units_pair_is_none(house: House) -> None:
    lea = house.actor("lea", "frauenhaus")
    hers, his = created(house, lea), created(house, house.actor("berta", "beratung"))
    pair = kept_apart(house, house.actor("wanda", "wohnen"), hers, his)
    assert lifting(house, lea, hers, pair) == lifting(house, lea, hers, new_id()) == CLOSED


def test_a_desk_or_another_role_is_not_enough(house: House) -> None:
    frieda, wanda = house.actor("frieda", "frauenhaus"), house.actor("wanda", "wohnen")
    hers, his = created(house, frieda), created(house, house.actor("berta", "beratung"))
    pair = kept_apart(house, frieda, hers, his)
    assert lifting(house, frieda, hers, pair) == Refused(Reason.NOT_YOUR_ROLE)
    at_desk(house, wanda, hers)
    assert lifting(house, wanda, hers, pair) == CLOSED
