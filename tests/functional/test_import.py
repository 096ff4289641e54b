"""An import as a provider lives it: a killed run, run again, and found by name afterwards."""

from datetime import date
from pathlib import Path

import pytest

from caseflow.cli.acting import Login, acting
from caseflow.records.imports import import_lines
from caseflow.records.search_clients import Hits, search_clients
from caseflow.vocabulary.answers import Disclosed
from tests.factories.command_line import FOUNDER, Installed
from tests.unit.cli.conftest import HANDED, caseflow, database_url  # noqa: F401 - fixtures
from tests.unit.records.imports.workbooks import workbook

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


def test_a_workbook_is_taken_in_and_what_is_wrong_in_it_is_mended_as_csv(
    installed: Installed, tmp_path: Path, password_path: Path
) -> None:
    head = ["#caseflow", "client_name", "birth_date", "told_on"]
    sound = [None, NAMES[0], date(1991, 9, 14), date(2026, 2, 1)]
    file = tmp_path / "liste.bin"  # what it holds says what it is
    file.write_bytes(workbook(head, sound, [None, NAMES[3], "31.6.1982", date(2026, 2, 1)]))
    assert installed.run(*_command(file)) == 1
    assert "liste-to-mend.csv" in installed.capsys.readouterr().out
    mend = tmp_path / "liste-to-mend.csv"
    mend.write_text(mend.read_text("utf-8-sig").replace("31.6.1982", "30.6.1982"), "utf-8")
    assert installed.told(*_command(mend))["imported"] == 1
    assert _names(password_path) == {NAMES[0], NAMES[3]}
    saved = f"{';'.join(head)}\r\n;{NAMES[0]};14.09.1991;01.02.2026\r\n"
    (tmp_path / "as.csv").write_text(saved, "utf-8-sig")
    assert installed.told(*_command(tmp_path / "as.csv"))["already"] == 1


def test_a_sheet_is_named(installed: Installed, tmp_path: Path) -> None:
    file = tmp_path / "liste.xlsx"
    file.write_bytes(workbook(["#caseflow", "client_name"], Deckblatt=["nothing"]))
    assert "Liste, Deckblatt" in installed.refused(*_command(file), "--sheet", "Nirgends")
    assert installed.run(*_command(file), "--sheet", "Deckblatt") == 1
