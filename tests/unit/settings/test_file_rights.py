import os
import stat
from pathlib import Path

import pytest

from caseflow.settings.file_rights import Reader, file_fault, folder_fault

US, ROOT, OTHER = 1000, 0, 1001
READER = Reader(US, frozenset({US, 50}))
KEY = Path("/keys/root.key")


def found(mode: int, user: int, group: int, kind: int = stat.S_IFREG) -> os.stat_result:
    return os.stat_result((kind | mode, 0, 0, 1, user, group, 64, 0, 0, 0))


@pytest.mark.parametrize(
    ("mode", "user", "group"),
    [
        pytest.param(0o600, US, US, id="ours"),
        pytest.param(0o400, US, OTHER, id="ours, never written again"),
        pytest.param(0o400, ROOT, ROOT, id="root's, as a container mounts it for root"),
        pytest.param(0o440, ROOT, US, id="root's, for our group"),
        pytest.param(0o640, ROOT, 50, id="root's, for a further group of ours"),
    ],
)
def test_a_file_out_of_everybody_elses_reach(mode: int, user: int, group: int) -> None:
    assert file_fault("KEY", KEY, found(mode, user, group), READER) is None


@pytest.mark.parametrize(
    ("mode", "user", "group", "words"),
    [
        pytest.param(0o640, US, US, "chmod 600", id="our group reads"),
        pytest.param(0o604, US, US, "chmod 600", id="everybody reads"),
        pytest.param(0o444, ROOT, ROOT, "chmod 600", id="root's, for everybody"),
        pytest.param(0o440, ROOT, OTHER, "chmod 600", id="root's, for a strange group"),
        pytest.param(0o460, ROOT, US, "chmod 600", id="root's, our group writes"),
        pytest.param(0o600, OTHER, US, f"chown {US}", id="a stranger's"),
    ],
)
def test_a_file_that_others_reach(mode: int, user: int, group: int, words: str) -> None:
    fault = file_fault("KEY", KEY, found(mode, user, group), READER)
    assert words in str(fault)
    assert str(fault).startswith("KEY: /keys/root.key ")


def test_a_credential_of_systemd_may_name_any_group() -> None:
    shown = found(0o440, ROOT, ROOT)
    assert file_fault("KEY", KEY, shown, READER, credential=True) is None
    assert file_fault("KEY", KEY, shown, READER) is not None
    assert file_fault("KEY", KEY, found(0o444, ROOT, ROOT), READER, credential=True) is not None


@pytest.mark.parametrize("kind", [stat.S_IFIFO, stat.S_IFDIR, stat.S_IFCHR])
def test_what_is_no_file(kind: int) -> None:
    assert "is no file" in str(file_fault("KEY", KEY, found(0o600, US, US, kind), READER))


def test_this_process_belongs_to_its_own_groups() -> None:
    here = Reader.here()
    assert (here.user, os.getegid() in here.groups) == (os.geteuid(), True)


@pytest.mark.parametrize(("mode", "safe"), [(0o755, True), (0o1777, True), (0o775, False)])
def test_nobody_else_may_put_another_file_into_the_folder(
    tmp_path: Path,
    mode: int,
    safe: bool,  # noqa: FBT001 - a column of the table
) -> None:
    folder = tmp_path / "keys"
    folder.mkdir()
    folder.chmod(mode)
    fault = folder_fault("KEY", folder / "root.key", Reader.here())
    assert (fault is None) is safe
    if fault is not None:
        assert str(fault).endswith(f"run: chmod go-w {folder}")


def test_the_folders_of_a_link_and_of_its_file_are_both_looked_at(tmp_path: Path) -> None:
    links, files = tmp_path / "links", tmp_path / "files"
    for folder in (links, files):
        folder.mkdir()
    (files / "key").touch()
    (links / "key").symlink_to(files / "key")
    assert folder_fault("KEY", links / "key", Reader.here()) is None
    for folder in (links, files):
        folder.chmod(0o777)
        assert str(folder) in str(folder_fault("KEY", links / "key", Reader.here()))
        folder.chmod(0o755)


def test_a_folder_of_somebody_else_is_none_of_ours(tmp_path: Path) -> None:
    stranger = Reader(os.geteuid() + 1, frozenset())
    owner = tmp_path.stat().st_uid
    fault = folder_fault("KEY", tmp_path / "key", stranger)
    assert (fault is None) is (owner == ROOT)
