from caseflow.oversight.review.show_review import show_review
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from tests.factories.house import House
from tests.unit.oversight.review.signing import reviewed
from tests.unit.vault.reading import log


def test_the_look_is_in_the_log_before_anything_is_shown(house: House) -> None:
    seen = reviewed(house, house.actor("olga", "datenschutz"))
    assert seen.findings is not None
    assert seen.findings.own == 1
    assert log(house) == []  # it was brought in
    berta = house.actor("berta", "beratung")
    assert isinstance(show_review(house.work(berta), berta), Refused)
    assert log(house)[-1]["act"] == Act.LOG_READ
