from caseflow.oversight.rules.denials import Denials
from caseflow.vocabulary.acts import Act
from tests.unit.oversight.rules.entries import found, seen, setting


def test_refusals_in_a_row_are_found_and_a_permitted_look_ends_a_row() -> None:
    rules = setting(denials_in_a_row=3)
    three = [seen(number, permitted=False) for number in (1, 2, 4)]
    [hit] = found(Denials(rules), three[0], three[1], seen(3, act=Act.LOGIN), three[2])
    assert hit.positions == (1, 2, 4)
    assert found(Denials(rules), three[0], three[1], seen(3), three[2]) == []
    assert len(found(Denials(rules), *three, seen(5), *three)) == 2
