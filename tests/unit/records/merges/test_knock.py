from uuid import uuid4

from caseflow.records.merges import knock_at_merge
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.merges import proposed
from tests.unit.vault.reading import log


def test_who_has_both_before_her_is_let_in_and_nothing_is_done(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merge = proposed(house, berta, new_client(house, berta), new_client(house, berta))
    before = len(log(house))
    work = house.work(lea)
    assert knock_at_merge(work, lea, Act.MERGE_ANSWER, merge) is None
    work.finish()
    assert len(log(house)) == before
    assert knock_at_merge(work, lea, Act.MERGE_ANSWER, uuid4()) == Refused(Reason.NOT_OPEN)
    work.finish()


def test_that_an_answer_is_given_once_more_stands_in_the_log(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    merge = proposed(house, berta, new_client(house, berta), new_client(house, berta))
    work = house.work(lea)
    assert knock_at_merge(work, lea, Act.MERGE_ANSWER, merge, again=True) is None
    work.finish()
    told = [each for each in log(house) if each["act"] == Act.MERGE_ANSWER]
    assert [each["details"] for each in told] == [{"again": "yes"}] * 2
