"""Say of each table that names a client whether its rows go with her, or stay as evidence.

A table that a later release adds goes with her unless it is named here, and a test asks for it.
"""

from functools import cache

from sqlalchemy import Delete, Table, delete

import caseflow.database.tables  # noqa: F401 - so that the metadata is complete
from caseflow.database.base import Base

# Art. 5(2), 7(1) GDPR: that she agreed, withdrew, was told of or read in danger must be shown for
# as long as somebody can ask. Ids, matrices and instants; nothing that she said.
EVIDENCE = (
    "exception_agreements",
    "lawful_exceptions",
    "emergency_accesses",
    "disclosures",
    "withdrawals",
    "consents",
)
# The log keeps its entries; tombstones say that there was somebody.
STAY = frozenset({*EVIDENCE, "erasures", "log_leaves"})
# What protects her from single people holds for as long as any unit knows her.
UNTIL_THE_LAST_FILE = frozenset({"holds", "kept_apart", "walls"})


@cache
def in_drawers() -> tuple[Table, ...]:
    """Return the tables whose rows lie in drawers, the envelopes of their keys left out."""
    return _tables("client_id", "drawer_id", but=frozenset({"envelopes"}))


@cache
def of_a_unit() -> tuple[Table, ...]:
    """Return the tables whose rows go with one unit's file; drawers are the last to go."""
    return _tables("client_id", "unit_id", but=UNTIL_THE_LAST_FILE)


@cache
def of_a_client() -> tuple[Table, ...]:
    """Return the tables whose rows go with the client."""
    return _tables("client_id", but=frozenset())


def _tables(*columns: str, but: frozenset[str]) -> tuple[Table, ...]:
    return tuple(
        table
        for table in Base.metadata.sorted_tables
        if table.name not in STAY | but and all(column in table.c for column in columns)
    )


def deletion(table: Table) -> Delete:
    """Return the deletion of rows by their mapped class: so the log tells of each that goes."""
    return delete(_classes()[table.name])


@cache
def _classes() -> dict[str, type[Base]]:
    found = (mapper.class_ for mapper in Base.registry.mappers)
    return {str(each.__tablename__): each for each in found}
