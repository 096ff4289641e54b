from caseflow.operations.backups.manifest import TableCount
from caseflow.operations.backups.tally import Tally


def _told(*records: bytes) -> TableCount:
    tally = Tally()
    for record in records:
        tally.add(record)
    return tally.told()


def test_the_order_does_not_matter_and_every_record_does() -> None:
    assert _told(b"a", b"b") == _told(b"b", b"a")
    assert _told() == TableCount(0, "0" * 64)
    assert len({_told(b"a", b"b"), _told(b"a"), _told(b"a", b"a"), _told(b"a", b"c")}) == 4
