from collections.abc import Iterable
from pathlib import Path

from tests.architecture.tree import files


def expected_test(source: Path) -> Path:
    """Return where the tests of caseflow/<room>/<file>.py live."""
    inside = source.relative_to("caseflow")
    return Path("tests/unit") / inside.with_name(f"test_{inside.name}")


def untested(sources: Iterable[Path], tests: Iterable[Path]) -> list[str]:
    """Return the source files without a test file of their own."""
    there = set(tests)
    verbs = (path for path in sources if path.name != "__init__.py")
    return [str(path) for path in verbs if expected_test(path) not in there]


def orphaned(sources: Iterable[Path], tests: Iterable[Path]) -> list[str]:
    """Return the unit test files whose source file is not there.

    Beside `test_verify.py` there may be a `test_verify_heads.py`, where one file grew too long.
    """
    wanted = {expected_test(path).with_suffix("") for path in sources}
    named = [path for path in tests if path.name.startswith("test_")]
    return [str(path) for path in named if not _belongs(path.with_suffix(""), wanted)]


def _belongs(test: Path, wanted: Iterable[Path]) -> bool:
    return any(
        test == each or (test.parent == each.parent and test.name.startswith(f"{each.name}_"))
        for each in wanted
    )


def test_every_source_file_has_its_test_file() -> None:
    assert untested(files("caseflow", suffix=".py"), files("tests/unit", suffix=".py")) == []


def test_every_unit_test_file_has_its_source_file() -> None:
    assert orphaned(files("caseflow", suffix=".py"), files("tests/unit", suffix=".py")) == []


def test_a_missing_test_and_a_left_over_one_are_found() -> None:
    sources = [Path("caseflow/keys/__init__.py"), Path("caseflow/keys/open_keys.py")]
    tests = [Path("tests/unit/keys/test_open_keys.py")]
    assert untested(sources, tests) == []
    assert orphaned(sources, tests) == []
    assert untested(sources, []) == ["caseflow/keys/open_keys.py"]
    assert orphaned([], tests) == ["tests/unit/keys/test_open_keys.py"]
