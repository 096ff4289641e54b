"""Read how long a draft is kept, and how large it may be."""

from collections.abc import Mapping
from datetime import timedelta

from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.draft_rule import DraftRule

_THOUSAND = 1000
_BOUNDS: Mapping[str, tuple[int, int]] = {
    "days": (1, 60),
    "kilobytes": (16, 1_000),  # a request has 2 MiB at most
    "most": (10, 1_000),
}


def read_drafts(table: Table) -> DraftRule:
    """Return the rule for drafts."""
    table.only(_BOUNDS)
    found = {name: table.number(name, *bounds) for name, bounds in _BOUNDS.items()}
    return DraftRule(
        kept=timedelta(days=found["days"]),
        size=found["kilobytes"] * _THOUSAND,
        most=found["most"],
    )
