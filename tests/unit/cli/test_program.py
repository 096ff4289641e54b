from collections.abc import Callable

import click
import pytest

from caseflow.cli.program import COMMANDS, program
from caseflow.vocabulary.errors import BadConfiguration

Command = Callable[..., int]


def _every_command() -> list[tuple[list[str], click.Command]]:
    found: list[tuple[list[str], click.Command]] = []
    for command in COMMANDS:
        inner = command.commands.values() if isinstance(command, click.Group) else ()
        found.append(([str(command.name)], command))
        found += [([str(command.name), str(each.name)], each) for each in inner]
    return found


@pytest.mark.parametrize(
    ("words", "command"), [pytest.param(*each, id=" ".join(each[0])) for each in _every_command()]
)
def test_every_command_explains_itself_with_an_example(
    caseflow: Command,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    command: click.Command,
) -> None:
    assert caseflow(*words, "--help") == 0
    said = capsys.readouterr().out
    assert command.help
    if not isinstance(command, click.Group):
        assert f"Example: caseflow {' '.join(words)}" in said


@pytest.mark.parametrize("words", [["nothing"], ["db", "sideways"], ["serve", "--port", "x"]])
def test_wrong_usage_is_two(
    caseflow: Command, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert caseflow(*words) == 2
    assert "Usage: caseflow" in capsys.readouterr().err


@pytest.mark.parametrize(
    "error", [BadConfiguration("Mend it."), click.Abort(), PermissionError(13, "no", "/data")]
)
def test_a_refusal_is_one_and_one_sentence(
    caseflow: Command,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setitem(program.commands, "fail", click.Command("fail", callback=fail))
    assert caseflow("fail") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("caseflow: ")
    assert said.err.count("\n") == 1


def test_a_command_that_is_done_says_zero(
    caseflow: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(program.commands, "do", click.Command("do", callback=lambda: None))
    assert caseflow("do") == 0
