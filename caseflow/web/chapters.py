"""Know the chapters of the handbook, the tasks in each, and which task belongs to which page."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from caseflow.http.language import mark

EVERYBODY = "everybody"
_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Chapter:
    """What somebody in a role does here, task by task."""

    title: str
    tasks: tuple[str, ...]


# A chapter is named as its role is; a task may stand in several.
CHAPTERS: Mapping[str, Chapter] = MappingProxyType(
    {
        EVERYBODY: Chapter(
            mark("For everybody"),
            ("log-in", "signs", "cannot-see", "logged", "away", "lost", "not-lost"),
        ),
        "intake": Chapter(
            mark("At the intake"),
            (
                *("first-time", "answers", "card", "consent", "paper", "withdrawn"),
                *("telephone", "coming", "emergency", "never-meet"),
            ),
        ),
        "caseworker": Chapter(
            mark("For caseworkers"),
            (
                *("find", "story", "answers", "first-time", "consent", "withdrawn", "telephone"),
                *("handover", "coming", "outside", "letter", "appointment", "emergency"),
                *("without-consent", "her-copy", "never-meet", "close"),
            ),
        ),
        "lead": Chapter(
            mark("For leads"),
            ("team", "assign", "second-person", "never-meet", "organisations", "figures"),
        ),
        "officer": Chapter(
            mark("For the data-protection officer"),
            (
                *("review", "review-emergency", "who-saw", "withdraw-for-her", "second-person"),
                *("frozen", "erase", "breach", "restored", "team"),
            ),
        ),
        "administrator": Chapter(
            mark("For administrators"),
            ("accounts", "restore", "shares", "new-keys", "nightly"),
        ),
    }
)

_CLIENT = "/clients/<uuid:client>"
# Addresses by how they begin; of two that fit the longer one counts.
TASKS_AT: Mapping[str, str] = MappingProxyType(
    {
        "/search": "find",
        "/log-in": "log-in",
        "/factor": "log-in",
        "/unit": "log-in",
        "/password": "lost",
        "/sessions": "lost",
        "/own-address": "logged",
        "/invitation": "log-in",
        "/look-up": "card",
        "/consent-forms": "paper",
        "/restricted-cases": "assign",
        "/clients/new": "first-time",
        "/merges": "second-person",
        "/exceptions": "second-person",
        "/kept-apart": "second-person",
        "/partners": "organisations",
        "/disclosures": "outside",
        "/handovers": "coming",
        "/figures": "figures",
        "/staff": "team",
        "/memberships": "team",
        "/accounts": "accounts",
        "/log": "review",
        "/log/restored": "restored",
        "/breach": "breach",
        "/emergencies": "review-emergency",
        "/frozen-copies": "frozen",
        "/retention": "erase",
        "/erasures": "erase",
        f"{_CLIENT}/story": "story",
        f"{_CLIENT}/summary": "story",
        f"{_CLIENT}/corrections": "story",
        f"{_CLIENT}/pieces": "story",
        f"{_CLIENT}/entries": "story",
        f"{_CLIENT}/goals": "story",
        f"{_CLIENT}/intake": "answers",
        f"{_CLIENT}/family": "answers",
        f"{_CLIENT}/card": "card",
        f"{_CLIENT}/desk": "card",
        f"{_CLIENT}/scans": "paper",
        f"{_CLIENT}/consents": "consent",
        f"{_CLIENT}/consents/<uuid:consent>/withdrawal": "withdrawn",
        f"{_CLIENT}/refusal": "consent",
        f"{_CLIENT}/withdrawal": "withdrawn",
        f"{_CLIENT}/disclosures": "outside",
        f"{_CLIENT}/letters": "letter",
        f"{_CLIENT}/documents": "letter",
        f"{_CLIENT}/appointments": "appointment",
        f"{_CLIENT}/handover": "handover",
        f"{_CLIENT}/emergency": "emergency",
        f"{_CLIENT}/exceptions": "without-consent",
        f"{_CLIENT}/copy": "her-copy",
        f"{_CLIENT}/case": "close",
        f"{_CLIENT}/wall": "never-meet",
        f"{_CLIENT}/keep-apart": "never-meet",
        f"{_CLIENT}/access-report": "who-saw",
        f"{_CLIENT}/erasure": "erase",
    }
)


def help_at(rule: str, status: int, role: str) -> tuple[str, str]:
    """Return the chapter and the task, empty for none, that help somebody at a page.

    Where there is nothing it is the same for everybody and at every address, so that it tells
    nobody what there might have been.
    """
    if status == _NOT_FOUND:
        return EVERYBODY, "cannot-see"
    own = role if role in CHAPTERS else EVERYBODY
    fitting = [begin for begin in TASKS_AT if rule.startswith(begin)]
    if not fitting:
        return own, ""
    task = TASKS_AT[max(fitting, key=len)]
    return (own if task in CHAPTERS[own].tasks else _home(task)), task


def _home(task: str) -> str:
    return next(key for key, chapter in CHAPTERS.items() if task in chapter.tasks)
