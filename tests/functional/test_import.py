"""An import as a provider lives it: a killed run, run again, and found by name afterwards."""

from pathlib import Path

import pytest

from caseflow.cli.acting import Login, acting
from caseflow.records.imports import import_lines
from caseflow.records.search_clients import Hits, search_clients
from caseflow.vocabulary.answers import Disclosed
from tests.factories.command_line import FOUNDER, Installed
from tests.unit.cli.conftest import HANDED, caseflow, database_url  # noqa: F401 - fixtures

KEYS = "#caseflow;client_name;mother_tongue;entry:note:goals;told_on\r\n"
NAMES = ("Öztürk, Gülşen", "Бондаренко, Оксана", "=SUM(A1)", "Straßner, Bärbel", "الخطيب, مريم")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Return five sound lines."""
    file = tmp_path / "liste.csv"
    lines = [f";{name};Deutsch;Erstes Gespräch;1.2.2026\r\n" for name in NAMES]
    file.write_text(KEYS + "".join(lines), encoding="utf-8-sig", newline="")
    return file


def _command(file: Path) -> tuple[str, ...]:
    return ("import", "clients", str(file), "--as", FOUNDER, "--unit", "beratung")


def _names(password_path: Path) -> set[str]:
    with acting(HANDED, Login(FOUNDER, password_path)) as anna:
        assert anna.act_in("beratung")
        found: object = anna.do(search_clients, "")  # type: ignore[arg-type]  # she is in a unit
    assert isinstance(found, Disclosed)
    assert isinstance(found.value, Hits)
    return {hit.name for hit in found.value.clients}


def test_a_killed_run_leaves_whole_lines_and_goes_on(
    installed: Installed, sheet: Path, password_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []

    def killed(*some: object, **more: object) -> object:
        if done:
            import_lines(*some, **more)  # type: ignore[arg-type]  # as it was called
            raise KeyboardInterrupt
        done.append(import_lines(*some, **more))  # type: ignore[arg-type]  # as it was called
        return done[-1]

    with monkeypatch.context() as patched:
        patched.setattr("caseflow.cli.import_rows.TOGETHER", 2)
        patched.setattr("caseflow.cli.import_rows.import_lines", killed)
        assert installed.run(*_command(sheet)) == 1
    assert _names(password_path) == set(NAMES[:2])
    installed.capsys.readouterr()
    again = installed.told(*_command(sheet))
    assert (again["imported"], again["already"], again["bad"]) == (3, 2, 0)
    assert _names(password_path) == set(NAMES)


def test_the_log_is_sound_afterwards(installed: Installed, sheet: Path) -> None:
    assert installed.told(*_command(sheet))["imported"] == len(NAMES)
    assert installed.told("audit", "verify")["verified"] is True
