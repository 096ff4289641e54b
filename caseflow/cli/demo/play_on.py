"""Play a story in a demo that goes away afterwards, in a new one that stays, or in one at hand."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from caseflow.cli.demo.folder import is_demo, prepare_folder, settings_of
from caseflow.cli.demo.make_demo import make_demo, new_stage, open_stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseflow.cli.demo.stage import Stage
    from caseflow.cli.demo.story_clock import StoryClock
    from caseflow.cli.handed import Handed

R = TypeVar("R")


def play_on(handed: "Handed", data: Path | None, play: "Callable[[Stage, StoryClock], R]") -> R:
    """Return what the play returns; without a directory nothing of it stays."""
    if data is None:
        return _play_and_forget(handed, play)
    if is_demo(data):
        with open_stage(handed, settings_of(handed, data)) as (stage, clock):
            return play(stage, clock)
    return make_demo(handed, data, play)


def _play_and_forget(handed: "Handed", play: "Callable[[Stage, StoryClock], R]") -> R:
    with TemporaryDirectory(prefix="caseflow-demo-") as made:
        folder = Path(made) / "demo"
        prepare_folder(folder)
        # Never in a database elsewhere: it would stay, and its keys go away with the directory.
        own = f"sqlite:///{folder / 'caseflow.sqlite3'}"
        settings = replace(settings_of(handed, folder), database_url=own)
        with new_stage(handed, settings) as (stage, clock):
            return play(stage, clock)
