import stat
from pathlib import Path

import pytest

from caseflow.cli.demo.folder import (
    ROOT_KEY,
    TRUSTEE_KEY,
    default_folder,
    is_demo,
    prepare_folder,
    settings_of,
)
from caseflow.settings.config_folder import config_folder
from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.errors import OperatorError
from tests.factories.demo import HANDED


def test_the_demo_lives_with_the_data_of_its_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/var/lib/somebody")
    assert default_folder() == Path("/var/lib/somebody/caseflow-demo")
    monkeypatch.delenv("XDG_DATA_HOME")
    assert default_folder() == Path.home() / ".local" / "share" / "caseflow-demo"


def test_two_keys_are_made_that_nobody_else_reads(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    prepare_folder(folder)
    keys = {(folder / name).read_text() for name in (ROOT_KEY, TRUSTEE_KEY)}
    assert len(keys) == 2
    for name in (ROOT_KEY, TRUSTEE_KEY):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    settings = settings_of(HANDED, folder)
    assert {f"{key.hex()}\n" for key in (settings.root_key, settings.trustee_key) if key} == keys


def test_the_demo_is_known_by_its_keys(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    assert not is_demo(folder)
    prepare_folder(folder)
    assert is_demo(folder)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert not is_demo(empty)


def test_other_data_is_never_taken_for_a_demo(tmp_path: Path) -> None:
    (tmp_path / "caseflow.sqlite3").touch()
    with pytest.raises(OperatorError, match="--data"):
        is_demo(tmp_path)
    with pytest.raises(OperatorError, match="--data"):
        is_demo(tmp_path / "caseflow.sqlite3")


def test_a_spoilt_key_is_one_sentence(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "demo")
    (tmp_path / "demo" / ROOT_KEY).write_text("no key")
    with pytest.raises(OperatorError, match=ROOT_KEY):
        settings_of(HANDED, tmp_path / "demo")


def test_its_configuration_is_the_programs_but_for_name_throttles_and_factors(
    tmp_path: Path,
) -> None:
    prepare_folder(tmp_path / "demo")
    shipped = read_configuration(config_folder())
    demo = read_configuration(tmp_path / "demo" / "config")
    for part in ("zone", "languages", "units", "categories", "purposes", "retention", "catalogue"):
        assert getattr(demo, part) == getattr(shipped, part), part
    for limit in ("session_idle", "desk", "emergency", "handover", "consent"):
        assert getattr(demo.limits, limit) == getattr(shipped.limits, limit), limit
    assert demo.provider != shipped.provider
    assert not demo.second_factor.required
    assert not demo.second_factor.administrator
    for throttle in (demo.limits.login, demo.limits.lookup):
        assert throttle.free == throttle.most == 100
