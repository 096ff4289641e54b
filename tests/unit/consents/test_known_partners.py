from caseflow.consents.known_partners import known_partners
from tests.factories.house import House
from tests.factories.partners import POLICE, partner, told_over


def test_all_are_named_and_those_whose_agreement_runs_are_marked(house: House) -> None:
    running, over = partner(house), told_over(house)
    found = {each.id: (each.name, each.runs) for each in known_partners(house.work())}
    assert found == {running: (POLICE.name, True), over: (POLICE.name, False)}
