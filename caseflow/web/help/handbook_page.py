"""Show the handbook: its chapters, and in each what somebody in a role does."""

from collections.abc import Mapping
from datetime import timedelta

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy, recognise
from caseflow.http.language import language
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.permissions import Permission
from caseflow.web.chapters import CHAPTERS
from caseflow.web.error_pages import not_found
from caseflow.web.help.read_tasks import HEIGHT, WIDTH, Task, read_tasks
from caseflow.web.shell import page


@policy(Permission.PUBLIC)
def show_help() -> Response:
    """Show what there is: every chapter with its tasks."""
    recognise()  # whoever is logged in has her way out here too
    return page("help/contents.html", chapters=CHAPTERS, tasks=tasks_here())


@policy(Permission.PUBLIC)
def show_chapter(chapter: str) -> Response:
    """Show a chapter whole, so that the browser searches and prints it."""
    recognise()
    if chapter not in CHAPTERS:
        return not_found()
    known = tasks_here()
    return page(
        "help/chapter.html",
        key=chapter,
        chapters=CHAPTERS,
        tasks=[known[each] for each in CHAPTERS[chapter].tasks],
        categories=current.work().configuration.categories.values(),
        picture_size=(WIDTH, HEIGHT),
        language_of=lambda labels: labels.get(language(), next(iter(labels.values()))),
    )


def tasks_here() -> Mapping[str, Task]:
    """Return all tasks in the reader's language."""
    return read_tasks(language(), *CHAPTERS, values=figures(current.work().configuration))


def figures(configuration: Configuration) -> Mapping[str, str]:
    """Return what the texts say of this provider's own settings."""
    limits = configuration.limits
    return {
        "idle_minutes": _in(limits.session_idle, minutes=1),
        "desk_minutes": _in(limits.desk, minutes=1),
        "pause_minutes": _in(limits.reading.pause, minutes=1),
        "emergency_hours": _in(limits.emergency, hours=1),
        "review_hours": _in(limits.emergency_review, hours=1),
        "handover_days": _in(limits.handover, days=1),
        "invitation_days": _in(limits.invitation, days=1),
        "frozen_days": _in(limits.frozen_copy, days=1),
        "draft_days": _in(configuration.drafts.kept, days=1),
        "clients_per_hour": str(limits.reading.clients),
        "tries": str(limits.login.most),
        "threshold": str(configuration.threshold),
    }


def _in(period: timedelta, **unit: int) -> str:
    return f"{period / timedelta(**unit):g}"
