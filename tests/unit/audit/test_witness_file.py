import json
import os
import stat
from pathlib import Path

import pytest

from caseflow.audit.witness_file import Witness, WitnessedEnd, read_witness, write_witness

WITNESS = Witness(
    origin="caseflow/x",
    key="caseflow/x+00000000+AA==",
    checkpoint="caseflow/x\n3\n…\n",
    size=3,
    ends=(WitnessedEnd(1, b'{"v":1}', (b"a" * 32, b"b" * 32)),),
    witness="w+00000000+BA==",
    unread=((0, 0), (2, 2)),
)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "witness.json"
    write_witness(file, WITNESS)
    assert read_witness(file) == WITNESS
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["witness.json"]
    told = json.loads(file.read_bytes())
    assert told["schema"] == "urn:caseflow:witness:1"
    assert told["ends"][0]["leaf"] == "eyJ2IjoxfQ=="


def test_a_file_without_the_key_of_a_witness_is_read(tmp_path: Path) -> None:
    file = tmp_path / "witness.json"
    write_witness(file, WITNESS)
    told = json.loads(file.read_bytes())
    del told["witness"], told["unread"]
    file.write_text(json.dumps(told))
    found = read_witness(file)
    assert found is not None
    assert (found.witness, found.ends, found.unread) == ("", WITNESS.ends, ())


@pytest.mark.parametrize(
    "change",
    [
        '"schema": "urn:caseflow:witness:2"',
        '"origin": 1',
        '"size": "3"',
        '"size": -1',
        '"size": true',
        '"ends": null',
        '"unread": [[0]]',
        '"unread": [[-1, 1]]',
        '"unread": [["0", "1"]]',
        '"ends": [{"index": -1, "leaf": "", "proof": []}]',
        '"ends": [{"index": 0, "leaf": "?", "proof": []}]',
        '"ends": [{"index": 0, "leaf": "", "proof": ["A"]}]',
        '"ends": [{"index": 0, "leaf": ""}]',
    ],
)
def test_what_is_no_witness_file_says_nothing(tmp_path: Path, change: str) -> None:
    file = tmp_path / "witness.json"
    write_witness(file, WITNESS)
    file.write_text(json.dumps(json.loads(file.read_bytes()) | json.loads(f"{{{change}}}")))
    assert read_witness(file) is None


def test_other_bytes_say_nothing_and_no_file_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "witness.json"
    for content in (b"", b"[]", b"\xff", b"[" * 100_000):
        file.write_bytes(content)
        assert read_witness(file) is None
    with pytest.raises(FileNotFoundError):
        read_witness(tmp_path / "none.json")


def test_what_breaks_off_leaves_the_former_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "witness.json"
    write_witness(file, WITNESS)

    def fail(_descriptor: int) -> None:
        raise OSError("no space")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space"):
        write_witness(file, Witness("o", "k", "c", 9))
    assert read_witness(file) == WITNESS
    assert [each.name for each in tmp_path.iterdir()] == ["witness.json"]


def test_file_and_folder_are_on_the_disk_before_it_is_said_to_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = []
    real = os.fsync

    def noted(descriptor: int) -> None:
        mode = os.fstat(descriptor).st_mode
        kinds.append((stat.S_ISDIR(mode), (tmp_path / "witness.json").exists()))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    write_witness(tmp_path / "witness.json", WITNESS)
    assert kinds == [(False, False), (True, True)]
