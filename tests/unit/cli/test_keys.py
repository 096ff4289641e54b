from caseflow.cli.keys import keys, rotate
from caseflow.cli.program import program


def test_the_command_knows_both_groups() -> None:
    assert program.commands["keys"] is keys
    assert keys.commands["rotate"] is rotate
