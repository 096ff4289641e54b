"""The officer of the demo finds nothing in the way that was walked: every access had its basis."""

import shutil
from pathlib import Path

from caseflow.cli.demo.people import OFFICER, OVERSIGHT
from caseflow.cli.demo.play_on import play_on
from caseflow.cli.demo.stage import Stage, must
from caseflow.cli.demo.story_clock import StoryClock
from caseflow.oversight.review import Review, begin_review, show_review
from tests.factories.demo import HANDED, WalkedDemo


def test_no_access_of_the_walk_is_held_against_anybody(
    walked_demo: WalkedDemo, tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(walked_demo.folder, folder)
    found = play_on(HANDED, folder, _reviewed).findings
    assert found is not None
    assert found.hits == ()
    assert found.counts["agrees"] > 80
    assert "no_basis" not in found.counts


def _reviewed(stage: Stage, _clock: StoryClock) -> Review:
    officer = stage.enter(OFFICER.email, OVERSIGHT)
    must(officer.try_to(begin_review))
    review = must(officer.try_to(show_review))
    officer.leave()
    return review
