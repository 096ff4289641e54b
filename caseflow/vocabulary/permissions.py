"""The names of the policies that a route declares; `caseflow.policy.permissions` decides them."""

from enum import StrEnum


class Permission(StrEnum):
    """What somebody must be allowed to do before a route's verb is called at all."""

    PUBLIC = "public"  # no log-in: the log-in page, health, static files, invitation links
    LOGGED_IN = "logged_in"  # any staff member, in no unit
    MEMBER = "member"  # any membership but an officer's: work list, look-up
    READ_STORY = "read_story"
    READ_FACTS = "read_facts"
    WRITE_ENTRY = "write_entry"
    WRITE_FACT = "write_fact"
    CREATE_CLIENT = "create_client"
    RECORD_CONSENT = "record_consent"
    WITHDRAW_CONSENT = "withdraw_consent"
    HAND_OVER = "hand_over"
    DECLARE_EMERGENCY = "declare_emergency"
    DECLARE_EXCEPTION = "declare_exception"
    ANSWER_EXCEPTION = "answer_exception"  # the second person: agree or refuse
    END_EXCEPTION = "end_exception"
    RECORD_WALL = "record_wall"
    LIFT_WALL = "lift_wall"
    KEEP_APART = "keep_apart"  # two clients of whom one is violent towards the other
    LIFT_APART = "lift_apart"  # see whom the own unit keeps apart, and end it
    REVIEW_APART = "review_apart"  # all pairs of the house, for the officers
    PROPOSE_MERGE = "propose_merge"  # two clients who are one person
    ANSWER_MERGE = "answer_merge"  # the second person: agree or refuse
    UNDO_MERGE = "undo_merge"
    MANAGE_CASE = "manage_case"
    ADMIT_STAFF = "admit_staff"
    KEEP_PARTNERS = "keep_partners"  # the list of organisations outside
    DISCLOSE = "disclose"  # to a partner outside; what was told and what waits
    READ_FIGURES = "read_figures"  # of a year, counts alone
    REVIEW_LOG = "review_log"
    REVIEW_EMERGENCY = "review_emergency"
    KEEP_COPY = "keep_copy"  # see which copies are frozen; another basis on which one stays
    ERASE = "erase"  # propose it, and answer as the second person
    RUN_RETENTION = "run_retention"  # what is due, holds, runs
    ADMINISTER = "administer"  # accounts; no membership and no unit key
