"""Clients with cases, pieces and consents, made through the vault and nothing above it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from caseflow.crypto.client_codes import new_code
from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case, Client
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.records import DrawerContent, Entry, Fact
from caseflow.database.unit_of_work import Work
from caseflow.vault.codes import sealed_code, tag_of
from caseflow.vault.contents import Content, put
from caseflow.vault.facts_of_rows import consent_fact
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.grants import grant_by_consent
from caseflow.vault.identity_cards import renew_cards, send_after_grant
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vault.revocations import close_drawers
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import DeclarationForm, Declarer, FactState, Notice
from tests.factories.house import House


@dataclass(frozen=True)
class Known:
    """A client as a test knows her."""

    id: UUID
    code: str


def permitted(work: Work, actor: Actor, ask: Ask) -> Permit:
    """Return a permit that a test counts on."""
    given = permit(work, actor, ask)
    assert isinstance(given, Permit), given
    return given


def new_client(house: House, actor: Actor, name: str = "") -> Known:
    """Make a client with an open case in the actor's unit, and her name if she has one."""
    known = Known(new_id(), new_code())
    work = house.work(actor)
    given = permitted(work, actor, Ask(Act.CLIENT_CREATE, known.id))
    work.session.add(
        Client(id=known.id, code_tag=tag_of(work, known.code), created_at=work.clock.now())
    )
    work.session.flush()
    open_case(work, actor, known)
    if name:
        put(work, given, fact("client_name", f'{{"type":"text","value":"{name}"}}', "identity"))
        renew_cards(work, given)
    trace(work, given, Deeds())
    work.finish()
    return known


def open_case(work: Work, actor: Actor, known: Known) -> Case:
    """Open a case of a client in the actor's unit."""
    row = new_id()
    case = Case(
        client_id=known.id,
        id=row,
        unit_id=actor.unit,
        opened_at=work.clock.now(),
        opened_by=actor.staff,
        **sealed_code(work, actor.unit, row, known.code),
    )
    work.session.add(case)
    work.session.flush()
    return case


def case_at(house: House, actor: Actor, known: Known) -> None:
    """Open a case in a unit of work of its own."""
    work = house.work(actor)
    open_case(work, actor, known)
    work.finish()


def fact(question: str, value: str, category: str) -> Content[DrawerContent]:
    """Return an answered fact."""
    fields = {
        "question": question,
        "state": FactState.ANSWERED.value,
        "value": value,
        "told_on": "2026-03-01",
    }
    return Content(Fact, category, fields)


def entry(text: str, category: str = "violence") -> Content[DrawerContent]:
    """Return an entry."""
    fields = {"kind": "note", "occurred_on": "2026-03-01", "title": "Gespräch", "text": text}
    return Content(Entry, category, fields)


def write(
    house: House, actor: Actor, known: Known, *contents: Content[DrawerContent]
) -> list[UUID]:
    """Write pieces in one unit of work and return their ids."""
    work = house.work(actor)
    given = permitted(work, actor, Ask(Act.ENTRY_WRITE, known.id))
    ids = [put(work, given, content).row.id for content in contents]
    trace(work, given, Deeds())
    work.finish()
    return ids


def consent_row(
    work: Work,
    actor: Actor,
    known: Known,
    to: Iterable[UUID],
    categories: Iterable[str],
    from_units: Iterable[UUID] = (),
) -> Consent:
    """Return a valid consent from the actor's unit, or from others, for a year."""
    now = work.clock.now()
    return Consent(
        client_id=known.id,
        from_units=tuple(from_units) or (actor.unit,),
        to_units=tuple(to),
        categories=tuple(categories),
        purposes=("case_work",),
        actions=("view",),
        exclusions=(),
        valid_from=now,
        valid_until=now + timedelta(days=365),
        signed_on=None,
        template="sharing",
        template_version=1,
        text_hash=bytes(32),
        language="de",
        notices=tuple(Notice),
        declared_by=Declarer.CLIENT,
        form=DeclarationForm.SIGNED_PAPER,
        unit_id=actor.unit,
        recorded_by=actor.staff,
        recorded_at=now,
    )


def consented(
    house: House,
    actor: Actor,
    known: Known,
    to: Iterable[UUID],
    categories: Iterable[str],
    from_units: Iterable[UUID] = (),
) -> Consent:
    """Record a consent and hand out its keys."""
    work = house.work(actor)
    given = permitted(work, actor, Ask(Act.CONSENT_RECORD, known.id))
    consent = consent_row(work, actor, known, to, categories, from_units)
    work.session.add(consent)
    work.session.flush()
    granted = grant_by_consent(work, given, consent)
    send_after_grant(work, actor.unit, given.gathered.drawers.values(), consent_fact(consent))
    trace(work, given, granted)
    work.finish()
    return consent


def withdrawn(house: House, actor: Actor, known: Known, consent: Consent) -> None:
    """Withdraw a whole consent, as the consents room does."""
    work = house.work(actor)
    given = permitted(work, actor, Ask(Act.CONSENT_WITHDRAW, known.id))
    row = given.gathered.consents[consent.id]
    change(work, row, withdrawn_at=work.clock.now())
    assert consent_fact(row).withdrawn_at is not None
    facts = consent_facts(work, known.id)
    events = close_drawers(work, actor.unit, drawers_of(work, known.id), facts, given.entry)
    trace(work, given, Deeds(keys=events))
    work.finish()
