"""Open the story of a client: all that is open to the acting unit, each piece with its origin."""

from uuid import UUID

from caseflow.database.tables.appointments import Appointment
from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.documents import Document
from caseflow.database.tables.records import Entry, Fact, Goal, Progress, SummaryParagraph
from caseflow.database.unit_of_work import Work
from caseflow.records.but_titles import but_titles
from caseflow.records.heed_address import heed_address
from caseflow.records.heed_kin import heed_kin
from caseflow.records.open_pieces import Pieces, report_damage
from caseflow.records.story import Story, StoryFact
from caseflow.records.weigh_answers import weigh_answers
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused

PARTS = (SummaryParagraph, Entry, Fact, Goal, Progress, Document, Correction, Appointment)


def open_story(
    work: Work, actor: Actor, client: UUID, purpose: str = "case_work", reason: str = ""
) -> Disclosed[Story] | Refused:
    """Return what is open of a client; intake staff get neither entries nor goals.

    A closed case opens with a reason only.
    """
    ask = Ask(Act.STORY_READ, client, purpose=purpose, reason=reason)
    answer = disclose(work, actor, ask, PARTS)
    if isinstance(answer, Refused):
        return answer
    pieces = Pieces(answer.value)
    story = Story(
        summary=tuple(pieces.paragraphs()),
        entries=tuple(pieces.entries()),
        facts=_facts(pieces, actor),
        goals=tuple(pieces.goals()),
        documents=tuple(pieces.documents()),
        damaged=tuple(pieces.damaged),
        overview=pieces.overview(client, actor.unit),
        appointments=tuple(pieces.appointments()),
    )
    heed_kin(work, actor, client, pieces, story.facts)
    heed_address(work, actor, client, story.facts, story.entries, story.appointments)
    report_damage(work, actor, pieces)
    return Disclosed(story)


def _facts(pieces: Pieces, actor: Actor) -> tuple[StoryFact, ...]:
    weighed = weigh_answers(but_titles(actor, pieces.facts()), actor.unit).values()
    shown = [fact for each in weighed for fact in (each.counts, *each.beside)]
    return tuple(sorted(shown, key=lambda fact: (fact.told_on, fact.origin.recorded_at)))
