import pytest
from sqlalchemy import create_engine, text

from caseflow.cli.opened import opened, work_of
from caseflow.database.unit_of_work import Work
from caseflow.identity import list_units
from tests.factories.command_line import Installed
from tests.unit.cli.conftest import HANDED


def _staged(database_url: str) -> int:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        count: int = connection.execute(text("select count(*) from staged_entries")).scalar_one()
    engine.dispose()
    return count


def _rename_and_fail(work: Work) -> None:
    work.session.execute(text("update units set name = 'Anders'"))
    raise LookupError


def test_what_was_traced_is_in_the_log_afterwards(installed: Installed, database_url: str) -> None:
    assert installed.shares
    assert _staged(database_url) > 0
    with opened(HANDED) as installation, work_of(installation) as work:
        assert [unit.slug for unit in list_units(work)] == ["beratung", "datenschutz"]
    assert _staged(database_url) == 0


def test_it_opens_without_the_trustee(
    installed: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CASEFLOW_TRUSTEE_KEY_FILE")
    assert installed.said("unit", "list")


def test_another_root_key_is_one_sentence(
    installed: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CASEFLOW_ROOT_KEY_FILE")
    monkeypatch.setenv("CASEFLOW_ROOT_KEY", bytes(range(7, 39)).hex())
    assert "root key" in installed.refused("unit", "list")


def test_what_fails_is_rolled_back(installed: Installed) -> None:
    assert installed.shares
    with opened(HANDED) as installation:
        with pytest.raises(LookupError), work_of(installation) as work:
            _rename_and_fail(work)
        with work_of(installation) as work:
            assert "Anders" not in [unit.name for unit in list_units(work)]
