"""Open the summary that she has approved, with what stood there before."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.records import SummaryParagraph, SummaryVersion
from caseflow.database.unit_of_work import Work
from caseflow.records.open_pieces import Pieces, report_damage
from caseflow.records.overview import Overview
from caseflow.records.story import Damaged, StoryParagraph
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class ParagraphThen:
    """A paragraph as it stands, and as it stood before, the newest first; other units' only now."""

    now: StoryParagraph
    before: tuple[StoryParagraph, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The paragraphs that are open, by the day on which she approved them."""

    paragraphs: tuple[ParagraphThen, ...]
    damaged: tuple[Damaged, ...]
    overview: Overview


def open_summary(
    work: Work, actor: Actor, client: UUID, reason: str = ""
) -> Disclosed[Summary] | Refused:
    """Return the summary, to whom the story shows it as it is now.

    What stood there before comes with the paragraphs of the acting unit alone: who reads by a
    consent is told what stands.
    A closed case opens with a reason only.
    """
    ask = Ask(Act.STORY_READ, client, reason=reason)
    answer = disclose(work, actor, ask, (SummaryParagraph, SummaryVersion, Correction))
    if isinstance(answer, Refused):
        return answer
    pieces = Pieces(answer.value)
    now, former = pieces.paragraphs(), pieces.former()
    summary = Summary(
        paragraphs=tuple(
            ParagraphThen(each, tuple(former.get(each.origin.id, ()))) for each in now
        ),
        damaged=tuple(pieces.damaged),
        overview=pieces.overview(client, actor.unit),
    )
    report_damage(work, actor, pieces)
    return Disclosed(summary)
