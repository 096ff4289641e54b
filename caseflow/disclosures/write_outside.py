"""Write a letter about a client to a partner outside, under a consent that names it.

It is a telling like any other: what the letter says lies beside the disclosure in the evidence.
"""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.disclosures.hand_out import HandOut, ToldEntry
from caseflow.disclosures.keep_told import keep_told
from caseflow.letters.check_letter import LetterDraft, check_letter
from caseflow.letters.compose import Filled
from caseflow.letters.keep_letter import KeptLetter, keep_letter, surroundings
from caseflow.vault.attempt import attempt
from caseflow.vault.contents import joined
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vault.safe_ways import unknown_ways
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.letters import Addressee
from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.states import EntryKind


@dataclass(frozen=True, slots=True)
class OutsideLetter:
    """A letter, the consent under which it goes outside, what for, and what it speaks of."""

    draft: LetterDraft
    consent: UUID
    purpose: str
    categories: frozenset[str] = frozenset()  # beside those that its template tells


def write_outside(
    work: Work, actor: Actor, client: UUID, letter: OutsideLetter
) -> Done[KeptLetter] | Invalid | Refused:
    """Write it; TOO_LATE when the consent does not cover all that it speaks of, or has ended."""
    ask = Ask(
        Act.DISCLOSURE_MAKE,
        client,
        purpose=letter.purpose,
        action=Action.DISCLOSE,
        consent=letter.consent,
        covering=_spoken_of(work, letter),
    )
    return attempt(work, actor, ask, partial(_write, work, letter))


def _spoken_of(work: Work, letter: OutsideLetter) -> frozenset[str]:
    template = work.configuration.letters.get(letter.draft.template)
    return letter.categories | (frozenset() if template is None else template.tells)


def _write(work: Work, letter: OutsideLetter, given: Permit) -> Done[KeptLetter] | Invalid:
    around = surroundings(work, given, Addressee.OUTSIDE, unknown_ways())
    filled = check_letter(letter.draft, around)
    problems = [] if isinstance(filled, Filled) else list(filled)
    if not given.ask.covering:
        problems.append(Problem("categories", "nothing_chosen"))
    if problems or not isinstance(filled, Filled):
        return Invalid(tuple(problems))
    saved, kept = keep_letter(work, given, letter.draft, filled, Addressee.OUTSIDE)
    trace(work, given, joined(kept, _told(work, given, saved, filled)))
    return Done(saved)


def _told(work: Work, given: Permit, saved: KeptLetter, filled: Filled) -> Deeds:
    categories = sorted(given.ask.covering)
    day = local_day(work.clock.now(), work.configuration.zone).isoformat()
    words = ToldEntry(
        str(saved.id), categories[0], EntryKind.CONTACT.value, day, filled.subject, filled.text
    )
    _, kept = keep_told(work, given, HandOut((words,), ()), categories)
    return kept
