from caseflow.cli.program import COMMANDS
from caseflow.cli.recovery import recovery


def test_every_verb_is_added_and_the_group_is_a_command() -> None:
    assert recovery in COMMANDS
    assert {"open-unit", "renew"} <= set(recovery.commands)
