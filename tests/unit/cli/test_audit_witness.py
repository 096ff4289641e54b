import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from caseflow.cli.audit_witness import CONTRADICTIONS
from caseflow.oversight import Contradicts
from tests.factories.application import application
from tests.factories.command_line import Installed
from tests.factories.house import House
from tests.machine.browser import serve


def test_the_database_at_hand_is_watched(installed: Installed, tmp_path: Path) -> None:
    file = tmp_path / "log.json"
    said = installed.said("audit", "witness", str(file))
    assert "Compare this key with the officer's page" in said
    assert "\ncaseflow/" in said
    found = installed.told("audit", "witness", str(file))
    assert (found["consistent"], found["first"], found["fresh"]) == (True, False, 1)
    assert found["witness"].startswith("caseflow-witness/")


def test_a_contradiction_is_loud(installed: Installed, tmp_path: Path) -> None:
    file = tmp_path / "log.json"
    installed.said("audit", "witness", str(file))
    told = json.loads(file.read_bytes())
    file.write_text(json.dumps(told | {"size": 9999}))
    assert installed.run("audit", "witness", str(file)) == 1
    said = installed.capsys.readouterr()
    assert said.out == "NOT CONSISTENT\n"
    assert said.err.startswith("caseflow: the witness file is not as it was written; keep ")
    assert installed.run("audit", "witness", str(file), "--json") == 1
    found = json.loads(installed.capsys.readouterr().out)
    assert (found["consistent"], found["fault"]) == (False, "file_broken")
    assert Path(found["evidence"]).is_file()


def test_with_an_address_somebody_has_to_look(installed: Installed, tmp_path: Path) -> None:
    said = installed.refused("audit", "witness", str(tmp_path / "f"), "--url", "http://127.0.0.1:9")
    assert "--as" in said


def test_a_running_service_is_watched_and_keeps_the_cosignature(
    house: House,
    caseflow: Callable[..., int],
    tmp_path: Path,
    password_path: Path,  # noqa: ARG001 - the officer's password lies there
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = ["audit", "witness", str(tmp_path / "log.json"), "--as", "olga@example.org"]

    def told(*more: str) -> Any:  # noqa: ANN401 - JSON
        assert caseflow(*command, *more) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    with serve(application(house)) as url:
        found = json.loads(told("--url", url, "--json"))
        assert (found["consistent"], found["first"]) == (True, True)
        said = told("--url", url, "--hand-in")
        assert "entries have come in since" in said
        assert "Compare this key" not in said


def test_every_contradiction_has_its_words() -> None:
    assert set(CONTRADICTIONS) == set(Contradicts)
