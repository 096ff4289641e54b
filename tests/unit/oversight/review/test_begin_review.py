from caseflow.oversight.review.begin_review import begin_review
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from tests.factories.house import House
from tests.unit.oversight.review.signing import shown
from tests.unit.vault.reading import newest


def test_who_begins_fixes_the_end_and_a_later_beginning_moves_it_no_more(house: House) -> None:
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    work = house.work(berta)
    assert begin_review(work, berta) == Refused(Reason.NOT_YOUR_ROLE)
    work.finish()
    ends = []
    for _ in range(2):
        work = house.work(olga)
        assert begin_review(work, olga) == Done(None)
        work.finish()
        assert newest(house, Act.LOG_READ)["details"] == {"review": "begin", "first": "0"}
        period = shown(house, olga).period
        assert period is not None
        ends.append(period.head.size)
    assert ends[0] == ends[1]
