"""Show a client's story: summary, timeline, answers and goals, each with why it is seen."""

from collections.abc import Mapping
from uuid import UUID

from flask import Response, request

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import Line
from caseflow.records import Story, open_story
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import GoalState
from caseflow.web.clients.client_frame import Frame, client_page, frame_of
from caseflow.web.clients.her_appointments import latest
from caseflow.web.clients.refusals import GiveReason, ask_reason, refused_sight
from caseflow.web.clients.story_filter import Choices, Filter, choices, read_filter
from caseflow.web.clients.words import Words
from caseflow.web.forms import read_form
from caseflow.web.shown_hours import shown_hours

NAME = "client_name"


class LookWithReason(GiveReason):
    """A reason, and what is looked at."""

    category = Line(required=False)
    unit = Line(required=False)
    year = Line(required=False)


@policy(Permission.READ_FACTS)
def show_story(client: UUID) -> Response:
    """Show the story, filtered by what the address names."""
    return _show(client, "", request.args)


@policy(Permission.READ_FACTS)
def send_story(client: UUID) -> Response:
    """Show the story of a closed case for a reason, which stands in no address."""
    form = read_form(LookWithReason())
    if form.problems:
        return ask_reason(form)
    return _show(client, form.values["reason"], form.values)


def _show(client: UUID, reason: str, sent: Mapping[str, str]) -> Response:
    answer = open_story(current.work(), current.actor(), client, reason=reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    story = answer.value
    return story_page(frame_of(story.overview, reason), story, read_filter(sent))


def story_page(frame: Frame, story: Story, wanted: Filter) -> Response:
    """Return the page of a story, of which what is wanted is shown."""
    return client_page(
        frame,
        "story.html",
        story=story,
        name=name_in(story, frame.words),
        entries=wanted.entries(story),
        facts=wanted.facts(story, frame.words.configuration.catalogue.by_key),
        goals=[goal for goal in story.goals if wanted.lets(goal.origin)],
        goal_states=list(GoalState),
        appointments=latest(wanted.appointments(story)),
        shown_hours=shown_hours,
        own_unit=current.actor().unit,
        wanted=wanted,
        choices=choices(story),
        filters=_filters(choices(story), frame.words),
        copyable=frame.writable and _offers_copy(story),
    )


def _filters(found: Choices, named: Words) -> dict[str, list[tuple[object, str]]]:
    """Return what a story can be filtered by, each with what it is called."""
    categories = named.in_order(found.categories)
    return {
        "categories": [(each.key, named.label(each.labels)) for each in categories],
        "units": [(each, named.unit(each)) for each in sorted(found.units)],
        "years": [(each, str(each)) for each in found.years],
    }


def _offers_copy(story: Story) -> bool:
    """Say whether a piece of it may be copied by who looks."""
    return any(each.origin.copyable for part in (story.entries, story.facts) for each in part)


def name_in(story: Story, named: Words) -> str:
    """Return her name as the story tells it; empty where it does not."""
    for fact in story.facts:
        if fact.question == NAME and fact.counts and fact.answer is not None:
            return named.answer(fact.answer)
    return ""
