import io
import sys
from collections.abc import Sequence
from hashlib import sha256

import pytest
from msgspec.json import decode, encode
from sqlalchemy import select

from caseflow.audit.second_reader import Seen, Wanted, answer
from caseflow.database.tables.audit_log import Leaf
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from tests.factories.log import Log


@pytest.fixture
def asked(engine: str, monkeypatch: pytest.MonkeyPatch) -> "Asked":
    return Asked(engine, monkeypatch)


class Asked:
    """The answers of this process to what another would ask."""

    def __init__(self, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.url = url
        self.monkeypatch = monkeypatch

    def __call__(self, start: int, end: int, staged: Sequence[str] = ()) -> list[Seen]:
        wanted = encode(Wanted(self.url, start, end, 256, list(staged)))
        said = io.TextIOWrapper(io.BytesIO())
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(wanted)))
        self.monkeypatch.setattr(sys, "stdout", said)
        answer()
        return [decode(line, type=Seen) for line in said.buffer.getvalue().splitlines()]


def test_what_sound_leaves_tell_is_said(log: Log, asked: Asked) -> None:
    case, desk = log.case(), log.desk()
    first = log.access(case, desk)
    log.access(case, ended=(UsedBasis(BasisKind.DESK, desk.id, 1),))
    log.integrate()
    hashes = log.read(select(Leaf.leaf_hash).order_by(Leaf.position))
    whole = Seen(
        0,
        2,
        sha256(b"".join(hashes)).hexdigest(),
        {str(case.id): (1, 2), str(desk.id): (1, 1)},
        {str(desk.id): (1, 1)},
        [str(first)],
    )
    assert asked(0, 2, [str(first), "elsewhere"]) == [whole]
    # The second of two chunks has a leaf that is not there.
    log.access(bases=(UsedBasis(BasisKind.OWN_UNIT, case.id, 2),))
    log.integrate()
    assert asked(0, 4) == []
    assert asked(0, 3) == []  # a use that was there before
    assert asked(0, 2, [str(first)]) == [whole]
