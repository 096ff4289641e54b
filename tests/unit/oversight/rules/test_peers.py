from caseflow.oversight.rules.peers import median_of_unit
from tests.unit.oversight.rules.entries import ANNA, BEA, CORA, SHELTER, UNIT


def test_the_others_of_the_unit_are_the_measure() -> None:
    counts = {(ANNA, UNIT): 90, (BEA, UNIT): 2, (CORA, UNIT): 4, (BEA, SHELTER): 50}
    assert median_of_unit(counts, (ANNA, UNIT)) == 3
    assert median_of_unit(counts, (BEA, SHELTER)) == 0
