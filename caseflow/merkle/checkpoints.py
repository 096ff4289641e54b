"""Write and read the head of a log: its name, its size, its root (C2SP tlog-checkpoint).

A checkpoint is the text of a signed note. Its optional extension lines are neither written nor
accepted: nobody could audit what they say.
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass

from caseflow.merkle.tree import HASH_SIZE


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of the log that is named `origin`, at `size` leaves."""

    origin: str
    size: int
    root: bytes


def checkpoint_text(origin: str, size: int, root: bytes) -> str:
    """Return the three lines of a checkpoint.

    Raises ValueError for an origin that is not one line, a negative size, a root that is no hash.
    """
    if not origin or "\n" in origin or size < 0 or len(root) != HASH_SIZE:
        raise ValueError(f"{origin!r} at {size} leaves has no checkpoint")
    return f"{origin}\n{size}\n{b64encode(root).decode()}\n"


def parse_checkpoint(text: str) -> Checkpoint | None:
    """Return the checkpoint that the text spells, or None when it spells none."""
    try:
        origin, size, root, _ = text.split("\n")
        checkpoint = Checkpoint(origin, int(size), b64decode(root, validate=True))
        spelled = checkpoint_text(checkpoint.origin, checkpoint.size, checkpoint.root)
    except ValueError:
        return None
    # Written again it must be the same: no leading zero, no sloppy base64, no missing newline.
    return checkpoint if spelled == text else None
