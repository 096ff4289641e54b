"""Every table, imported once so that the metadata is complete."""

from caseflow.database.tables import (
    accounts,
    audit_log,
    clients,
    consents,
    drawers,
    exceptions,
    handovers,
    imports,
    installation,
    kept_answers,
    kept_apart,
    name_cards,
    readings,
    records,
    second_factors,
    units,
)

__all__ = [
    "accounts",
    "audit_log",
    "clients",
    "consents",
    "drawers",
    "exceptions",
    "handovers",
    "imports",
    "installation",
    "kept_answers",
    "kept_apart",
    "name_cards",
    "readings",
    "records",
    "second_factors",
    "units",
]
