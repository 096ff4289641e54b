"""Clients, cases, desks, entries, facts, goals, and the story that they make."""

from caseflow.records.create_client import Created, create_client
from caseflow.records.open_intake import open_intake
from caseflow.records.open_story import open_story
from caseflow.records.saved import Saved
from caseflow.records.told import Told
from caseflow.records.work_list import WorkList, work_list
from caseflow.records.write_entry import Draft, write_entry
from caseflow.records.write_fact import write_fact

__all__ = [
    "Created",
    "Draft",
    "Saved",
    "Told",
    "WorkList",
    "create_client",
    "open_intake",
    "open_story",
    "work_list",
    "write_entry",
    "write_fact",
]
