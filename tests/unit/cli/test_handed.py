from pathlib import Path

import pytest

from tests.unit.cli.conftest import HANDED


def test_a_named_data_directory_goes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CASEFLOW_DATA_DIR", str(tmp_path / "environment"))
    assert HANDED.settings(tmp_path).data_dir == tmp_path
    assert HANDED.settings().data_dir == tmp_path / "environment"
