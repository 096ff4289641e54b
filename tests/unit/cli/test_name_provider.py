import tomllib
from pathlib import Path

import pytest

from caseflow.cli.name_provider import check_name, name_provider
from caseflow.vocabulary.errors import OperatorError
from tests.factories.house import configuration


def test_a_file_of_its_own_stays_and_no_other_name_is_taken(tmp_path: Path) -> None:
    known, file = configuration(), tmp_path / "provider.toml"
    check_name(tmp_path, known, "Frauenhilfe")
    file.write_text("mine")
    check_name(tmp_path, known, known.provider)
    assert name_provider(tmp_path, known, known.provider) is None
    assert file.read_text() == "mine"
    with pytest.raises(OperatorError) as refused:
        check_name(tmp_path, known, "Frauenhilfe")
    assert known.provider in str(refused.value)


def test_a_name_is_read_as_it_was_given_whatever_is_in_it(tmp_path: Path) -> None:
    name = 'Frauen"hilfe\\ {e} \n\t\x01\x7f\u2028 😀 ئا'
    assert name_provider(tmp_path, configuration(), name) is None
    assert tomllib.loads((tmp_path / "provider.toml").read_text())["name"] == name


def test_where_it_cannot_be_written_she_reads_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    said = name_provider(tmp_path / "config", configuration(), "Frauenhilfe")
    assert said is not None
    assert 'name = "Frauenhilfe"\ntime_zone = "Europe/Berlin"\n' in said
