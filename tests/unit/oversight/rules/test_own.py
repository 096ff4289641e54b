from caseflow.oversight.rules.own import Own
from caseflow.vocabulary.acts import Act
from tests.unit.oversight.rules.entries import found, seen, setting


def test_the_alarms_of_the_vault_are_found() -> None:
    entries = [seen(), seen(1, act=Act.ALARM_KIN), seen(2, act=Act.ALARM_ADDRESS)]
    [hit] = found(Own(setting()), *entries)
    assert hit.positions == (1, 2)
