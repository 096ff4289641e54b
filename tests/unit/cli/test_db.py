from collections.abc import Callable

import pytest

from caseflow.operations.migrate import standing

Command = Callable[..., int]


def test_up_check_and_down(
    caseflow: Command, capsys: pytest.CaptureFixture[str], database_url: str
) -> None:
    assert caseflow("db", "upgrade") == 0
    assert caseflow("db", "check") == 0
    assert (
        capsys.readouterr().out.count(f"stands at migration {standing(database_url).needed}.") == 2
    )
    assert caseflow("db", "downgrade", "base") == 0
    assert "stands at migration none" in capsys.readouterr().out


def test_a_database_behind_the_program_is_one_sentence(
    caseflow: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    caseflow("db", "upgrade")
    caseflow("db", "downgrade")
    capsys.readouterr()
    assert caseflow("db", "check") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.endswith("Run: caseflow db upgrade\n")


def test_an_unknown_revision_is_one_sentence(
    caseflow: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    caseflow("db", "upgrade")
    assert caseflow("db", "downgrade", "never") == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("url", ["nonsense", "mysql://anna:geheim@localhost/x"])
def test_what_is_no_database_of_ours_is_one_sentence(
    caseflow: Command,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    url: str,
) -> None:
    monkeypatch.setenv("CASEFLOW_DATABASE_URL", url)
    assert caseflow("db", "check") == 1
    said = capsys.readouterr().err
    assert said == "caseflow: CASEFLOW_DATABASE_URL is not the address of a database.\n"
