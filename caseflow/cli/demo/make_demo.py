"""Make a demo, whole or not at all: the provider is founded and a story is lived."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from caseflow.cli.demo.folder import prepare_folder, settings_of
from caseflow.cli.demo.found_provider import admit_staff, found_provider
from caseflow.cli.demo.stage import Stage
from caseflow.cli.demo.story_clock import StoryClock
from caseflow.operations.engine_at import engine_at
from caseflow.operations.installation_keys import PUBLIC_PASSWORD_COST, OutsideKeys
from caseflow.operations.migrate import upgrade
from caseflow.operations.open_installation import open_installation
from caseflow.vocabulary.clock import SystemClock

if TYPE_CHECKING:
    from caseflow.cli.handed import Handed
    from caseflow.settings.environment import Settings

R = TypeVar("R")

DAYS = 150  # between the first day of the story and today


def make_demo(handed: "Handed", folder: Path, live: Callable[[Stage, StoryClock], R]) -> R:
    """Make a demo in a directory that is not there yet, or empty; returns what `live` returns."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside its place, so that it moves there at once: a demo that was stopped half way is none.
    with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as made:
        unfinished = Path(made) / folder.name
        prepare_folder(unfinished)
        with new_stage(handed, settings_of(handed, unfinished)) as (stage, clock):
            lived = live(stage, clock)
            stage.keep_log()
        unfinished.rename(folder)
    return lived


@contextmanager
def new_stage(handed: "Handed", settings: "Settings") -> Iterator[tuple[Stage, StoryClock]]:
    """Yield the founded provider with its staff, on the first day of the story."""
    configuration = handed.read_configuration(settings.config_dir)
    clock = StoryClock(SystemClock(), configuration.zone, DAYS)
    upgrade(settings.database_url)
    with engine_at(settings.database_url) as engine:
        found_provider(engine, _keys(settings), configuration, clock)
        stage = Stage(open_installation(engine, _keys(settings), configuration, clock))
        admit_staff(stage)
        yield stage, clock


@contextmanager
def open_stage(handed: "Handed", settings: "Settings") -> Iterator[tuple[Stage, StoryClock]]:
    """Yield a demo that is there; whatever happens in it happens now."""
    configuration = handed.read_configuration(settings.config_dir)
    machine = SystemClock()
    clock = StoryClock(machine, configuration.zone, DAYS, machine.now())
    with engine_at(settings.database_url) as engine:
        yield Stage(open_installation(engine, _keys(settings), configuration, clock)), clock


def _keys(settings: "Settings") -> OutsideKeys:
    return OutsideKeys(
        settings.needed_root_key(), settings.needed_trustee_key(), PUBLIC_PASSWORD_COST
    )
