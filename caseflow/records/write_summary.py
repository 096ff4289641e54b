"""Write a paragraph of the summary that the client has approved, one for each own drawer."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.records import SummaryParagraph
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved, attempt
from caseflow.records.own_unit import category_problems, today
from caseflow.records.read_fields import read_fields
from caseflow.vault.contents import Content, Written, joined, put, rewrite
from caseflow.vault.keep_version import keep_version
from caseflow.vault.open_drawers import own_drawers
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Problem, Refused


@dataclass(frozen=True, slots=True)
class Approved:
    """A paragraph as it was typed, and the day on which she approved it; today unless named."""

    category: str
    text: str
    approved_on: str | None = None
    version: int | None = None  # of the paragraph that was on the screen, 0 for none


def write_summary(
    work: Work, actor: Actor, client: UUID, paragraph: Approved
) -> Done[Saved] | Invalid | Conflict | Refused:
    """Write the paragraph; a further one about the same category takes the former one's place.

    What stood there before is kept as a version of it.
    """

    def act(given: Permit) -> Done[Saved] | Invalid | Conflict:
        fields, problems = _check(work, actor, paragraph)
        if problems:
            return Invalid(tuple(problems))
        row = _find(work, given, paragraph.category)
        stands = 0 if row is None else row.version
        if paragraph.version not in {None, stands}:
            return Conflict(stands)
        written = _write(work, given, row, Content(SummaryParagraph, paragraph.category, fields))
        trace(work, given, written.deeds)
        return Done(Saved(written.row.id, written.row.version))

    return attempt(work, actor, Ask(Act.SUMMARY_WRITE, client), act)


def _check(work: Work, actor: Actor, paragraph: Approved) -> tuple[dict[str, str], list[Problem]]:
    day = today(work)
    typed = {"text": paragraph.text, "approved_on": paragraph.approved_on or day.isoformat()}
    fields, problems = read_fields(typed, day)
    return fields, [*problems, *category_problems(work, actor, paragraph.category)]


def _find(work: Work, given: Permit, category: str) -> SummaryParagraph | None:
    """Return the paragraph that stands; of two, after a merging, that of the record asked for."""
    drawers = own_drawers(given.gathered.drawers.values(), given.actor.unit, category)
    inside = select(SummaryParagraph).where(
        SummaryParagraph.client_id.in_(given.gathered.person.ids),
        SummaryParagraph.drawer_id.in_([drawer.id for drawer in drawers]),
    )
    hers = SummaryParagraph.client_id == given.ask.client
    ordered = inside.order_by(hers.desc(), SummaryParagraph.recorded_at)
    return work.session.scalars(ordered).first()


def _write(
    work: Work,
    given: Permit,
    row: SummaryParagraph | None,
    content: Content[SummaryParagraph],
) -> Written[SummaryParagraph]:
    if row is None:
        return put(work, given, content)
    kept = keep_version(work, given, row)
    written = rewrite(work, given, row, content.fields)
    return Written(row, joined(kept, written.deeds))
