"""Say what is held back, what a run deletes, and what became of it."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http import current
from caseflow.http.language import gettext, language, mark
from caseflow.vocabulary.questions.labels import in_language
from caseflow.vocabulary.retention import HoldKind, RecordKind, RunState

HOLDS: Mapping[str, str] = MappingProxyType(
    {
        HoldKind.LEGAL: mark("a claim or a procedure needs it"),
        HoldKind.WISH: mark("she wants it kept for longer"),
        HoldKind.RESTRICTION: mark("restricted in place of an erasure (§ 35 BDSG)"),
    }
)
KINDS: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.FILE: mark("file"),
        RecordKind.ENQUIRY: mark("enquiry"),
        RecordKind.SLIP: mark("handover slip"),
        RecordKind.EVIDENCE: mark("evidence of an erased client"),
    }
)
STATES: Mapping[RunState, str] = MappingProxyType(
    {
        RunState.WAITING: mark("waits for a second officer"),
        RunState.REFUSED: mark("was not agreed to"),
        RunState.AGREED: mark("agreed to, and not finished"),
        RunState.DONE: mark("is finished"),
    }
)


def hold_name(kind: str) -> str:
    """Return why something is held."""
    return gettext(HOLDS[kind]) if kind in HOLDS else kind


def record_name(kind: RecordKind) -> str:
    """Return what would go."""
    return gettext(KINDS[kind])


def run_state_name(state: RunState) -> str:
    """Return what became of a run."""
    return gettext(STATES[state])


def rule_name(rule: str) -> str:
    """Return what a class of records is called; one that is configured no more by its key."""
    found = current.work().configuration.retention.get(rule)
    return rule if found is None else in_language(found.labels, language())
