"""Note what a partner answered, or what made it hard: sealed into the unit's own evidence."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from uuid import UUID

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change
from caseflow.database.tables.partners import Disclosure
from caseflow.database.tables.records import DisclosureNote
from caseflow.database.unit_of_work import Work
from caseflow.disclosures.disclosure_rows import client_of_disclosure, own_disclosure
from caseflow.disclosures.keep_told import EVIDENCE
from caseflow.disclosures.views import is_to_be_retold
from caseflow.vault.again import again
from caseflow.vault.begin_again import begin_again
from caseflow.vault.contents import Content, joined, put
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.states import DisclosureNoteKind, Retold

# What a note says of the duty to tell a partner what stands otherwise now (Art. 19 GDPR).
RETELLING: Mapping[str, Retold] = MappingProxyType(
    {
        DisclosureNoteKind.CHANGE_TOLD: Retold.TOLD,
        DisclosureNoteKind.CHANGE_NOT_TOLD: Retold.NOT_TOLD,
    }
)


def note_disclosure(
    work: Work, actor: Actor, disclosure: UUID, kind: str, text: str, of: UUID | None = None
) -> Done[UUID] | Invalid | Refused:
    """Record a note beside a disclosure of the acting unit, and return whom it is about.

    That the partner was told what has changed since, or why it was not, ends the duty to tell it.
    What was told of another, where it is asked for under a client (`of`), is not there.
    """
    said = {"kind": kind, "text": text.strip()}
    return again(work, partial(_attempt, work, actor, (disclosure, of), said))


def _attempt(
    work: Work, actor: Actor, named: tuple[UUID, UUID | None], said: dict[str, str]
) -> Done[UUID] | Invalid | Refused:
    disclosure, of = named
    ask = Ask(Act.DISCLOSURE_NOTE, client_of_disclosure(work, disclosure, of))
    given = permit(work, actor, ask)
    if isinstance(given, Refused):
        return given
    row = own_disclosure(work, given, disclosure)
    if row is None:
        return refuse(work, given)
    problems = tuple(_problems(row, said))
    if problems:
        begin_again(work)
        return Invalid(problems)
    _write(work, given, row, said)
    return Done(row.client_id)


def _problems(row: Disclosure, said: dict[str, str]) -> list[Problem]:
    problems = [] if said["text"] else [Problem("text", "required")]
    if said["kind"] not in list(DisclosureNoteKind):
        problems.append(Problem("kind", "not_a_choice"))
    elif said["kind"] in RETELLING and not is_to_be_retold(row):
        problems.append(Problem("kind", "nothing_to_retell"))
    return problems


def _write(work: Work, given: Permit, row: Disclosure, said: dict[str, str]) -> None:
    content = Content(DisclosureNote, EVIDENCE, said, {"disclosure_id": row.id})
    told = Deeds(details={"disclosure": str(row.id)})
    ended = _retold(work, given, row, RETELLING.get(said["kind"]))
    trace(work, given, joined(put(work, given, content).deeds, ended, told))


def _retold(work: Work, given: Permit, row: Disclosure, retold: Retold | None) -> Deeds:
    """End the duty to tell the partner of a change, where the note says that it is ended."""
    if retold is None:
        return Deeds()
    by, at = given.actor.staff, work.clock.now()
    change(work, row, retold=retold.value, retold_at=at, retold_by=by)
    return Deeds(rows=(digest_of(row),))
