from pathlib import Path

from tests.architecture.tree import ROOT, files, modules, texts


def test_the_tree_is_the_project_without_what_tools_leave() -> None:
    found = set(files())
    assert {Path("pyproject.toml"), Path("caseflow/__init__.py"), Path(".ci/run")} <= found
    assert not any({"__pycache__", ".git"} & set(path.parts) for path in found)
    assert all((ROOT / path).is_file() for path in found)


def test_folder_and_suffix_narrow_it() -> None:
    assert Path("tests/conftest.py") in texts("tests", suffix=".py")
    assert all(path.parts[0] == "caseflow" for path in modules("caseflow"))
