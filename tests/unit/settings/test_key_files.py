import base64
import os
import secrets
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from caseflow.settings.key_files import read_key, read_secret_file
from caseflow.vocabulary.errors import BadConfiguration

KEY = bytes(range(32))


def secret(folder: Path, text: str, mode: int = 0o600) -> Path:
    file = folder / "root.key"
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    return file


@given(st.binary(min_size=32, max_size=32))
def test_a_key_in_each_of_its_spellings(key: bytes) -> None:
    assume(len(set(key)) >= 8)
    spellings = [
        key.hex(),
        key.hex().upper(),
        base64.b64encode(key).decode(),
        base64.urlsafe_b64encode(key).decode().rstrip("="),
    ]
    assert {read_key("KEY", spelling) for spelling in spellings} == {key}


def test_a_new_key_is_never_refused() -> None:
    for _ in range(100):
        key = secrets.token_bytes(32)
        assert read_key("KEY", key.hex()) == key


@pytest.mark.parametrize("text", ["", "short", KEY.hex()[:-2], KEY.hex() + "00", "ä" * 44])
def test_what_is_no_key_tells_how_to_make_one(text: str) -> None:
    with pytest.raises(BadConfiguration, match=r"32 bytes.*Make one with.*token_hex\(32\)"):
        read_key("KEY", text)


@pytest.mark.parametrize("key", [bytes(32), b"a" * 32, b"abcdefg" * 4 + b"abcd"])
def test_a_key_that_is_not_random(key: bytes) -> None:
    with pytest.raises(BadConfiguration, match="KEY is not random"):
        read_key("KEY", key.hex())


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_a_file_of_its_owner_alone(tmp_path: Path, mode: int) -> None:
    assert read_secret_file("KEY_FILE", secret(tmp_path, f"{KEY.hex()}\n", mode)) == KEY.hex()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o601])
def test_a_file_that_others_may_read_or_change(tmp_path: Path, mode: int) -> None:
    file = secret(tmp_path, KEY.hex(), mode)
    with pytest.raises(BadConfiguration, match=f"KEY_FILE: .*run: chmod 600 {file}"):
        read_secret_file("KEY_FILE", file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match="KEY_FILE: there is no file"):
        read_secret_file("KEY_FILE", tmp_path / "missing")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "root.key"
    file.write_bytes(b"\xff\xfe")
    file.chmod(0o600)
    with pytest.raises(BadConfiguration, match="cannot be read"):
        read_secret_file("KEY_FILE", file)
    with pytest.raises(BadConfiguration, match="cannot be read"):
        read_secret_file("KEY_FILE", tmp_path)


def test_a_pipe_that_nobody_writes_to_holds_nothing_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    with pytest.raises(BadConfiguration, match="is no file"):
        read_secret_file("KEY_FILE", tmp_path / "pipe")


def test_a_link_is_followed_and_its_file_looked_at(tmp_path: Path) -> None:
    link = tmp_path / "mounted"
    link.symlink_to(secret(tmp_path, KEY.hex()))
    assert read_secret_file("KEY_FILE", link) == KEY.hex()
    secret(tmp_path, KEY.hex(), 0o644)
    with pytest.raises(BadConfiguration, match="by others"):
        read_secret_file("KEY_FILE", link)


def test_a_folder_that_others_write_to_may_hold_a_credential_alone(tmp_path: Path) -> None:
    file = secret(tmp_path, KEY.hex())
    tmp_path.chmod(0o770)
    with pytest.raises(BadConfiguration, match="KEY_FILE: others may put another file into"):
        read_secret_file("KEY_FILE", file)
    assert read_secret_file("KEY_FILE", file, credential=True) == KEY.hex()
