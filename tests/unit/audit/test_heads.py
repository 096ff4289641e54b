from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import delete, update

from caseflow.audit.heads import SignedHead, is_signed, load_head, origin_of
from caseflow.audit.look import newest_checkpoint
from caseflow.crypto.signing import Signer
from caseflow.database.tables.audit_log import Checkpoint
from caseflow.merkle.tree import EMPTY_ROOT
from caseflow.vocabulary.errors import BrokenSeal
from tests.factories.log import Log


@pytest.fixture
def head(log: Log) -> SignedHead:
    log.access()
    log.integrate()
    work = log.work()
    head = newest_checkpoint(work)
    work.put_away()
    assert head is not None
    return head


def test_a_head_is_signed_in_the_name_of_the_installation(log: Log, head: SignedHead) -> None:
    installation = log.around.installation
    assert head.note.startswith(f"caseflow/{installation}\n1\n")
    assert origin_of(installation) == f"caseflow/{installation}"
    assert is_signed(installation, log.signer.public, head)


def test_any_other_head_is_not_signed(log: Log, head: SignedHead) -> None:
    installation, public = log.around.installation, log.signer.public
    assert not is_signed(uuid4(), public, head)
    assert not is_signed(installation, Signer(bytes(32)).public, head)
    assert not is_signed(installation, public, replace(head, size=2))
    assert not is_signed(installation, public, replace(head, root=EMPTY_ROOT))
    assert not is_signed(installation, public, replace(head, note=head.note.replace("=", "A")))
    assert not is_signed(installation, public, replace(head, note=""))
    note: Any = head.note.encode()
    assert not is_signed(installation, public, replace(head, note=note))
    assert not is_signed(installation, public, replace(head, root=head.root[1:]))


def test_only_the_tree_that_was_signed_is_loaded(log: Log, head: SignedHead) -> None:
    work = log.work()
    assert load_head(work, 0).root() == EMPTY_ROOT
    assert load_head(work, 1).root() == head.root
    for tampering in (update(Checkpoint).values(root=EMPTY_ROOT), delete(Checkpoint)):
        work.session.execute(tampering)
        work.session.expire_all()
        with pytest.raises(BrokenSeal, match="not the one whose head was signed"):
            load_head(work, 1)
    work.abandon()
