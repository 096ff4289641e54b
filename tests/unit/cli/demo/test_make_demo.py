from pathlib import Path

import pytest

from caseflow.cli.demo.folder import is_demo, settings_of
from caseflow.cli.demo.make_demo import make_demo, open_stage
from caseflow.identity import list_units
from tests.factories.demo import HANDED


def test_it_stands_there_whole(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "demo"
    lived = make_demo(HANDED, folder, lambda stage, _: len(stage.alone(list_units)))
    assert lived == 5
    assert is_demo(folder)
    assert list(folder.parent.iterdir()) == [folder]
    with open_stage(HANDED, settings_of(HANDED, folder)) as (stage, clock):
        assert len(stage.alone(list_units)) == 5
        before = clock.now()
        clock.go_to(1, 9)
        assert clock.now() >= before


def test_what_was_stopped_half_way_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        make_demo(HANDED, tmp_path / "demo", lambda *_: _stop())
    assert list(tmp_path.iterdir()) == []


def _stop() -> None:
    raise KeyboardInterrupt
