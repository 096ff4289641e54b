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


def test_where_it_cannot_be_written_she_reads_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    said = name_provider(tmp_path / "config", configuration(), "Frauenhilfe")
    assert said is not None
    assert 'name = "Frauenhilfe"\ntime_zone = "Europe/Berlin"\n' in said
