"""Read and write the file in which an officer keeps the head of the log, outside its host.

It also holds every end that the log told of up to that head (withdrawals, erasures, walls …), each
as its leaf with the proof that it is in that log: after a restore they are done again, whatever
the backup knows of them. It names ids and acts, never content; still, only its owner reads it.
"""

import json
import os
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import mkstemp
from typing import Any, TypeAlias

SCHEMA = "urn:caseflow:witness:1"
Ranges: TypeAlias = tuple[tuple[int, int], ...]  # first and last of each


@dataclass(frozen=True, slots=True)
class WitnessedEnd:
    """One end: its place in the log, its leaf as it was hashed, and its proof."""

    index: int
    leaf: bytes
    proof: tuple[bytes, ...]  # of inclusion, to the head of the file


@dataclass(frozen=True, slots=True)
class Witness:
    """What a witness file says. Nothing of it is checked yet: `witness_check` does that."""

    origin: str  # of the log
    key: str  # verifier key that its heads are signed with, pinned at the first look
    checkpoint: str  # signed note, cosigned by the witness
    size: int  # of the log at that head
    ends: tuple[WitnessedEnd, ...] = ()  # by index
    witness: str = ""  # verifier key of the cosignature
    unread: Ranges = ()  # leaves that were pruned before this witness saw them: their ends are lost


def read_witness(path: Path) -> Witness | None:
    """Return what the file says, None where it is no witness file.

    Raises OSError where it cannot be read, FileNotFoundError above all.
    """
    try:
        told = json.loads(path.read_bytes())
        return _read(told)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return None


def write_witness(path: Path, witness: Witness) -> None:
    """Put the file in the place of the former one, whole or not at all, for its owner alone.

    Raises OSError where it cannot be written; the former one stands then.
    """
    told = {
        "schema": SCHEMA,
        "origin": witness.origin,
        "key": witness.key,
        "witness": witness.witness,
        "checkpoint": witness.checkpoint,
        "size": witness.size,
        "ends": [_end(each) for each in witness.ends],
        "unread": witness.unread,
    }
    replace_file(path, json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n")


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that after a power cut either the old or the new content stands there."""
    folder = path.resolve().parent
    handle, name = mkstemp(prefix=f".{path.name}.", dir=folder)  # 0600 from its first byte on
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """Let the new name itself survive a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _end(end: WitnessedEnd) -> dict[str, Any]:
    return {
        "index": end.index,
        "leaf": b64encode(end.leaf).decode(),
        "proof": [b64encode(each).decode() for each in end.proof],
    }


def _read(told: dict[str, Any]) -> Witness | None:
    named = {name: told[name] for name in ("origin", "key", "checkpoint")}
    named["witness"] = told.get("witness", "")
    ends = tuple(_read_end(each) for each in told["ends"])
    unread = tuple((first, last) for first, last in told.get("unread", ()))
    numbers = [told["size"], *(each.index for each in ends), *chain.from_iterable(unread)]
    known = told["schema"] == SCHEMA and all(isinstance(text, str) for text in named.values())
    if not known or not all(type(number) is int and number >= 0 for number in numbers):
        return None
    return Witness(size=told["size"], ends=ends, unread=unread, **named)


def _read_end(told: dict[str, Any]) -> WitnessedEnd:
    proof = tuple(b64decode(each, validate=True) for each in told["proof"])
    return WitnessedEnd(told["index"], b64decode(told["leaf"], validate=True), proof)
