from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from caseflow.cli.passwords import password_file, take_password
from caseflow.vocabulary.errors import OperatorError


@click.command()
@password_file
@click.option("--new", is_flag=True)
def command(password_file: Path | None, *, new: bool) -> None:
    click.echo(f"<{take_password(password_file, new=new)}>")


def test_it_is_asked_and_not_shown() -> None:
    found = CliRunner().invoke(command, input="korrekt pferd\n")
    assert found.stdout == "<korrekt pferd>\n"
    assert "korrekt" not in found.stderr


def test_a_new_one_is_typed_twice() -> None:
    found = CliRunner().invoke(command, ["--new"], input="eins\nzwei\neins\neins\n")
    assert found.stdout == "<eins>\n"


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_file_may_end_with_its_line(tmp_path: Path, end: str) -> None:
    file = tmp_path / "password"
    file.write_bytes(f" mit Rand {end}".encode())
    file.chmod(0o600)
    assert take_password(file) == " mit Rand "
    found = CliRunner(env={"CASEFLOW_PASSWORD_FILE": str(file)}).invoke(command)
    assert found.stdout == "< mit Rand >\n"


def test_a_file_that_others_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("geheim")
    file.chmod(0o644)
    with pytest.raises(OperatorError, match="chmod 600"):
        take_password(file)


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="cannot be read"):
        take_password(tmp_path / "none")
