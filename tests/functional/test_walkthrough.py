"""The walkthrough as its users run it: one way, and what changes when she decides otherwise."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from caseflow.cli.demo.folder import prepare_folder
from caseflow.cli.demo.play_on import play_on
from caseflow.cli.demo.walk import Chapters, walk
from caseflow.cli.demo.walkthrough import told
from tests.factories.demo import HANDED
from tests.machine.postgres import PostgresServer

ROOT = Path(__file__).resolve().parents[2]
CATEGORIES = ("identity", "contact", "goals")


def less(chapters: Chapters) -> Chapters:
    """Let her keep three categories to herself, each time she is asked."""
    return tuple(
        chapter if chapter.consent is None else replace(chapter, consent=_less(chapter))
        for chapter in chapters
    )


def _less(chapter: Any) -> Any:  # noqa: ANN401 - a consent that is there
    kept = tuple(each for each in chapter.consent.categories if each not in CATEGORIES)
    return replace(chapter.consent, categories=kept)


def walked(change: Callable[[Chapters], Chapters], data: Path | None = None) -> dict[str, Any]:
    """Return what the walk shows, as programs read it."""
    return told(play_on(HANDED, data, partial(walk, change=change)))


@pytest.fixture(scope="module")
def as_told() -> dict[str, Any]:
    """Return what the command prints, in a process of its own."""
    command = "from caseflow.app import main; main()"
    words = [sys.executable, "-c", command, "demo", "--walkthrough", "--json"]
    done = subprocess.run(words, cwd=ROOT, env=os.environ, capture_output=True, check=True)  # noqa: S603 - ourselves
    assert done.stderr == b""
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_shelter_asks_less_than_half_again(as_told: dict[str, Any]) -> None:
    shelter = as_told["steps"][1]
    assert shelter["unit"] == "frauenhaus"
    assert shelter["questions_spared"] * 2 >= shelter["questions_total"] > 0


def test_something_stays_closed_to_every_unit(as_told: dict[str, Any]) -> None:
    for step in as_told["steps"]:
        assert step["closed"]
        assert not set(step["closed"]) & set(step["shared"])
        assert 0 <= step["questions_spared"] <= step["questions_total"]


def test_the_withdrawal_closes_and_the_log_is_sound(as_told: dict[str, Any]) -> None:
    assert as_told["withdrawal"]["before_open"] > as_told["withdrawal"]["after_open"] == 0
    assert as_told["audit"]["verified"] is True
    assert as_told["audit"]["entries"] > 100
    assert len(bytes.fromhex(as_told["audit"]["root"])) == 32


def test_every_figure_moves_with_what_she_allows(as_told: dict[str, Any]) -> None:
    otherwise = walked(less)
    for before, after in zip(as_told["steps"][1:], otherwise["steps"][1:], strict=True):
        assert set(before["shared"]) - set(after["shared"]) == set(CATEGORIES)
        assert set(after["closed"]) - set(before["closed"]) == set(CATEGORIES)
        assert after["questions_spared"] < before["questions_spared"]
    assert otherwise["withdrawal"]["before_open"] < as_told["withdrawal"]["before_open"]
    assert otherwise["audit"]["root"] != as_told["audit"]["root"]
    assert otherwise["audit"]["verified"] is True


def test_one_consent_moves_one_unit_only(as_told: dict[str, Any]) -> None:
    otherwise = walked(lambda chapters: (less(chapters[:1])[0], *chapters[1:]))
    moved = [
        before["unit"]
        for before, after in zip(as_told["steps"], otherwise["steps"], strict=True)
        if before["shared"] != after["shared"]
    ]
    assert moved == ["frauenhaus"]


@pytest.fixture
def on_postgresql(postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the settings name an empty database on PostgreSQL."""
    url = postgres.new_database()
    monkeypatch.setenv("CASEFLOW_DATABASE_URL", url)
    yield
    postgres.drop(url)


@pytest.mark.usefixtures("on_postgresql")
def test_it_is_the_same_on_postgresql(as_told: dict[str, Any], tmp_path: Path) -> None:
    found = walked(lambda chapters: chapters, tmp_path / "demo")
    assert found["steps"] == as_told["steps"]
    assert found["withdrawal"] == as_told["withdrawal"]
    assert found["audit"]["verified"] is True


def test_it_can_be_walked_in_a_demo_that_is_there(as_told: dict[str, Any], tmp_path: Path) -> None:
    play_on(HANDED, tmp_path / "demo", lambda *_: None)
    found = walked(lambda chapters: chapters, tmp_path / "demo")
    assert found["steps"] == as_told["steps"]
    assert found["withdrawal"] == as_told["withdrawal"]


def test_a_directory_with_other_keys_is_no_demo(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "other")
    with pytest.raises(Exception, match="caseflow init"):
        walked(lambda chapters: chapters, tmp_path / "other")
