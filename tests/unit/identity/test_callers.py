from caseflow.identity.callers import COMMAND_LINE, PROGRAM, STRANGER, Caller


def test_a_program_has_no_browser_and_a_strange_browser_has_an_empty_one() -> None:
    assert PROGRAM.browser is None
    assert STRANGER.browser is None
    assert Caller("") not in {STRANGER, PROGRAM}
    assert COMMAND_LINE.browser is None
    assert COMMAND_LINE.command_line


def test_the_token_is_printed_nowhere() -> None:
    assert "geheim" not in repr(Caller("geheim"))
