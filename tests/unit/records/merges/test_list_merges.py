"""What waits is shown to whom both are open, and what runs to who may undo it."""

from dataclasses import replace

import pytest

from caseflow.records.merges import MergeView, list_merges
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, case_at, new_client
from tests.factories.house import House
from tests.factories.merges import answered_merge, proposed
from tests.unit.vault.reading import newest


@pytest.fixture
def pair(house: House) -> tuple[Known, Known]:
    berta = house.actor("berta", "beratung")
    return new_client(house, berta), new_client(house, berta)


def listed(house: House, actor: Actor) -> tuple[MergeView, ...]:
    work = house.work(actor)
    answer = list_merges(work, actor)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def test_it_waits_for_a_colleague_and_for_officers(house: House, pair: tuple[Known, Known]) -> None:
    one, other = pair
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    olga, frieda = house.actor("olga", "datenschutz"), house.actor("frieda", "frauenhaus")
    case_at(house, frieda, one)
    merge = proposed(house, berta, one, other)
    [hers] = listed(house, berta)
    assert not hers.answerable  # she proposed it
    [waits] = listed(house, lea)
    assert (waits.id, waits.answerable, waits.undoable) == (merge, True, False)
    assert [each.code for each in waits.records] == [one.code, other.code]
    assert newest(house, Act.MERGE_READ)["clients"] == [str(one.id), str(other.id)]
    [seen] = listed(house, olga)
    assert [(each.client, each.code) for each in seen.records] == [(one.id, ""), (other.id, "")]
    assert listed(house, frieda) == ()


def test_one_that_runs_is_for_leads_and_officers_to_undo(
    house: House, pair: tuple[Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merge = proposed(house, berta, *pair)
    answered_merge(house, lea, merge)
    assert listed(house, berta) == ()
    for actor in (lea, house.actor("olga", "datenschutz")):
        [runs] = listed(house, actor)
        assert (runs.id, runs.answerable, runs.undoable) == (merge, False, True)
    assert listed(house, house.actor("lea", "frauenhaus")) == ()


def test_a_lead_elsewhere_is_not_told_who_else_knows_her(
    house: House, pair: tuple[Known, Known]
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    elsewhere = house.actor("lea", "frauenhaus")
    for known in pair:
        case_at(house, elsewhere, known)
    answered_merge(house, lea, proposed(house, berta, *pair))
    [runs] = listed(house, elsewhere)
    assert (runs.undoable, runs.unit, runs.proposed_by) == (True, None, None)
    for actor in (lea, house.actor("olga", "datenschutz")):
        [told] = listed(house, actor)
        assert (told.unit, told.proposed_by) == (berta.unit, berta.staff)


def test_who_is_no_member_is_refused(house: House) -> None:
    stranger = replace(house.actor("berta", "beratung"), membership=new_id())
    work = house.work()
    assert list_merges(work, stranger) == Refused(Reason.NOT_OPEN)
