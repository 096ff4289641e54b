import stat
from pathlib import Path

import pytest

from caseflow.vocabulary.answers import Refused
from tests.factories.command_line import FOUNDER, Installed

HEAD = "#caseflow;client_name;birth_date;entry:note:goals;entry:note:goals:day\n"
GOOD = ";Nazari, Samira;14.9.1991;Sie kam.;1.2.2026\n"
BAD = ";Müller, Eva;31.06.2022;=1+1;1.2.2026\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    file = tmp_path / "liste.csv"
    file.write_text(HEAD + GOOD + BAD, encoding="utf-8-sig")
    return file


@pytest.fixture(autouse=True)
def _german(installed: Installed, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - it comes after it
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")


def _command(file: Path, *more: str) -> tuple[str, ...]:
    return ("import", "clients", str(file), "--as", FOUNDER, "--unit", "beratung", *more)


def test_good_lines_come_in_and_bad_ones_are_written_to_be_mended(
    installed: Installed, sheet: Path
) -> None:
    assert installed.run(*_command(sheet)) == 1
    said = installed.capsys.readouterr()
    assert (
        "Zeile 3, Spalte „birth_date“: 31.06.2022 ist kein Tag: Der Juni hat 30 Tage." in said.out
    )
    assert "eingelesen: 1" in said.out
    assert said.err == "caseflow: Zeilen mit Fehlern: 1; berichtigen Sie sie.\n"
    mend = sheet.with_name("liste-to-mend.csv")
    assert stat.S_IMODE(mend.stat().st_mode) == 0o600
    mend.write_text(mend.read_text("utf-8-sig").replace(";31.06.2022;", ";30.06.1982;"), "utf-8")
    assert installed.told(*_command(mend))["imported"] == 1
    again = installed.told(*_command(mend))
    assert (again["imported"], again["already"]) == (0, 1)


def test_the_same_file_again_writes_nothing_over(installed: Installed, sheet: Path) -> None:
    for _ in range(2):
        assert installed.run(*_command(sheet)) == 1
    mend = sheet.with_name("liste-to-mend.csv")
    assert sorted(sheet.parent.glob("*.csv")) == [mend, sheet]
    mend.write_text("mine")
    assert installed.run(*_command(sheet)) == 1
    assert mend.read_text() == "mine"
    assert sheet.with_name("liste-to-mend-2.csv").exists()


def test_a_dry_run_writes_nothing(installed: Installed, sheet: Path) -> None:
    assert installed.run(*_command(sheet, "--dry-run", "--language", "en")) == 1
    said = installed.capsys.readouterr().out
    assert "31.06.2022 is not a day: June has 30 days." in said
    assert "sound, not imported: 1" in said
    assert list(sheet.parent.glob("*.csv")) == [sheet]
    sheet.write_text(HEAD + GOOD, encoding="cp1252")
    assert installed.told(*_command(sheet))["imported"] == 1


def test_headings_may_be_mapped(installed: Installed, tmp_path: Path) -> None:
    file, mapping = tmp_path / "alt.csv", tmp_path / "alt.csv.toml"
    file.write_text("Name\tNr.\nNazari, Samira\t1\n", encoding="utf-16")
    mapping.write_text('[columns]\nName = "client_name"\n"Nr." = "-"\n')
    assert installed.told(*_command(file))["imported"] == 1
    mapping.rename(tmp_path / "other.toml")
    assert "--mapping" in installed.refused(*_command(file))
    named = _command(file, "--mapping", str(tmp_path / "other.toml"))
    assert installed.told(*named)["already"] == 1
    (tmp_path / "other.toml").write_text("[columns")
    assert "Zuordnung" in installed.refused(*named)


@pytest.mark.parametrize(
    ("data", "word"),
    [(b"PK\x03\x04", "CSV UTF-8"), (b"%PDF", "CSV UTF-8"), (b"", "leer"), (b"a;b", "#caseflow")],
)
def test_what_is_no_sheet_is_one_sentence(
    installed: Installed, sheet: Path, data: bytes, word: str
) -> None:
    sheet.write_bytes(data)
    assert word in installed.refused(*_command(sheet))


def test_one_mistake_in_a_column_of_many_answers_is_said_once(
    installed: Installed, sheet: Path
) -> None:
    head = "#caseflow;client_name;birth_date;entry:note:goals;told_on\n"
    sheet.write_text(f"{head};Nazari, Samira;14.9.1991;Sie kam.;31.2.2026\n", encoding="utf-8")
    assert installed.run(*_command(sheet)) == 1
    assert installed.capsys.readouterr().out.count("31.2.2026 ist kein Tag") == 1


def test_where_it_goes_must_be_clear(installed: Installed, sheet: Path) -> None:
    words = ("import", "clients", str(sheet), "--as", FOUNDER)
    assert "--unit: " in installed.refused(*words)
    assert "caseflow unit list" in installed.refused(*words, "--unit", "nowhere")
    assert "Rolle" in installed.refused(*words, "--unit", "datenschutz")


def test_an_import_that_is_refused_half_way_says_so(
    installed: Installed, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.cli.import_rows.import_lines", lambda *_, **__: Refused())
    assert "noch einmal" in installed.refused(*_command(sheet))
