from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_ERROR, EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.tree import ROOT

UPSIDE_DOWN = """
[tool.importlinter]
root_package = "upside_down"

[[tool.importlinter.contracts]]
name = "The cellar knows no roof"
type = "layers"
layers = ["upside_down.roof", "upside_down.cellar"]
"""


def test_every_import_goes_down_the_stairs() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == (
        EXIT_STATUS_SUCCESS
    )


def test_an_import_up_the_stairs_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house = tmp_path / "upside_down"
    house.mkdir()
    for name, text in {"__init__": "", "roof": "", "cellar": "import upside_down.roof"}.items():
        (house / f"{name}.py").write_text(text, encoding="utf-8")
    contracts = tmp_path / "pyproject.toml"
    contracts.write_text(UPSIDE_DOWN, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert lint_imports(config_filename=str(contracts), no_cache=True) == EXIT_STATUS_ERROR
