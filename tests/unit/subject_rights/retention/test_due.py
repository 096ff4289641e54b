from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from caseflow.subject_rights.retention.due import Due, Listed
from caseflow.vocabulary.retention import RecordKind

AT = datetime(2030, 1, 1, tzinfo=UTC)
FILE = Due(RecordKind.FILE, "case_record", UUID(int=1), UUID(int=2), None, AT, AT, held=False)
EVIDENCE = Due(
    RecordKind.EVIDENCE, "consent_and_log", None, UUID(int=2), UUID(int=3), AT, AT, held=False
)


def test_what_a_run_keeps_of_a_record_is_read_back_as_the_same() -> None:
    for due in (FILE, EVIDENCE):
        assert Listed.of(due.listed()).is_(due)
    assert FILE.listed().keys() == {"kind", "rule", "unit", "client"}


def test_by_another_rule_it_is_another() -> None:
    listed = Listed.of(FILE.listed())
    assert not listed.is_(replace(FILE, rule="child_protection"))
    assert not listed.is_(EVIDENCE)
