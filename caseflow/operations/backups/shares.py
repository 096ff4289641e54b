"""Say which table goes into which of a backup's two files, and which into none.

An erasure destroys the keys of a client's drawers. So the file that is kept for long may hold what
those keys alone open, and the log; whatever a unit's own key opens goes with the keys, for that
key lives on, and would open it in every old file for ever.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy import Table

from caseflow.database import tables
from caseflow.database.base import Base


class Share(StrEnum):
    """A part of a backup; its word is the ending of the file."""

    CONTENT = "content"  # what drawers hold, sealed under their keys, and the log
    KEYS = "keys"  # keys and links: all that says whose, and all that opens


_CONTENT = (
    "appointments",
    "consent_evidence",
    "corrections",
    "disclosure_contents",
    "disclosure_notes",
    "document_chunks",
    "document_files",
    "documents",
    "entries",
    "facts",
    "goals",
    "guardian_answers",
    "guardians",
    "log_checkpoints",
    "log_head",
    "log_leaves",
    "log_prunings",
    "log_tiles",
    "progress",
    "relatives",
    "staged_entries",
    "summary_paragraphs",
    "summary_versions",
)
_KEYS = (
    "api_tokens",
    "backups",
    "card_orders",
    "cases",
    "clients",
    "consents",
    "desks",  # over within the hour; but their counters are guarded by the log
    "disclosures",
    "drafts",
    "drawers",
    "emergency_accesses",
    "envelopes",
    "erasures",
    "exception_agreements",
    "grants_due",
    "handovers",
    "holds",
    "imported_lines",
    "index_tokens",
    "installation",
    "invitations",
    "kept_answers",  # a program that asks again after a restore does nothing twice
    "kept_apart",
    "known_browsers",
    "lawful_exceptions",
    "memberships",
    "merges",
    "name_cards",
    "one_time_secrets",
    "openid_links",
    "outside_keys",
    "own_addresses",
    "partners",
    "passkeys",
    "received_consents",
    "recovery_codes",
    "refusals",
    "retention_runs",
    "review_findings",
    "sealed_reasons",  # under the officers' key, which an erasure leaves
    "server_keys",
    "sign_offs",
    "staff",
    "staff_pairs",
    "staff_wrappings",
    "trustee_envelopes",
    "trustee_pairs",
    "unit_envelopes",
    "unit_indexes",
    "unit_pairs",
    "units",
    "walls",
    "withdrawals",
)
# After a restore everybody logs in anew, and is counted anew.
LEFT_OUT = frozenset(
    {"log_in_steps", "login_failures", "passkey_challenges", "readings", "staff_sessions"}
)

assert tables.__all__  # noqa: S101 - imported so that the metadata is complete

SHARES: Mapping[str, Share] = MappingProxyType(
    {
        **dict.fromkeys(_CONTENT, Share.CONTENT),
        **dict.fromkeys(_KEYS, Share.KEYS),
    }
)


def tables_of(share: Share) -> tuple[Table, ...]:
    """Return the tables of a file, each behind those that it refers to."""
    return tuple(each for each in Base.metadata.sorted_tables if SHARES.get(each.name) is share)
