from uuid import UUID

from caseflow.oversight.rules.search_then_open import SearchThenOpen
from caseflow.oversight.rules.seen import Seen
from caseflow.vocabulary.acts import Act
from tests.unit.oversight.rules.entries import ANNA, BEA, found, seen, setting


def _searching(staff: UUID, times: int, start: int = 0) -> list[Seen]:
    entries = []
    for number in range(start, start + 2 * times, 2):
        entries += [seen(number, staff, act=Act.CLIENT_SEARCH, client=None)]
        entries += [seen(number + 1, staff)]
    return entries


def test_who_opens_what_she_searched_for_far_oftener_than_others_is_found() -> None:
    rules = setting(searched_least=4, searched_times=3)
    both = [*_searching(ANNA, 7), *_searching(BEA, 2)]
    [hit] = found(SearchThenOpen(rules), *both)
    assert (hit.staff, hit.count, hit.values) == (ANNA, 7, {"median": "2"})
    assert found(SearchThenOpen(rules), *_searching(ANNA, 6), *_searching(BEA, 2)) == []
    assert found(SearchThenOpen(rules), *_searching(ANNA, 3)) == []


def test_what_is_opened_much_later_or_without_a_search_does_not_count() -> None:
    later = [seen(0, act=Act.CLIENT_SEARCH, client=None), seen(6), seen(7), seen(8, act=Act.LOGOUT)]
    assert found(SearchThenOpen(setting(searched_least=1)), *later) == []
