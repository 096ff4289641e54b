"""Write down beside a piece that it is not so, in her words (Art. 16 and 18 GDPR).

Whoever sits with her does so, in whichever unit reads the piece; the unit that wrote it settles it.
"""

from dataclasses import dataclass
from functools import partial
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import DrawerContent, Entry, Fact, SummaryParagraph
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved, attempt
from caseflow.records.open_pieces import Pieces
from caseflow.records.own_unit import today
from caseflow.records.read_fields import read_fields
from caseflow.records.weigh_answers import weigh_answers
from caseflow.vault.contents import joined
from caseflow.vault.her_words import beside_which, open_with_words, put_word, reads
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vault.pieces import Piece
from caseflow.vault.same_person import person_of
from caseflow.vault.write_copy import seen_in
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.states import CorrectionOutcome

Corrected: TypeAlias = type[SummaryParagraph] | type[Entry] | type[Fact]
CORRECTED: tuple[Corrected, ...] = (SummaryParagraph, Entry, Fact)


@dataclass(frozen=True, slots=True)
class NotSo:
    """Of which piece she says it, her words, and the day; today unless named."""

    piece: UUID
    text: str
    said_on: str | None = None
    version: int | None = None  # of the piece, as it was read to her; none: as it stands
    reason: str = ""  # where her case is closed


def record_correction(
    work: Work, actor: Actor, client: UUID, said: NotSo
) -> Done[Saved] | Invalid | Refused:
    """Write it down; a piece that the actor does not see is not there."""
    found = _where(work, client, said.piece)
    # Of somebody else's piece no category is asked for, nor any of her own drawers used.
    categories = frozenset(found) or frozenset({""})
    ask = Ask(Act.CORRECTION_RECORD, client, reason=said.reason, categories=categories)
    return attempt(work, actor, ask, partial(_record, work, said, [*found.values()]))


def _where(work: Work, client: UUID, piece: UUID) -> dict[str, Corrected]:
    """Return in which category it lies and of which kind it is; nothing of somebody else's."""
    hers = person_of(work, client).ids
    found: dict[str, Corrected] = {}
    for table in CORRECTED:
        inside = select(Drawer.category).where(
            Drawer.id == table.drawer_id, table.id == piece, table.client_id.in_(hers)
        )
        category = work.session.scalar(inside)
        if category is not None:
            found[category] = table
    return found


def _record(
    work: Work, said: NotSo, kinds: list[Corrected], given: Permit
) -> Done[Saved] | Invalid | Refused:
    piece = next((_shown(work, given, table, said.piece) for table in kinds), None)
    if piece is None:
        return Refused()
    day = today(work)
    typed = {"text": said.text, "said_on": said.said_on or day.isoformat()}
    fields, problems = read_fields(typed, day)
    if problems:
        return Invalid(tuple(problems))
    begun = {"outcome": CorrectionOutcome.OPEN.value, "reply": ""}
    stands = piece.row.version
    read = stands if said.version is None else min(said.version, stands)
    written = put_word(work, given, piece, {**fields, **begun}, read)
    named = Deeds(details={"piece": str(said.piece)})
    trace(work, given, joined(seen_in(piece), written.deeds, named))
    return Done(Saved(written.row.id, written.row.version))


def _shown(work: Work, given: Permit, table: Corrected, piece: UUID) -> Piece[DrawerContent] | None:
    """Return the piece if the story shows it to the actor."""
    if not reads(given.actor, table):
        return None
    opened = open_with_words(work, given, table, beside_which(given))
    if piece not in _ids(Pieces(opened), given.actor, table):
        return None
    return next(each for each in opened.pieces if each.row.id == piece)


def _ids(pieces: Pieces, actor: Actor, table: Corrected) -> set[UUID]:
    if table is Fact:
        # What she withheld from the acting unit hides what others were told.
        weighed = weigh_answers(pieces.facts(), actor.unit).values()
        return {fact.origin.id for each in weighed for fact in (each.counts, *each.beside)}
    found = pieces.entries() if table is Entry else pieces.paragraphs()
    return {each.origin.id for each in found}
