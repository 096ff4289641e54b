import json
from collections.abc import Callable
from pathlib import Path

import pytest

from caseflow.database.engines import open_engine
from caseflow.operations.found_installation import found_installation
from caseflow.settings.config_folder import config_folder
from tests.factories.command_line import Installed
from tests.factories.founding import FOUNDING, OUTSIDE
from tests.factories.house import ROOT, TRUSTEE, StoppedClock, configuration
from tests.factories.openid_provider import provider

Command = Callable[..., int]


@pytest.fixture
def healthy(caseflow: Command, database_url: str, capsys: pytest.CaptureFixture[str]) -> Command:
    caseflow("db", "upgrade")
    engine = open_engine(database_url)
    found_installation(engine, OUTSIDE, configuration(), StoppedClock(), FOUNDING)
    engine.dispose()
    capsys.readouterr()
    return caseflow


def test_a_sound_installation_is_healthy(
    healthy: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert healthy("doctor", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["healthy"] is True
    assert [each["check"] for each in found["findings"]] == [
        "database",
        "migrations",
        "keys",
        "trustee",
        "places",
        "rotation",
    ]
    assert found["configuration"]["questions"] == 117
    assert found["configuration"]["retention"]


def test_it_can_be_read_by_people(healthy: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert healthy("doctor") == 0
    said = capsys.readouterr().out
    for heading in ("Settings", "Configuration", "Retention", "Findings"):
        assert f"{heading}\n" in said
    assert "keys: sound" in said
    assert "founded for" not in said


def test_papers_that_name_somebody_else_are_told(
    healthy: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "data" / "config" / "provider.toml"
    own.parent.mkdir(parents=True)
    own.write_text('name = "Andere"\ntime_zone = "Europe/Berlin"\nlanguages = ["de", "en"]\n')
    assert healthy("doctor") == 0
    assert "founded for Musterträger: every paper names Andere" in capsys.readouterr().out


def test_no_secret_is_listed(
    healthy: Command, capsys: pytest.CaptureFixture[str], database_url: str
) -> None:
    healthy("doctor")
    said = capsys.readouterr().out
    for secret in (ROOT.hex(), TRUSTEE.hex(), database_url):
        assert secret not in said
    assert "CASEFLOW_ROOT_KEY = (hidden) (file)" in said


def test_a_problem_is_listed_said_and_counted(
    caseflow: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert caseflow("doctor", "--json") == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["healthy"] is False
    assert said.err.startswith("caseflow: ")
    assert said.err.count("\n") == 1


def test_a_setting_that_cannot_be_read_is_one_sentence(
    caseflow: Command, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEFLOW_PORT", "many")
    assert caseflow("doctor") == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_an_openid_provider_needs_its_secret_and_an_answer(
    healthy: Command,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    with provider(StoppedClock()) as there:
        text = (config_folder() / "provider.toml").read_text(encoding="utf-8")
        table = f'[openid_connect]\nissuer = "{there.issuer}"\nclient_id = "c"\nlabel = "L"\n'
        own = tmp_path / "own"
        own.mkdir()
        (own / "provider.toml").write_text(f"{text}\n{table}", encoding="utf-8")
        monkeypatch.setenv("CASEFLOW_CONFIG_DIR", str(own))
        assert healthy("doctor") == 1
        assert "CASEFLOW_OPENID_CLIENT_SECRET_FILE" in capsys.readouterr().err
        monkeypatch.setenv("CASEFLOW_OPENID_CLIENT_SECRET", "pssst")
        assert healthy("doctor") == 0
        said = capsys.readouterr().out
        assert "openid: sound" in said
        assert "pssst" not in said
    assert healthy("doctor") == 1
    assert "does not answer as one" in capsys.readouterr().err


def test_the_last_backup_is_told(installed: Installed, tmp_path: Path) -> None:
    assert "There is no backup yet" in installed.said("doctor")
    assert installed.told("doctor")["last_backup"] is None
    made = installed.told("backup", "--to", str(tmp_path / "backups"))
    assert installed.told("doctor")["last_backup"][:10] < made["keys_until"][:10]
    assert "The last backup was made at 20" in installed.said("doctor")
