"""Copy an entry or an answer, told to another unit, into the acting unit's own record."""

from functools import partial
from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import Entry, Fact
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved, attempt
from caseflow.records.open_pieces import Pieces
from caseflow.records.put_facts import bind_as_told
from caseflow.records.story import StoryEntry, StoryFact
from caseflow.records.weigh_answers import weigh_answers
from caseflow.vault.contents import joined
from caseflow.vault.her_words import open_with_words
from caseflow.vault.open_originals import beside_own, holding
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vault.pieces import Opened, Piece
from caseflow.vault.same_person import person_of
from caseflow.vault.write_copy import K, put_copy, seen_in
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.questions.stored_answer import answer_text
from caseflow.vocabulary.states import FactState


def copy_entry(work: Work, actor: Actor, client: UUID, entry: UUID) -> Done[Saved] | Refused:
    """Copy an entry that a consent lets the unit copy; twice makes one copy."""
    # Of somebody else's entry no category is asked for, nor any of her own drawers used.
    hers = Entry.client_id.in_(person_of(work, client).ids)
    inside = select(Drawer.category).where(Drawer.id == Entry.drawer_id, Entry.id == entry, hers)
    category = work.session.scalar(inside) or ""
    return attempt(work, actor, _ask(client, category), partial(_copy_entry, work, entry))


def copy_answer(work: Work, actor: Actor, client: UUID, question: str) -> Done[Saved] | Refused:
    """Copy what another unit was told last; nothing that she withholds from this unit."""
    asked = work.configuration.catalogue.question(question)
    category = "" if asked is None else asked.category
    return attempt(work, actor, _ask(client, category), partial(_copy_answer, work, question))


def _ask(client: UUID, category: str) -> Ask:
    """Ask for the drawers of one category: the act rests on no consent about others."""
    categories = frozenset({category})
    return Ask(Act.COPY_MAKE, client, action=Action.COPY, categories=categories)


def _copy_entry(work: Work, entry: UUID, given: Permit) -> Done[Saved] | Refused:
    place = work.session.scalar(select(Entry.drawer_id).where(Entry.id == entry))
    opened = open_with_words(work, given, Entry, holding(given, place))
    found = [each for each in Pieces(opened).entries() if each.origin.id == entry]
    return _copy(work, given, Entry, opened, found)


def _copy_answer(work: Work, question: str, given: Permit) -> Done[Saved] | Refused:
    opened = open_with_words(work, given, Fact, beside_own(given))
    weighed = weigh_answers(Pieces(opened).facts(), given.actor.unit).get(question)
    shown = () if weighed is None else (weighed.counts, *weighed.beside)
    found = [each for each in shown if _told_elsewhere(each)]
    newest = sorted(found, key=lambda each: (each.told_on, each.origin.recorded_at))
    return _copy(work, given, Fact, opened, newest)


def _told_elsewhere(fact: StoryFact) -> bool:
    consented = fact.origin.basis.kind is BasisKind.CONSENT
    return fact.state is FactState.ANSWERED and consented


def _copy(
    work: Work,
    given: Permit,
    table: type[K],
    opened: Opened,
    found: list[StoryEntry] | list[StoryFact],
) -> Done[Saved] | Refused:
    """Copy the last of what was found, and trace the act with both drawers and the consent."""
    if not found or found[-1].origin.disputed:
        return Refused()  # what she says is not so spreads no further
    origin = found[-1].origin
    piece: Piece[K] = next(each for each in opened.of(table) if each.row.id == origin.id)
    written = put_copy(work, given, piece)
    told = {"copied": str(piece.row.id), "consent": str(origin.basis.id)}
    bound = _bound(work, given, found[-1])
    trace(work, given, joined(seen_in(piece), written.deeds, bound, Deeds(details=told)))
    return Done(Saved(written.row.id, written.row.version))


def _bound(work: Work, given: Permit, found: StoryEntry | StoryFact) -> Deeds:
    """End at majority what a guardian declared: the unit knows the day now, whoever was told it."""
    if isinstance(found, StoryEntry):
        return Deeds()
    answer = "" if found.answer is None else answer_text(found.answer)
    fields = {
        "question": found.question,
        "state": found.state.value,
        "value": answer,
        "told_on": found.told_on.isoformat(),
    }
    return bind_as_told(work, given, [fields])
