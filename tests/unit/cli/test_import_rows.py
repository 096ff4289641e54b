from pathlib import Path

import pytest

from tests.factories.command_line import FOUNDER, Installed

HEAD = "#caseflow;client_name;birth_date\n"
LINES = (";Abel, Ada;4.3.1990\n", ";Bach, Bea;31.6.1990\n", ";Abel, Ada;4.3.1990\n")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    file = tmp_path / "liste.csv"
    file.write_text(HEAD + "".join(LINES * 2), encoding="utf-8-sig")
    return file


@pytest.mark.parametrize("together", [2, 25])
def test_a_try_says_what_the_import_does(
    installed: Installed, sheet: Path, monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    monkeypatch.setattr("caseflow.cli.import_rows.TOGETHER", together)
    command = ("import", "clients", str(sheet), "--as", FOUNDER, "--unit", "beratung")
    assert installed.run(*command, "--dry-run", "--language", "en") == 1
    tried = installed.capsys.readouterr().out
    assert installed.run(*command, "--language", "en") == 1
    done = installed.capsys.readouterr().out
    for said, count in (("imported before", 3), ("with mistakes, not imported", 2)):
        assert f"{said}: {count}\n" in f"{tried}\n"
        assert f"{said}: {count}\n" in f"{done}\n"
    assert "sound, not imported: 1" in tried
    assert "imported: 1" in done
    lines = [line for line in done.splitlines() if line.startswith("line ")]
    assert [line.partition(",")[0] for line in lines] == ["line 3", "line 6"]
