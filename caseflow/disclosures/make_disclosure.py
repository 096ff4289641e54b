"""Tell a partner outside what was chosen of a client's record, under a consent that names it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from caseflow.audit.entries import DrawerName
from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.records import Entry, Fact
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.disclosures.hand_out import Choice, HandOut, chosen
from caseflow.disclosures.keep_told import keep_told
from caseflow.disclosures.made import Made
from caseflow.records.open_pieces import Pieces
from caseflow.vault.again import again
from caseflow.vault.begin_again import begin_again
from caseflow.vault.content_tables import field_names
from caseflow.vault.contents import joined
from caseflow.vault.open_told import open_told
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.matrices import Action


@dataclass(frozen=True, slots=True)
class Wanted:
    """Under which consent something is told, what for, and what."""

    consent: UUID
    purpose: str
    choice: Choice


def make_disclosure(
    work: Work, actor: Actor, client: UUID, wanted: Wanted
) -> Done[Made] | Invalid | Refused:
    """Record what is told, exactly, and return it; case and consent are used first.

    TOO_LATE when the consent was withdrawn or has run out, or the partner's agreement has.
    """
    return again(work, partial(_attempt, work, actor, client, wanted))


def _attempt(
    work: Work, actor: Actor, client: UUID, wanted: Wanted
) -> Done[Made] | Invalid | Refused:
    ask = Ask(
        Act.DISCLOSURE_MAKE,
        client,
        purpose=wanted.purpose,
        action=Action.DISCLOSE,
        consent=wanted.consent,
    )
    given = permit(work, actor, ask)
    if isinstance(given, Refused):
        return given
    pieces = Pieces(open_told(work, given, (Entry, Fact, Correction)))
    hand_out = chosen(pieces, wanted.choice, work.configuration)
    problems = tuple(_problems(given, wanted, hand_out))
    if problems:
        begin_again(work)
        return Invalid(problems)
    work.alarms += [Alarm.of_key(each.table, each.id) for each in pieces.damaged]
    return Done(_record(work, given, hand_out))


def _problems(given: Permit, wanted: Wanted, hand_out: HandOut) -> Iterator[Problem]:
    choice, consent = wanted.choice, given.gathered.consents[wanted.consent]
    if wanted.purpose not in consent.purposes:
        yield Problem("purpose", "not_in_consent")
    if not choice.entries and not choice.facts:
        yield Problem("entries", "nothing_chosen")
        yield Problem("facts", "nothing_chosen")
    found = {each.id for each in hand_out.entries}
    for missing in sorted(choice.entries - found):
        yield Problem("entries", "not_covered", {"given": missing})
    answered = {each.question for each in hand_out.answers}
    for missing in sorted(choice.facts - answered):
        yield Problem("facts", "not_covered", {"given": missing})


def _record(work: Work, given: Permit, hand_out: HandOut) -> Made:
    row, kept = keep_told(work, given, hand_out, hand_out.categories)
    opened = Deeds(
        drawers=tuple(_drawers(given, hand_out)),
        fields=(*field_names(Entry), *field_names(Fact)),
    )
    trace(work, given, joined(opened, kept))
    return Made(row.id, row.partner_id, row.purpose, row.made_at, hand_out)


def _drawers(given: Permit, hand_out: HandOut) -> Iterator[DrawerName]:
    """Yield the drawers that something was told from, for the log and for her receipt."""
    for opening in given.openings:
        if opening.category in hand_out.categories:
            yield DrawerName(opening.drawer, opening.unit, opening.category)
