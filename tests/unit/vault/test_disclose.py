from collections.abc import Callable
from importlib import import_module
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.consents import GrantDue
from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.records import Entry, Fact, SummaryVersion
from caseflow.keys.drawer_readers import ReaderPlan
from caseflow.vault.contents import Content
from caseflow.vault.disclose import disclose
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.open_drawers import key_of
from caseflow.vault.permit import Ask
from caseflow.vault.pieces import Opened
from caseflow.vault.turn import turn
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import (
    Known,
    case_at,
    consented,
    entry,
    fact,
    new_client,
    withdrawn,
    write,
)
from tests.factories.copies import copied, shared
from tests.factories.corrections import said
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.factories.houses import on_postgresql
from tests.unit.vault.reading import log, newest, read, texts


def test_the_own_unit_reads_what_it_wrote(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("Sie kam mit zwei Kindern."))
    opened = read(house, berta, known)
    assert texts(opened) == ["Sie kam mit zwei Kindern."]
    assert isinstance(opened, Opened)
    assert {place.basis.kind for place in opened.places} == {BasisKind.OWN_UNIT}
    assert [piece.place for piece in opened.pieces] == list(opened.places)
    with house.sessions() as session:
        assert opened.case == session.scalars(select(Case.id)).one()
    assert opened.code == known.code
    assert opened.authors == {berta.staff: "Berta"}


def test_the_trace_names_drawers_fields_and_bases_before_anything_opens(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("x"))
    read(house, berta, known)
    told = newest(house, Act.STORY_READ)
    assert told["client"] == str(known.id)
    assert told["decision"] == "permitted"
    assert "entries.text" in told["fields"]
    kinds = {basis["kind"] for basis in told["bases"]}
    assert kinds == {"membership", "own_unit"}


def test_another_unit_reads_only_under_a_consent_and_with_a_case(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"), entry("Miete", "housing"))
    assert read(house, frieda, known) == Refused(Reason.NOT_OPEN)
    consented(house, berta, known, [frieda.unit], ["violence"])
    assert read(house, frieda, known) == Refused(Reason.NOT_OPEN)
    case_at(house, frieda, known)
    assert texts(read(house, frieda, known)) == ["Gewalt"]


def test_what_is_written_later_opens_too(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, frieda, known)
    write(house, berta, known, entry("später"))
    assert texts(read(house, frieda, known)) == ["später"]


def test_after_a_withdrawal_the_very_next_read_is_refused_and_the_key_turned(
    house: House,
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, frieda, known)
    assert texts(read(house, frieda, known)) == ["Gewalt"]
    withdrawn(house, berta, known, consent)
    assert texts(read(house, frieda, known)) == []
    with house.sessions() as session:
        drawer = session.scalars(select(Drawer).where(Drawer.category == "violence")).one()
        readers = session.scalars(
            select(Envelope.reader_id).where(Envelope.drawer_id == drawer.id)
        ).all()
    assert drawer.key_version == 2
    assert frieda.unit not in readers
    assert texts(read(house, berta, known)) == ["Gewalt"]


def test_a_client_never_issued_and_one_that_is_closed_are_refused_alike(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    closed = read(house, frieda, known)
    unknown = read(house, frieda, Known(new_id(), ""))
    assert closed == unknown == Refused(Reason.NOT_OPEN)
    assert len([each for each in log(house) if each["decision"] == "refused"]) == 2


def test_intake_staff_see_facts_and_no_entries(house: House) -> None:
    wanda, ida = house.actor("wanda", "wohnen"), house.actor("ida", "wohnen")
    known = new_client(house, wanda)
    write(house, wanda, known, entry("geheim"), fact("allergies", "Nüsse", "health"))
    opened = read(house, ida, known)
    assert isinstance(opened, Opened)
    assert [piece.text("value") for piece in opened.of(Fact)] == ["Nüsse"]
    assert list(opened.of(Entry)) == []


def test_a_missing_envelope_keeps_one_drawer_closed_and_raises_an_alarm(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("weg"), entry("da", "housing"))
    with house.sessions() as session:
        drawer = session.scalars(select(Drawer.id).where(Drawer.category == "violence")).one()
        session.execute(delete(Envelope).where(Envelope.drawer_id == drawer))
        session.commit()
    assert texts(read(house, berta, known)) == ["da"]
    assert newest(house, Act.ALARM_KEY)["details"]["row"] == str(drawer)


def test_what_a_consent_and_what_an_emergency_open_comes_together(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"), entry("Diabetes", "health"))
    consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, frieda, known)
    declared(house, frieda, known, "health")
    opened = read(house, frieda, known)
    assert texts(opened) == ["Diabetes", "Gewalt"]
    assert isinstance(opened, Opened)
    assert {place.category: place.basis.kind for place in opened.places} == {
        "health": BasisKind.EMERGENCY,
        "violence": BasisKind.CONSENT,
    }
    # What stood before stays with the unit that keeps it, and is not named elsewhere either.
    texts_before = {"text": "Sie sucht.", "approved_on": "2026-03-01"}
    plain = {"paragraph_id": new_id(), "version": 1}
    write(house, berta, known, Content(SummaryVersion, "violence", texts_before, plain))
    for actor, seen in ((berta, 1), (frieda, 0)):
        ask, tables = Ask(Act.STORY_READ, known.id), (Entry, SummaryVersion)
        answer = disclose(house.work(actor), actor, ask, tables)
        assert isinstance(answer, Disclosed)
        assert len(list(answer.value.of(SummaryVersion))) == seen
        fields = newest(house, Act.STORY_READ)["fields"]
        assert ("summary_versions.text" in fields) is bool(seen)


def test_a_key_that_waits_for_the_owning_unit_is_no_alarm(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known, other = new_client(house, berta), new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, frieda, known)
    with house.sessions.begin() as session:
        session.execute(delete(Envelope).where(Envelope.reader_id == frieda.unit))
    work = house.work()

    def due(client: UUID) -> GrantDue:
        return GrantDue(
            client_id=client,
            consent_id=consent.id,
            unit_id=berta.unit,
            categories=("violence",),
            due_since=work.clock.now(),
        )

    hers, another = due(known.id), due(other.id)
    hers.done_at = work.clock.now()
    work.session.add_all((hers, another))
    work.finish()
    assert texts(read(house, frieda, known)) == []
    [alarm] = [each for each in log(house) if each["act"] == Act.ALARM_KEY]
    change(work, hers, done_at=None)
    work.finish()
    assert texts(read(house, frieda, known)) == []
    assert [each for each in log(house) if each["act"] == Act.ALARM_KEY] == [alarm]


def test_the_staff_of_two_units_see_in_one_what_that_one_may_see(house: House) -> None:
    lea_c, lea_s = house.actor("lea", "beratung"), house.actor("lea", "frauenhaus")
    known = new_client(house, lea_c)
    write(house, lea_c, known, entry("nur Beratung"))
    assert read(house, lea_s, known) == Refused(Reason.NOT_OPEN)


def test_an_envelope_that_holds_another_key_keeps_its_drawer_closed(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("weg"), entry("da", "housing"))
    work = house.work()
    drawer = select(Drawer.id).where(Drawer.category == "violence").scalar_subquery()
    own = select(Envelope).where(Envelope.drawer_id == drawer, Envelope.reader_id == berta.unit)
    envelope = work.session.scalars(own).one()
    change(work, envelope, sealed=envelope.sealed[:-1] + bytes([envelope.sealed[-1] ^ 1]))
    work.finish()
    assert texts(read(house, berta, known)) == ["da"]
    told = newest(house, Act.ALARM_KEY)
    assert told["details"] == {"table": "envelopes", "row": str(envelope.id)}
    assert (told["staff"], told["unit"]) == (str(berta.staff), str(berta.unit))


def test_of_one_row_only_its_own_drawer_opens_and_is_named(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    wanted, _ = write(house, berta, known, entry("Gewalt"), entry("Miete", "housing"))
    ask = Ask(Act.ENTRY_READ, known.id)
    answer = disclose(house.work(berta), berta, ask, (Entry,), only=wanted)
    assert isinstance(answer, Disclosed)
    assert texts(answer.value) == ["Gewalt"]
    named = newest(house, Act.ENTRY_READ)["drawers"]
    assert [drawer["category"] for drawer in named] == ["violence"]


def test_with_a_copy_alone_comes_her_word_beside_what_it_was_copied_from(house: House) -> None:
    where = shared(house)
    copy = copied(house, where)
    [other] = write(house, where.berta, where.known, entry("Anderes"))
    for piece in (where.entry, other):
        said(house, where.berta, where.known.id, piece)
    ask, tables = Ask(Act.ENTRY_READ, where.known.id), (Entry, Correction)
    answer = disclose(house.work(where.frieda), where.frieda, ask, tables, only=copy)
    assert isinstance(answer, Disclosed)
    assert [piece.row.id for piece in answer.value.of(Entry)] == [copy]
    assert [word.row.piece_id for word in answer.value.of(Correction)] == [where.entry]


@pytest.fixture
def meanwhile(house: House, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Known], None]:
    """Let a colleague turn the drawer, once, just before a step of a disclosure."""
    module = import_module("caseflow.vault.disclose")

    def before(step: str, known: Known) -> None:
        real = getattr(module, step)

        def late(*arguments: object) -> Any:  # noqa: ANN401 - whichever step
            monkeypatch.setattr(module, step, real)
            lea = house.actor("lea", "beratung")
            work = house.work(lea)
            [drawer] = drawers_of(work, known.id)
            key_of(work, drawer)
            turn(work, consent_facts(work, known.id), drawer, new_id())
            work.finish()
            return real(*arguments)

        monkeypatch.setattr(module, step, late)

    return before


@on_postgresql
@pytest.mark.parametrize("step", ["_envelopes", "_rows"])
def test_a_drawer_turned_meanwhile_is_opened_by_its_new_key_and_is_no_alarm(
    house: House, meanwhile: Callable[[str, Known], None], step: str
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, frieda, known)
    meanwhile(step, known)
    assert texts(read(house, frieda, known)) == ["Gewalt"]
    acts = [each["act"] for each in log(house)]
    assert (acts.count(Act.DRAWER_TURN), acts.count(Act.STORY_READ)) == (1, 1)
    assert Act.ALARM_KEY not in acts


@on_postgresql
def test_an_envelope_that_is_missing_after_a_turn_is_an_alarm(
    house: House, meanwhile: Callable[[str, Known], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, frieda, known)
    monkeypatch.setattr("caseflow.vault.turn.plan_of", lambda *_: ReaderPlan())
    meanwhile("_envelopes", known)
    assert texts(read(house, frieda, known)) == []
    assert Act.ALARM_KEY in [each["act"] for each in log(house)]


def test_whoever_finds_it_turned_again_and_again_gives_up(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta, asked = house.actor("berta", "beratung"), []

    def turned(*given: object) -> None:
        asked.append(given)
        raise Stale("drawers")

    monkeypatch.setattr("caseflow.vault.disclose._attempt", turned)
    work, ask, only = house.work(berta), Ask(Act.ENTRY_READ, new_id()), new_id()
    with pytest.raises(Stale):
        disclose(work, berta, ask, (Entry,), only)
    assert asked == [(work, berta, ask, (Entry,), only)] * 3  # the same each time
