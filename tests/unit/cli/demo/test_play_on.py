from pathlib import Path

import pytest

from caseflow.cli.demo.folder import is_demo
from caseflow.cli.demo.play_on import play_on
from caseflow.cli.demo.stage import Stage
from caseflow.cli.demo.story_clock import StoryClock
from caseflow.identity import list_units
from tests.factories.demo import HANDED


def _look(stage: Stage, _clock: StoryClock) -> str:
    assert len(stage.alone(list_units)) == 5
    with stage.installation.sessions() as session:
        return str(session.connection().engine.url.database)


def test_without_a_directory_nothing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    monkeypatch.setenv("CASEFLOW_DATABASE_URL", f"sqlite:///{elsewhere}")
    assert not Path(play_on(HANDED, None, _look)).parent.exists()
    assert not elsewhere.exists()


def test_a_named_directory_stays_and_is_used_again(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    play_on(HANDED, folder, _look)
    assert is_demo(folder)
    assert play_on(HANDED, folder, _look) == str(folder / "caseflow.sqlite3")
