import ast
import re
from collections.abc import Mapping
from pathlib import Path

from tests.architecture.tree import modules, texts

LONGEST = {"caseflow": 250, "tests": 400}  # lines
MAY_COMMIT = (Path("caseflow/database/unit_of_work.py"), Path("caseflow/cli"))
DOOR_PLATE = (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr, ast.If)


def too_long(sources: Mapping[Path, str]) -> list[str]:
    """Return the modules nobody reads to the end."""
    return [
        str(path)
        for path, text in sources.items()
        if len(text.splitlines()) > LONGEST.get(path.parts[0], 250)
    ]


def stray_commits(sources: Mapping[Path, ast.Module]) -> list[str]:
    """Return where a transaction is ended by somebody who did not begin it."""
    return [
        f"{path}:{node.lineno}"
        for path, module in sources.items()
        if not any(path.is_relative_to(allowed) for allowed in MAY_COMMIT)
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "commit"
    ]


def bad_door_plates(sources: Mapping[Path, ast.Module]) -> list[str]:
    """Return the `__init__` files that are more, or less, than one sentence and its verbs."""
    plates = {path: module for path, module in sources.items() if path.name == "__init__.py"}
    return [str(path) for path, module in plates.items() if not _is_door_plate(module)]


def _is_door_plate(module: ast.Module) -> bool:
    sentence = ast.get_docstring(module) or ""
    ends = re.findall(r"[.!?](?=\s|$)", sentence)
    plain = all(isinstance(node, DOOR_PLATE) for node in module.body)
    return plain and len(ends) == 1 and sentence.endswith(ends[0])


def rooms_without_door(sources: Mapping[Path, ast.Module]) -> list[str]:
    """Return the folders of modules that have no `__init__`."""
    rooms = {path.parent for path in sources}
    return sorted(str(room) for room in rooms if room / "__init__.py" not in sources)


def test_modules_are_short() -> None:
    sources = texts("caseflow", "tests", "config", suffix=".py")
    assert sources
    assert too_long(sources) == []


def test_only_the_unit_of_work_and_commands_commit() -> None:
    assert stray_commits(modules("caseflow")) == []


def test_every_room_has_a_door_plate_of_one_sentence() -> None:
    rooms = modules("caseflow")
    assert rooms_without_door(rooms) == []
    assert bad_door_plates(rooms) == []


def test_a_long_module_is_found() -> None:
    path = Path("caseflow/long.py")
    assert too_long({path: "x\n" * 250}) == []
    assert too_long({path: "x\n" * 251}) == ["caseflow/long.py"]
    assert too_long({Path("tests/test_long.py"): "x\n" * 401}) == ["tests/test_long.py"]


def test_a_stray_commit_is_found() -> None:
    module = ast.parse("def save(session):\n    session.commit()\n")
    assert stray_commits({Path("caseflow/records/save.py"): module}) == [
        "caseflow/records/save.py:2"
    ]
    assert stray_commits({Path("caseflow/cli/init.py"): module}) == []


def test_a_bad_door_plate_is_found() -> None:
    path = Path("caseflow/keys/__init__.py")
    good = '"""The key store."""\nfrom caseflow.keys.open import open_keys\n'
    assert bad_door_plates({path: ast.parse(good)}) == []
    for bad in ("", '"""No stop"""', '"""One. Two."""', '"""One."""\ndef verb(): ...'):
        assert bad_door_plates({path: ast.parse(bad)}) == [str(path)]
    assert rooms_without_door({Path("caseflow/keys/open.py"): ast.parse("")}) == ["caseflow/keys"]
