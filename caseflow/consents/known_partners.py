"""Name the organisations outside the provider that a client can let be told something of her."""

from caseflow.database.unit_of_work import Work
from caseflow.vault.partners import all_partners
from caseflow.vocabulary.partners import Partner


def known_partners(work: Work) -> tuple[Partner, ...]:
    """Return all partners, by name; those whose agreement does not run are named, not told."""
    return all_partners(work)
