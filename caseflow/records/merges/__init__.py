"""Two clients who are one person: proposed, agreed to by a second person, and undone."""

from caseflow.records.merges.answer_merge import answer_merge
from caseflow.records.merges.knock import knock_at_merge
from caseflow.records.merges.list_merges import MergeView, list_merges
from caseflow.records.merges.propose_merge import OtherRecord, propose_merge
from caseflow.records.merges.undo_merge import undo_merge

__all__ = [
    "MergeView",
    "OtherRecord",
    "answer_merge",
    "knock_at_merge",
    "list_merges",
    "propose_merge",
    "undo_merge",
]
