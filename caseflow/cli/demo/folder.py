"""The data directory of a demo: its two keys and its configuration, apart from any other data."""

import os
import secrets
import shutil
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from caseflow.cli.outside import DEMO_KEYS
from caseflow.vocabulary.errors import OperatorError

if TYPE_CHECKING:
    from caseflow.cli.handed import Handed
    from caseflow.settings.environment import Settings

ROOT_KEY, TRUSTEE_KEY = DEMO_KEYS
_KEY_BYTES = 32


def default_folder() -> Path:
    """Return where the demo lives unless it is told otherwise."""
    data = os.environ.get("XDG_DATA_HOME", "")
    return (Path(data) if data else Path.home() / ".local" / "share") / "caseflow-demo"


def is_demo(folder: Path) -> bool:
    """Say whether a demo lives here; raises OperatorError where something else does."""
    if (folder / ROOT_KEY).is_file() and (folder / TRUSTEE_KEY).is_file():
        return True
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OperatorError(
            "{folder} holds something else than a demo; name another directory with --data.",
            folder=folder,
        )
    return False


def prepare_folder(folder: Path) -> None:
    """Make the directory with two new keys and the configuration of the demo."""
    folder.mkdir(mode=0o700, parents=True)
    for name in (ROOT_KEY, TRUSTEE_KEY):
        file = folder / name
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(_KEY_BYTES) + "\n", encoding="ascii")
    with as_file(files("caseflow.cli.demo") / "config") as config:
        shutil.copytree(config, folder / "config")


def settings_of(handed: "Handed", folder: Path) -> "Settings":
    """Return the settings of the demo in this directory; only its own keys count."""
    return replace(
        handed.settings(folder),
        root_key=_read_key(folder / ROOT_KEY),
        trustee_key=_read_key(folder / TRUSTEE_KEY),
        former_root_key=None,
        former_trustee_key=None,
    )


def _read_key(file: Path) -> bytes:
    try:
        return bytes.fromhex(file.read_text(encoding="ascii"))
    except ValueError as error:
        raise OperatorError(
            "{file} is no key any more; delete the demo's directory.", file=file
        ) from error
