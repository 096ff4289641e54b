from caseflow.oversight.rules.seen import NAMED_AT_MOST, Entries, hit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.review_rules import Rule
from tests.unit.oversight.rules.entries import ANNA, UNIT, seen


def test_of_very_many_entries_some_are_named_and_all_are_counted() -> None:
    entries = Entries()
    for number in range(NAMED_AT_MOST + 5):
        entries.add(number)
    told = hit(Rule.BULK, (ANNA, UNIT), entries, clients=3)
    assert (told.count, len(told.positions)) == (NAMED_AT_MOST + 5, NAMED_AT_MOST)
    assert told.values == {"clients": "3"}


def test_what_opens_something_of_a_client_counts() -> None:
    assert seen().opened
    assert not seen(permitted=False).opened
    assert not seen(client=None).opened
    assert not seen(act=Act.CLIENT_SEARCH).opened
