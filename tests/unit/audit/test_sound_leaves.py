from typing import Any
from uuid import uuid4

from sqlalchemy import select, update

from caseflow.audit.column_texts import ColumnTexts
from caseflow.audit.sound_leaves import Fetched, fetch, recognise
from caseflow.database.tables.audit_log import Leaf
from caseflow.merkle.tree import leaf_hash
from caseflow.vocabulary.acts import Act
from tests.factories.log import Log


def test_sound_leaves_are_recognised_and_no_others(log: Log) -> None:
    case = log.case()
    log.access(case, staff=uuid4(), unit=log.unit)
    log.access(act=Act.LOGOUT, decision="refused")
    log.integrate()
    work = log.work()
    found = fetch(work, 0, 2)
    assert found is not None
    assert found.payloads == tuple(
        work.session.scalars(select(Leaf.payload).order_by(Leaf.position))
    )
    sound = recognise(found)
    assert sound is not None
    assert sound.hashes == [leaf_hash(each) for each in found.payloads]
    assert [each.act for each in sound.entries] == ["story.read", "logout"]
    for name in ColumnTexts._fields:
        lines = getattr(found.columns, name).split("\n")
        for wrong in ("\n".join(reversed(lines)), f"{lines[0]}\n\udc80"):
            other = found._replace(columns=found.columns._replace(**{name: wrong}))
            assert recognise(other) is None or wrong == getattr(found.columns, name), name
    for other in _with_others(found):
        assert recognise(other) is None
    assert fetch(work, 0, 3) is None
    work.session.execute(update(Leaf).values(request_id=""))
    assert fetch(work, 0, 2) is None
    work.abandon()


def _with_others(found: Fetched) -> list[Fetched]:
    """Return these leaves with hashes or bytes that are not theirs."""
    first, second = found.payloads
    text: Any = second.decode()
    blank = second + b" "
    return [
        found._replace(hashes=(found.hashes[0], leaf_hash(b""))),
        found._replace(payloads=(first, b"{}"), hashes=(found.hashes[0], leaf_hash(b"{}"))),
        found._replace(payloads=(first, text)),
        found._replace(payloads=(first, blank), hashes=(found.hashes[0], leaf_hash(blank))),
    ]
