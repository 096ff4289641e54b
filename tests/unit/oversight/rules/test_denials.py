from datetime import timedelta

from caseflow.oversight.rules import Seen
from caseflow.oversight.rules.denials import Denials
from caseflow.vocabulary.acts import Act
from tests.unit.oversight.rules.entries import MONDAY, found, seen, setting


def refused(*numbers: int) -> list[Seen]:
    return [seen(number, permitted=False) for number in numbers]


def test_refusals_in_a_row_are_found_and_a_permitted_look_ends_a_row() -> None:
    rules = setting(denials_in_a_row=3)
    three = [seen(number, permitted=False) for number in (1, 2, 4)]
    [hit] = found(Denials(rules), three[0], three[1], seen(3, act=Act.LOGIN), three[2])
    assert hit.positions == (1, 2, 4)
    assert found(Denials(rules), three[0], three[1], seen(3), three[2]) == []
    assert len(found(Denials(rules), *three, seen(5), *three)) == 2


def test_one_permitted_look_does_not_hide_what_was_refused_before_it() -> None:
    rules = setting(denials_in_a_row=5, denials_a_day=10)
    [hit] = found(Denials(rules), *refused(*range(20)), seen(20))
    assert (hit.count, dict(hit.values)) == (20, {})


def test_who_puts_permitted_looks_in_between_is_found_by_the_day() -> None:
    rules = setting(denials_in_a_row=5, denials_a_day=6)
    between = [*refused(1, 2, 3), seen(4), *refused(5, 6, 7), seen(8)]
    [hit] = found(Denials(rules), *between)
    assert hit.positions == (1, 2, 3, 5, 6, 7)
    assert dict(hit.values) == {"when": "day", "day": str(MONDAY.date())}
    tomorrow = [seen(9, permitted=False, at=MONDAY + timedelta(days=1))]
    assert found(Denials(rules), *between[:-2], *tomorrow) == []
    # A row that was found tells of its day already.
    assert len(found(Denials(rules), *between, *refused(*range(10, 15)))) == 1
