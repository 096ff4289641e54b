from collections.abc import Iterator
from pathlib import Path

import pytest

from caseflow.cli.demo.folder import prepare_folder, settings_of
from caseflow.cli.demo.make_demo import new_stage
from caseflow.cli.demo.stage import Stage
from caseflow.cli.demo.story_clock import StoryClock
from tests.factories.demo import HANDED

Founded = tuple[Stage, StoryClock]


@pytest.fixture
def founded(tmp_path: Path) -> Iterator[Founded]:
    """Yield a founded provider with its staff, on the first day of the story."""
    prepare_folder(tmp_path / "demo")
    with new_stage(HANDED, settings_of(HANDED, tmp_path / "demo")) as made:
        yield made
