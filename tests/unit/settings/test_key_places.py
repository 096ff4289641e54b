from pathlib import Path

import pytest

from caseflow.settings.key_places import shared_place
from caseflow.settings.key_sources import FoundKey, KeySource, Kind

ROOT, TRUSTEE = bytes(range(32)), bytes(range(32, 64))


def in_file(key: bytes, path: Path, kind: Kind = Kind.FILE) -> FoundKey:
    path.parent.mkdir(exist_ok=True)
    path.touch()
    return FoundKey(key, KeySource(kind, "K", path))


def by_command(key: bytes, *words: str) -> FoundKey:
    return FoundKey(key, KeySource(Kind.COMMAND, "K", command=words))


def by_environment(key: bytes) -> FoundKey:
    return FoundKey(key, KeySource(Kind.ENVIRONMENT, "K"))


def test_two_folders_are_two_places(tmp_path: Path) -> None:
    root, trustee = tmp_path / "a" / "key", tmp_path / "b" / "key"
    assert shared_place(in_file(ROOT, root), in_file(TRUSTEE, trustee)) is None


def test_one_folder_of_one_user_is_one_place(tmp_path: Path) -> None:
    root, trustee = in_file(ROOT, tmp_path / "root"), in_file(TRUSTEE, tmp_path / "trustee")
    assert f"{tmp_path} holds both" in str(shared_place(root, trustee))


def test_a_link_into_the_same_folder_is_no_other_place(tmp_path: Path) -> None:
    root, trustee = in_file(ROOT, tmp_path / "root"), in_file(TRUSTEE, tmp_path / "trustee")
    assert trustee.source.path is not None
    link = tmp_path / "other" / "trustee"
    link.parent.mkdir()
    link.symlink_to(trustee.source.path)
    assert shared_place(root, in_file(TRUSTEE, link)) is not None


def test_one_folder_with_two_owners_is_two_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, trustee = in_file(ROOT, tmp_path / "root"), in_file(TRUSTEE, tmp_path / "trustee")
    assert shared_place(root, trustee) is not None
    stat = Path.stat

    def owned(path: Path) -> object:
        found = stat(path)
        own = found.st_uid + (path.name == "trustee")
        return type("Stat", (), {"st_uid": own})

    monkeypatch.setattr(Path, "stat", owned)
    monkeypatch.setattr(Path, "resolve", lambda path: path)
    assert shared_place(root, trustee) is None


def test_one_file_is_one_place(tmp_path: Path) -> None:
    both = [in_file(key, tmp_path / "keys") for key in (ROOT, TRUSTEE)]
    assert str(shared_place(*both)).startswith(f"{tmp_path}/keys holds both")


def test_one_command_is_one_place() -> None:
    root, same = by_command(ROOT, "vault", "get"), by_command(TRUSTEE, "vault", "get")
    assert "One command prints both" in str(shared_place(root, same))
    assert shared_place(root, by_command(TRUSTEE, "vault", "get", "other")) is None


def test_what_is_not_seen_from_here_is_not_said(tmp_path: Path) -> None:
    credentials = [in_file(key, tmp_path / key.hex(), Kind.CREDENTIAL) for key in (ROOT, TRUSTEE)]
    assert shared_place(*credentials) is None
    assert shared_place(by_environment(ROOT), by_environment(TRUSTEE)) is None
    assert shared_place(in_file(ROOT, tmp_path / "root"), by_environment(TRUSTEE)) is None
    assert shared_place(None, credentials[0]) is None
    assert shared_place(credentials[0], None) is None
