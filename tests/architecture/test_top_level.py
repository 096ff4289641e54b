from collections.abc import Iterable
from fnmatch import fnmatch

from tests.architecture.tree import ROOT, ignored_names

# Seven things and the licence; names with a dot belong to tools.
ALLOWED = frozenset(
    {
        *("caseflow", "config", "migrations", "tests"),
        *("wsgi.py", "pyproject.toml", "README.md", "LICENSE"),
    }
)


def strangers(names: Iterable[str]) -> list[str]:
    """Return what has no place at the top level."""
    kept = (name for name in names if not any(fnmatch(name, each) for each in ignored_names()))
    return sorted(name for name in kept if name not in ALLOWED and not name.startswith("."))


def test_the_top_level_holds_seven_things_and_the_licence() -> None:
    names = {path.name for path in ROOT.iterdir()}
    assert strangers(names) == []
    assert names >= ALLOWED


def test_a_stranger_is_found() -> None:
    assert strangers([*ALLOWED, ".git", ".gitignore", ".venv-tests", "__pycache__"]) == []
    assert strangers(["caseflow", "utils", "setup.py"]) == ["setup.py", "utils"]
