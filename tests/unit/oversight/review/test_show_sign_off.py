from caseflow.oversight.review import show_sign_off
from caseflow.vocabulary.answers import Disclosed, Done, Refused
from tests.factories.house import House
from tests.unit.oversight.review.signing import signed


def test_what_was_signed_is_shown_without_its_note(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    answer = signed(house, olga)
    assert isinstance(answer, Done)
    found = show_sign_off(house.work(olga), olga, answer.value)
    assert isinstance(found, Disclosed)
    assert (found.value.id, found.value.reviewer) == (answer.value, olga.staff)
    assert show_sign_off(house.work(olga), olga, olga.staff) == Refused()
