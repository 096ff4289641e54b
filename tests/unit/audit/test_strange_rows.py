from uuid import uuid4

from caseflow.audit.findings import Fault
from caseflow.audit.record import digest_of
from caseflow.audit.strange_rows import StrangeRow, name_fault
from caseflow.database.tables.clients import Case, Client
from tests.factories.log import BEGIN


def case() -> Case:
    return Case(
        client_id=uuid4(),
        unit_id=uuid4(),
        opened_at=BEGIN,
        opened_by=uuid4(),
        code=b"sealed",
        code_key_id=b"key",
    )


def strange(row: Case | Client, told: Case | Client | None = None) -> StrangeRow:
    return StrangeRow.of(row).with_told(frozenset({digest_of(told or row).digest}))


def test_a_row_is_known_by_its_digest() -> None:
    row = case()
    found = StrangeRow.of(row)
    assert found.name == ("cases", row.id)
    assert found.digest == digest_of(row).digest
    row.generation = "none"  # type: ignore[assignment] # as somebody else may have left it
    row.opened_at = BEGIN.replace(tzinfo=None)
    assert StrangeRow.of(row).digest is None


def test_an_older_one_was_put_back() -> None:
    row = strange(case())
    assert name_fault(row, [row], {row.name}) is Fault.ROW_ROLLED_BACK


def test_two_that_changed_places_were_swapped_with_their_client_or_without() -> None:
    one, two = case(), case()
    as_told = strange(one), strange(two)
    for moved in ({"id"}, {"id", "client_id"}):
        pair = [
            StrangeRow(
                (mine.name),
                theirs.values | {name: mine.values[name] for name in moved},
                b"",
                mine.told,
            )
            for mine, theirs in (as_told, as_told[::-1])
        ]
        assert name_fault(pair[0], pair, set()) is Fault.ROW_SWAPPED


def test_rows_without_a_client_change_places_too() -> None:
    one, two = (strange(Client(code_tag=uuid4().bytes, created_at=BEGIN)) for _ in range(2))
    here = StrangeRow(one.name, two.values | {"id": one.name[1]}, b"", one.told)
    assert name_fault(here, [here, two], set()) is Fault.ROW_SWAPPED


def test_any_other_one_was_changed() -> None:
    one, other = strange(case()), strange(Client(code_tag=uuid4().bytes, created_at=BEGIN))
    two = strange(case())
    assert name_fault(one, [one, other, two], {two.name}) is Fault.ROW_CHANGED
