from caseflow.operations.backups.told_again import as_first_told, doer_of, first_told, named_rows
from caseflow.vocabulary.ids import new_id

STAFF, UNIT, ROW = new_id(), new_id(), new_id()
FIRST = {"at": "2026-01-01", "staff": str(STAFF), "unit": str(UNIT), "details": {"wall": "x"}}


def test_another_restore_reads_of_the_first_time_whoever_did_it_again() -> None:
    again = {"at": "2026-02-02", "details": first_told(FIRST)}
    read = as_first_told(again)
    assert read["at"] == "2026-01-01"
    assert (doer_of(read).staff, doer_of(read).unit) == (STAFF, UNIT)
    assert first_told(read) == first_told(FIRST)
    assert first_told(FIRST)["wall"] == "x"


def test_a_leaf_that_names_no_doer_or_row_has_none() -> None:
    assert doer_of(as_first_told({})).staff.int == 0
    rows = [{"table": "cases", "id": str(ROW)}, {"table": "clients", "id": str(UNIT)}]
    assert list(named_rows({"rows": rows}, "cases")) == [ROW]
    assert list(named_rows({}, "cases")) == []
