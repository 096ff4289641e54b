"""Clients, cases, desks, entries, facts, goals, appointments, guardians, and her story of them."""

from caseflow.records.add_clients import Created
from caseflow.records.add_guardian import add_guardian
from caseflow.records.assign_case import Assignment, assign_case
from caseflow.records.attempt import Saved
from caseflow.records.change_entry import change_entry
from caseflow.records.change_goal import change_goal
from caseflow.records.change_guardian import change_guardian
from caseflow.records.client_card import client_card
from caseflow.records.client_overview import client_overview
from caseflow.records.close_case import close_case
from caseflow.records.copy_piece import copy_answer, copy_entry
from caseflow.records.create_client import create_client
from caseflow.records.end_link import end_link
from caseflow.records.family import Family, RelativeView, StoryGuardian
from caseflow.records.intake import IntakeForm, IntakeQuestion
from caseflow.records.knock import (
    knock,
    knock_at_case,
    knock_at_correction,
    knock_at_entry,
    knock_at_goal,
    knock_at_guardian,
    knock_at_link,
    knock_at_sight,
)
from caseflow.records.link_relative import Linked, link_relative, open_child
from caseflow.records.list_cases import CaseView, list_cases
from caseflow.records.list_deserted import Deserted, count_deserted, list_deserted
from caseflow.records.look_up_client import OpenDesk, look_up_client
from caseflow.records.open_case import open_case
from caseflow.records.open_family import open_family
from caseflow.records.open_intake import open_intake
from caseflow.records.open_story import open_story
from caseflow.records.open_summary import ParagraphThen, Summary, open_summary
from caseflow.records.overview import Overview
from caseflow.records.read_entry import read_entry
from caseflow.records.record_correction import NotSo, record_correction
from caseflow.records.save_intake import save_intake
from caseflow.records.search_clients import Hits, search_clients
from caseflow.records.set_goal import set_goal
from caseflow.records.settle_correction import settle_correction
from caseflow.records.story import (
    HerWord,
    Story,
    StoryDocument,
    StoryEntry,
    StoryFact,
    StoryGoal,
    StoryParagraph,
)
from caseflow.records.told import Told
from caseflow.records.work_list import WorkList, work_list
from caseflow.records.write_entry import Draft, write_entry
from caseflow.records.write_fact import write_fact
from caseflow.records.write_progress import write_progress
from caseflow.records.write_summary import Approved, write_summary

__all__ = [
    "Approved",
    "Assignment",
    "CaseView",
    "Created",
    "Deserted",
    "Draft",
    "Family",
    "HerWord",
    "Hits",
    "IntakeForm",
    "IntakeQuestion",
    "Linked",
    "NotSo",
    "OpenDesk",
    "Overview",
    "ParagraphThen",
    "RelativeView",
    "Saved",
    "Story",
    "StoryDocument",
    "StoryEntry",
    "StoryFact",
    "StoryGoal",
    "StoryGuardian",
    "StoryParagraph",
    "Summary",
    "Told",
    "WorkList",
    "add_guardian",
    "assign_case",
    "change_entry",
    "change_goal",
    "change_guardian",
    "client_card",
    "client_overview",
    "close_case",
    "copy_answer",
    "copy_entry",
    "count_deserted",
    "create_client",
    "end_link",
    "knock",
    "knock_at_case",
    "knock_at_correction",
    "knock_at_entry",
    "knock_at_goal",
    "knock_at_guardian",
    "knock_at_link",
    "knock_at_sight",
    "link_relative",
    "list_cases",
    "list_deserted",
    "look_up_client",
    "open_case",
    "open_child",
    "open_family",
    "open_intake",
    "open_story",
    "open_summary",
    "read_entry",
    "record_correction",
    "save_intake",
    "search_clients",
    "set_goal",
    "settle_correction",
    "work_list",
    "write_entry",
    "write_fact",
    "write_progress",
    "write_summary",
]
