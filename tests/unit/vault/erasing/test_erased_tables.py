"""Every table that names a client is decided about."""

from caseflow.database.base import Base
from caseflow.vault.erasing.erased_tables import (
    EVIDENCE,
    STAY,
    in_drawers,
    of_a_client,
    of_a_unit,
)


def names(tables: object) -> set[str]:
    return {table.name for table in tables}  # type: ignore[attr-defined]  # tables, as the room gives them


def test_what_stays_is_written_here() -> None:
    assert set(EVIDENCE) == {
        "consents",
        "withdrawals",
        "disclosures",
        "emergency_accesses",
        "lawful_exceptions",
        "exception_agreements",
    }
    assert set(EVIDENCE) | {"erasures", "log_leaves"} == STAY


def test_everything_else_that_names_a_client_goes_with_her() -> None:
    naming = {table.name for table in Base.metadata.sorted_tables if "client_id" in table.c}
    assert names(of_a_client()) == naming - STAY


def test_what_lies_in_drawers_goes_with_their_keys() -> None:
    lying = {table.name for table in Base.metadata.sorted_tables if "drawer_id" in table.c}
    assert names(in_drawers()) == lying - {"envelopes"}
    assert names(in_drawers()) <= names(of_a_client())


def test_with_one_units_file_go_the_rows_of_that_unit_but_not_what_protects_her() -> None:
    assert {"cases", "desks", "name_cards", "grants_due", "imported_lines"} <= names(of_a_unit())
    assert names(of_a_unit()).isdisjoint({*STAY, "walls", "kept_apart", "holds"})
