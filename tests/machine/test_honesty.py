import subprocess
import sys
from pathlib import Path

import pytest

from tests.machine.workplace import ROOT

ENGINES = '@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])\ndef test(engine): pass\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = .\n", encoding="utf-8")
    return tmp_path


def run(project: Path, text: str, *arguments: str) -> tuple[int, str]:
    """Run these tests as a project of their own and return the exit status and what was said."""
    (project / "test_sample.py").write_text(f"import pytest\n{text}", encoding="utf-8")
    plugins = ("-p", "tests.machine.honesty", "-p", "no:cacheprovider", "-p", "xdist.plugin")
    done = subprocess.run(  # noqa: S603 - pytest itself, no shell
        [sys.executable, "-m", "pytest", *plugins, *arguments],
        check=False,
        cwd=project,
        # No plugin but those above: each of the others takes its time to be read.
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("workers", [(), ("-n", "1")], ids=["alone", "workers"])
def test_the_same_on_both_engines_passes(project: Path, workers: tuple[str, ...]) -> None:
    status, said = run(project, ENGINES, *workers)
    assert status == 0
    assert "Tests with a database: 1 on sqlite, 1 on postgresql; 0 of one alone." in said


@pytest.mark.parametrize("workers", [(), ("-n", "1")], ids=["alone", "workers"])
def test_a_test_on_one_engine_only_fails_the_run(project: Path, workers: tuple[str, ...]) -> None:
    status, said = run(project, ENGINES.replace('"postgresql"', '"another"'), *workers)
    assert status == 1
    assert "must run on both engines" in said


ALONE = "@pytest.mark.one_engine({why})\n" + ENGINES.replace('"postgresql"', '"another"')


@pytest.mark.parametrize("workers", [(), ("-n", "1")], ids=["alone", "workers"])
def test_what_only_one_engine_can_do_is_counted_apart(
    project: Path, workers: tuple[str, ...]
) -> None:
    status, said = run(project, ALONE.format(why="'one at a time'"), *workers)
    assert status == 0
    assert "0 on sqlite, 0 on postgresql; 1 of one alone." in said


def test_one_engine_needs_a_reason(project: Path) -> None:
    status, said = run(project, ALONE.format(why=""))
    assert status != 0
    assert "needs its reason" in said


def test_a_chosen_part_may_be_uneven(project: Path) -> None:
    status, _ = run(project, ENGINES.replace('"postgresql"', '"another"'), "test_sample.py")
    assert status == 0


@pytest.mark.parametrize("workers", [(), ("-n", "1")], ids=["alone", "workers"])
@pytest.mark.parametrize(
    "text",
    [
        "def test(): pytest.skip('no time')",
        "@pytest.mark.skip(reason='no time')\ndef test(): pass",
        "@pytest.mark.xfail(reason='known')\ndef test(): assert False",
        "pytest.skip('no time', allow_module_level=True)",
        "pytest.importorskip('a_module_nobody_has')",
    ],
)
def test_nothing_is_skipped_or_excused(project: Path, text: str, workers: tuple[str, ...]) -> None:
    status, said = run(project, text, *workers)
    assert status != 0
    assert "may not be skipped" in said


def test_no_test_is_named_by_chance(project: Path) -> None:
    named = '@pytest.mark.parametrize("each", [str(__import__("uuid").uuid4())])\n'
    status, said = run(project, f"{named}def test(each): pass\n")
    assert status != 0
    assert "must be the same in each process" in said
