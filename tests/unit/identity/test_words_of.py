from caseflow.identity.words_of import joined, words_of
from caseflow.keys import recipients
from caseflow.keys.staff_keys import delete_wrappings
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House


def test_the_words_are_those_of_the_key(house: House) -> None:
    work = house.work()
    berta = house.staff["berta"]
    assert words_of(work, berta) == recipients.words_of(work, berta)
    assert words_of(work, berta) != words_of(work, house.staff["lea"])


def test_whoever_has_no_password_has_no_words(house: House) -> None:
    work = house.work()
    berta, lea = house.staff["berta"], house.staff["lea"]
    delete_wrappings(work, berta)
    assert words_of(work, berta) is None
    assert words_of(work, new_id()) is None
    assert joined(work, [berta, lea, new_id()]) == {lea}
    assert joined(work, []) == frozenset()
