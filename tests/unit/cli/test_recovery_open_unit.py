from pathlib import Path

import pytest
from click.testing import CliRunner

from caseflow.cli.program import program
from tests.factories.command_line import FOUNDER, Installed
from tests.unit.cli.conftest import HANDED

OPEN = ("recovery", "open-unit", "beratung", "--admit", FOUNDER)


@pytest.fixture
def shares(installed: Installed, tmp_path: Path) -> Path:
    file = tmp_path / "shares"
    file.write_text("\n\n".join(installed.shares[:2]) + "\n")
    file.chmod(0o600)
    return file


def test_enough_shares_in_a_file_admit_a_person(installed: Installed, shares: Path) -> None:
    said = installed.said(*OPEN, "--shares-file", str(shares), "--words-compared")
    assert said == (
        "anna belongs to beratung now, as lead. Clear the screen and put the shares back.\n"
    )


def test_typed_shares_are_asked_one_by_one_and_a_mistyped_one_again(installed: Installed) -> None:
    first, second, _ = installed.shares
    typed = f"{first} academic\n{first.upper()}\n{second}\ny\n"
    done = CliRunner().invoke(program, OPEN, input=typed, obj=HANDED)
    assert done.exit_code == 0, done.output
    assert "the recovery shares are mistyped: number 1" in done.output
    assert "The six words of " in done.output
    assert "belongs to beratung now" in done.output


def test_where_the_words_are_not_the_same_nobody_is_admitted(shares: Path) -> None:
    command = (*OPEN, "--shares-file", str(shares))
    done = CliRunner().invoke(program, command, input="n\n", obj=HANDED)
    assert "Nobody was admitted" in str(done.exception.sentence.template)  # type: ignore[union-attr]
    assert "belongs to" not in done.output


def test_what_does_not_fit_is_said_in_one_sentence(installed: Installed, shares: Path) -> None:
    command = (*OPEN, "--shares-file", str(shares))
    shares.write_text(installed.shares[0])
    assert "are too few; 1 more" in installed.refused(*command)
    shares.chmod(0o644)
    assert "may be read by others" in installed.refused(*command)
    shares.unlink()
    assert "The file of shares" in installed.refused(*command)
    unknown = (*OPEN[:4], "niemand@example.org")
    assert "the account is not known here" in installed.refused(*unknown)
