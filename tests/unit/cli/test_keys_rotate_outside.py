from pathlib import Path

import pytest
from sqlalchemy import text

from caseflow.cli.keys_rotate_outside import SETTINGS
from caseflow.database.engines import open_engine
from caseflow.operations.rotate_outside import Outside
from tests.factories.command_line import FOUNDER, Installed
from tests.factories.house import ROOT, TRUSTEE
from tests.factories.rotations import NEW_ROOT, NEW_TRUSTEE

OLDER = {Outside.ROOT: ROOT, Outside.TRUSTEE: TRUSTEE}
NEWER = {Outside.ROOT: NEW_ROOT, Outside.TRUSTEE: NEW_TRUSTEE}
MOVED = {Outside.ROOT: 1, Outside.TRUSTEE: 2}  # the founder's key; two units' envelopes


class Keys:
    """The places that the settings name."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._folder, self._patch = folder, patch

    def give(self, name: str, key: bytes) -> None:
        file = self._folder / "new" / name / "key"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(key.hex())
        file.chmod(0o600)
        self._patch.setenv(f"CASEFLOW_{name}_FILE", str(file))

    def take(self, name: str) -> None:
        self._patch.delenv(f"CASEFLOW_{name}_FILE")


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Keys:
    return Keys(tmp_path, monkeypatch)


@pytest.mark.parametrize("what", Outside)
def test_an_operator_rotates_a_key(installed: Installed, keys: Keys, what: Outside) -> None:
    name = SETTINGS[what]
    assert f"The key in CASEFLOW_{name} counts already" in installed.refused("keys", "rotate", what)
    keys.give(name, NEWER[what])
    keys.give(f"{name}_FORMER", OLDER[what])
    told = installed.told("keys", "rotate", what)
    assert told == {"key": what, "version": 2, "moved": MOVED[what], "left": 0}
    assert "take it out of the settings" in installed.told("keys", "list")["due"]
    keys.take(f"{name}_FORMER")
    assert installed.told("doctor")["healthy"]
    assert installed.told("user", "list", "--as", FOUNDER)["users"]
    keys.give(name, OLDER[what])
    assert f"CASEFLOW_{name} is version 1" in installed.refused("keys", "list")


def test_people_read_what_comes_next(installed: Installed, keys: Keys) -> None:
    keys.give("ROOT_KEY", NEW_ROOT)
    keys.give("ROOT_KEY_FORMER", ROOT)
    said = installed.said("keys", "rotate", "root")
    assert "Version 2 of `root` counts; 1 keys were moved to it." in said
    assert "Take CASEFLOW_ROOT_KEY_FORMER out" in said
    for key in (ROOT, NEW_ROOT):
        assert key.hex() not in said


def test_without_the_key_there_is_nothing_to_rotate(
    installed: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CASEFLOW_TRUSTEE_KEY_FILE")
    said = installed.refused("keys", "rotate", "trustee")
    assert "There is no key in CASEFLOW_TRUSTEE_KEY" in said


def test_what_does_not_open_is_counted_and_the_code_is_one(
    installed: Installed, keys: Keys, database_url: str
) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE staff_wrappings SET record = :no"), {"no": b"no"})
    engine.dispose()
    keys.give("ROOT_KEY", NEW_ROOT)
    keys.give("ROOT_KEY_FORMER", ROOT)
    assert installed.run("keys", "rotate", "root") == 1
    said = installed.capsys.readouterr()
    assert said.out == "Version 2 of `root` counts; 0 keys were moved to it.\n"
    assert "1 keys do not open and stay under the former one" in said.err
