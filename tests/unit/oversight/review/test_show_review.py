from caseflow.oversight.review.show_review import show_review
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.unit.oversight.review.signing import reviewed, shown
from tests.unit.vault.reading import log, read


def test_the_look_is_in_the_log_before_anything_is_shown(house: House) -> None:
    seen = shown(house, house.actor("olga", "datenschutz"))
    assert (seen.period, seen.findings, seen.unsigned) == (None, None, 1)
    assert log(house) == []  # it was brought in
    berta = house.actor("berta", "beratung")
    assert isinstance(show_review(house.work(berta), berta), Refused)
    assert log(house)[-1]["act"] == Act.LOG_READ


def test_a_period_has_one_end_and_one_sample_however_often_it_is_looked_at(house: House) -> None:
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    known = new_client(house, berta)
    read(house, berta, known)
    first = reviewed(house, olga)
    read(house, berta, known)
    again = reviewed(house, olga)
    assert again.period == first.period
    assert again.findings == first.findings
    assert [each.position for each in again.sample] == [each.position for each in first.sample]
    assert first.alone
    assert again.unsigned > first.unsigned
