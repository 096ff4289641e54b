from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from caseflow.consents import Form, record_consent, withdraw_consent
from caseflow.database.tables.consents import Consent, Refusal
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.family import GuardianAnswer
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.records import ConsentEvidence
from caseflow.vault.content_tables import fields_of, sealed_columns
from caseflow.vault.open_drawers import fields_in, key_of
from caseflow.vault.settle import settle
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import MissingKey
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import ConsentState, KeyReader
from tests.factories.clients import case_at, entry, new_client, write
from tests.factories.declarations import agreed, at_a_desk, declaration, offer
from tests.factories.guardians import by_guardian, consent_of, written_down
from tests.factories.house import House, StoppedClock, born
from tests.unit.records.desk_work import do, tell
from tests.unit.vault.reading import log, newest, read, texts


def test_it_opens_what_she_agreed_to_and_nothing_else(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"), entry("Asthma", "health"), entry("Kind", "family"))
    case_at(house, frieda, known)
    offered = offer(
        [berta.unit], [frieda.unit], "violence", "health", refused=[(frieda.unit, "health")]
    )
    answer = agreed(house, berta, known, declaration(offered))
    assert (answer.state, answer.pending_categories) == (ConsentState.ACTIVE, ())
    assert texts(read(house, frieda, known)) == ["Gewalt"]


def test_a_refused_pair_is_kept_as_a_refusal(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    ida = house.actor("ida", "wohnen")
    known = new_client(house, berta)
    refused = [(ida.unit, "health"), (ida.unit, "family"), (frieda.unit, "family")]
    offered = offer(
        [berta.unit], [frieda.unit, ida.unit], "violence", "health", "family", refused=refused
    )
    answer = agreed(house, berta, known, declaration(offered))
    with house.sessions() as session:
        rows = session.scalars(select(Refusal)).all()
        consent = session.scalars(select(Consent)).one()
    kept = {(row.to_units[0], row.categories, row.consent_id) for row in rows}
    assert kept == {
        (ida.unit, ("family", "health"), answer.id),
        (frieda.unit, ("family",), answer.id),
    }
    pairs = [{"to_unit": str(unit), "category": word} for unit, word in sorted(refused)]
    assert list(consent.exclusions) == pairs


def test_the_row_holds_the_text_that_was_shown(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    offered = offer([berta.unit], [frieda.unit], "violence")
    agreed(house, berta, known, declaration(offered, signed_on=date(2026, 2, 27)))
    with house.sessions() as session:
        row = session.scalars(select(Consent)).one()
    text = house.around.configuration.consent_text("sharing", "de")
    assert text is not None
    assert (row.template_version, row.text_hash.hex()) == (text.version, text.text_hash)
    assert (row.declared_by, row.form, row.signed_on) == (
        "client",
        "signed_paper",
        date(2026, 2, 27),
    )
    assert (row.unit_id, row.recorded_by) == (berta.unit, berta.staff)


@pytest.mark.parametrize(
    ("chosen", "begins"),
    [
        (date.min, datetime(2026, 3, 2, 9, tzinfo=UTC)),
        (date(2026, 3, 2), datetime(2026, 3, 2, 9, tzinfo=UTC)),
        (date(2026, 3, 3), datetime(2026, 3, 2, 23, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 28, 23, tzinfo=UTC)),
        (date(2026, 3, 30), datetime(2026, 3, 29, 22, tzinfo=UTC)),
    ],
)
def test_no_basis_works_backwards(house: House, chosen: date, begins: datetime) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    declared = declaration(offer([berta.unit], [frieda.unit], "violence"), valid_from=chosen)
    answer = agreed(house, berta, known, declared)
    with house.sessions() as session:
        assert session.scalars(select(Consent)).one().valid_from == begins
    now = house.around.clock.now()
    assert answer.state == (ConsentState.ACTIVE if begins <= now else ConsentState.PENDING)


@pytest.mark.parametrize(
    ("last_day", "end"),
    [
        (date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC)),  # 23 hours long
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),  # 25 hours long
    ],
)
def test_the_last_day_is_included_on_the_days_when_the_clocks_change(
    house: House, clock: StoppedClock, last_day: date, end: datetime
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    offered = offer([berta.unit], [frieda.unit], "violence")
    agreed(house, berta, known, declaration(offered, valid_until=last_day))
    clock.at = end - timedelta(microseconds=1)
    assert texts(read(house, frieda, known)) == ["Gewalt"]
    clock.at = end
    assert texts(read(house, frieda, known)) == []
    clock.at = end + timedelta(days=1)
    work = house.work(berta)
    settle(work, berta)
    assert texts(read(house, frieda, known)) == []
    clock.at = end - timedelta(hours=1)  # set back: the key is gone all the same
    assert texts(read(house, frieda, known)) == []


def test_at_a_desk_the_trustee_hands_out_the_keys_of_a_unit_that_is_away(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Amira Beispiel")
    write(house, berta, known, entry("Gewalt"), entry("Adresse", "whereabouts"))
    case_at(house, frieda, known)
    offered = offer([berta.unit], [frieda.unit], "violence", "whereabouts", "identity")
    answer = agreed(house, frieda, known, declaration(offered))
    assert (answer.state, answer.pending_categories) == (ConsentState.PENDING, ("whereabouts",))
    with house.sessions() as session:  # before she reads, which would file a missing card
        assert frieda.unit in set(session.scalars(select(NameCard.unit_id)))
    assert texts(read(house, frieda, known)) == ["Gewalt"]
    work = house.work(berta)
    settle(work, berta)
    assert texts(read(house, frieda, known)) == ["Adresse", "Gewalt"]


def test_what_waits_is_told_by_the_configuration_and_not_by_what_there_is(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    offered = offer([berta.unit], [frieda.unit], "violence", "whereabouts")
    answer = agreed(house, frieda, known, declaration(offered))
    assert answer.pending_categories == ("whereabouts",)


def test_without_a_trustee_everything_waits(engine: str) -> None:
    house = born(engine, trustee=None)
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    offered = offer([berta.unit], [frieda.unit], "violence")
    answer = agreed(house, frieda, known, declaration(offered))
    assert answer.pending_categories == ("violence",)
    house.close()


def test_a_desk_without_a_case_records_and_the_evidence_is_its_own(house: House) -> None:
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    known = new_client(house, berta)
    desk = at_a_desk(house, ida, known)
    declared = declaration(
        offer([berta.unit], [ida.unit], "housing"),
        form=Form("spoken", "Zoe Zeugin", "gebrochene Hand"),
        declarer="Zarah Beispiel",
        authority="sie selbst",
        interpreter="Ivo Dolmetscher, verpflichtet",
        receipt="mitgegeben",
        signature="—",
    )
    answer = agreed(house, ida, known, declared)
    work = house.work(ida)
    row = work.session.scalars(select(ConsentEvidence)).one()
    drawer = work.session.scalars(select(Drawer).where(Drawer.id == row.drawer_id)).one()
    assert (drawer.unit_id, drawer.category) == (desk.unit_id, "evidence")
    opener = fields_of(fields_in(work, drawer, key_of(work, drawer)), row)
    assert row.consent_id == answer.id
    fields = ("declarer", "authority", "interpreter", "witness", "reason", "signature", "receipt")
    assert [opener.open(field, getattr(row, field)) for field in fields] == [
        "Zarah Beispiel",
        "sie selbst",
        "Ivo Dolmetscher, verpflichtet",
        "Zoe Zeugin",
        "gebrochene Hand",
        "—",
        "mitgegeben",
    ]
    work.finish()


def test_nobody_else_has_a_key_to_the_evidence(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    categories = set(house.around.configuration.categories) - {"evidence"}
    offered = offer([berta.unit], [frieda.unit], *categories)
    agreed(house, berta, known, declaration(offered))
    agreed(house, berta, known, declaration(offered))
    work = house.work(frieda)
    drawer = work.session.scalars(select(Drawer).where(Drawer.category == "evidence")).one()
    of_drawer = select(Envelope).where(Envelope.drawer_id == drawer.id)
    readers = {(row.reader, row.reader_id) for row in work.session.scalars(of_drawer)}
    assert {kind for kind, _ in readers} == {KeyReader.UNIT, KeyReader.RECOVERY}
    assert {one for kind, one in readers if kind == KeyReader.UNIT} == {berta.unit}
    with pytest.raises(MissingKey):
        key_of(work, drawer)
    work.finish()


def test_one_trace_names_rows_keys_and_drawer_and_no_content(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    before = len(log(house))
    declared = declaration(
        offer([berta.unit], [frieda.unit], "violence"), interpreter="Ivo Dolmetscher"
    )
    answer = agreed(house, berta, known, declared)
    assert len(log(house)) == before + 1
    told = newest(house, Act.CONSENT_RECORD)
    assert {row["table"] for row in told["rows"]} == {
        "cases",
        "consents",
        "consent_evidence",
        "drawers",
    }
    assert told["details"] == {"consent": str(answer.id)}
    assert [each["category"] for each in told["drawers"]] == ["evidence"]
    granted = [each["reader_id"] for each in told["keys"] if each["act"] == Act.KEY_GRANT]
    assert str(frieda.unit) in granted
    assert "Ivo" not in str(told)


def test_what_is_wrong_is_named_and_nothing_is_kept(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    before = len(log(house))
    work = house.work(berta)
    declared = declaration(offer([berta.unit], [house.units["frauenhaus"]], "violence"))
    wrong = declaration(declared.offer, notices=declared.notices - {"voluntary"})
    answer = record_consent(work, berta, known.id, wrong)
    work.finish()
    assert answer == Invalid((Problem("notices", "notice_missing", {"notice": "voluntary"}),))
    assert len(log(house)) == before
    with house.sessions() as session:
        assert session.scalars(select(Consent)).all() == []


def test_without_case_or_desk_she_is_not_there(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    declared = declaration(offer([berta.unit], [frieda.unit], "violence"))
    for client in (known.id, new_id()):
        work = house.work(frieda)
        assert record_consent(work, frieda, client, declared) == Refused(Reason.NOT_OPEN)
        work.finish()
        assert newest(house, Act.CONSENT_RECORD)["decision"] == "refused"


def test_a_drawer_that_is_due_turns_before_it_is_handed_out(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    ida = house.actor("ida", "wohnen")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    case_at(house, ida, known)
    offered = offer([berta.unit], [frieda.unit], "violence")
    first = agreed(house, frieda, known, declaration(offered))
    work = house.work(frieda)
    assert isinstance(withdraw_consent(work, frieda, known.id, first.id), Done)
    work.finish()
    with house.sessions() as session:
        due = select(Drawer).where(Drawer.category == "violence")
        assert session.scalars(due).one().turn_due is not None
    agreed(house, frieda, known, declaration(offer([berta.unit], [ida.unit], "violence")))
    assert texts(read(house, frieda, known)) == []
    with house.sessions() as session:
        drawer = session.scalars(due).one()
        readers = session.scalars(select(Envelope.reader_id).where(Envelope.drawer_id == drawer.id))
        assert (drawer.key_version, drawer.turn_due) == (2, None)
        assert {berta.unit, ida.unit} <= set(readers)


def test_a_guardian_declares_with_name_and_ground_in_the_evidence(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    offered = offer([berta.unit], [frieda.unit], "violence")
    answer = agreed(house, berta, known, by_guardian(offered, known_violent="unknown"))
    assert answer.state is ConsentState.ACTIVE
    assert consent_of(house).declared_by == "guardian"
    work = house.work(berta)
    told = {}
    for table in (ConsentEvidence, GuardianAnswer):
        row = work.session.scalars(select(table)).one()
        drawer = work.session.get_one(Drawer, (known.id, row.drawer_id))
        assert drawer.category == "evidence"
        opener = fields_of(fields_in(work, drawer, key_of(work, drawer)), row)
        for column in {"declarer", "authority", "violent"} & set(sealed_columns(table)):
            told[column] = opener.open(column, getattr(row, column))
    assert told == {"declarer": "Oma Schmidt", "authority": "custody_sole", "violent": "unknown"}


def test_a_blocked_guardian_declares_nothing_and_a_closed_record_bars_nobody(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    written_down(house, berta, known)
    case_at(house, frieda, known)
    declared = by_guardian(
        offer([berta.unit], [frieda.unit], "violence"), declarer="karim beispiel"
    )
    work = house.work(berta)
    barred = Invalid((Problem("declared_by.name", "blocked_declarer"),))
    assert record_consent(work, berta, known.id, declared) == barred
    work.finish()
    with house.sessions() as session:
        assert session.scalars(select(Consent)).all() == []
    agreed(house, frieda, known, declared)  # the desk's own answer stands


def test_a_day_of_birth_that_another_unit_knew_ends_it_after_its_next_request(
    house: House, clock: StoppedClock
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    tell(house, berta, known, "birth_date", "10.3.2008")
    case_at(house, frieda, known)
    offered = offer([berta.unit], [frieda.unit], "violence")
    agreed(house, frieda, known, by_guardian(offered))
    assert consent_of(house).majority_at == datetime(2044, 3, 1, 23, tzinfo=UTC)
    do(house, berta, settle)
    assert consent_of(house).majority_at == datetime(2026, 3, 9, 23, tzinfo=UTC)
    told = newest(house, Act.KEY_GRANT)
    assert {each["category"] for each in told["drawers"]} == {"identity"}
    write(house, berta, known, entry("Gewalt"))
    clock.at = datetime(2026, 3, 9, 22, 59, 59, tzinfo=UTC)
    assert texts(read(house, frieda, known)) == ["Gewalt"]
    clock.at = datetime(2026, 3, 9, 23, tzinfo=UTC)
    assert texts(read(house, frieda, known)) == []
    do(house, berta, settle)
    assert newest(house, Act.CONSENT_EXPIRE)["ended"]
    with house.sessions() as session:
        kept = session.scalars(select(Envelope).where(Envelope.reader_id == frieda.unit)).all()
    assert {row.drawer_id for row in kept} == drawers_at(house, frieda.unit)


def drawers_at(house: House, unit: UUID) -> set[UUID]:
    with house.sessions() as session:
        return set(session.scalars(select(Drawer.id).where(Drawer.unit_id == unit)))


def test_a_day_of_birth_that_is_told_later_ends_it_in_the_same_act(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    agreed(house, berta, known, by_guardian(offer([berta.unit], [frieda.unit], "violence")))
    assert texts(read(house, frieda, known)) == ["Gewalt"]
    tell(house, frieda, known, "birth_date", "2.3.2008")
    assert texts(read(house, frieda, known)) == []
    assert newest(house, Act.FACT_WRITE)["rows"][-1]["table"] == "consents"
    assert newest(house, Act.CONSENT_EXPIRE)["keys"]


def test_a_carer_of_an_adult_declares_beyond_majority(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    tell(house, berta, known, "birth_date", "1990")
    offered = offer([berta.unit], [frieda.unit], "violence")
    agreed(house, berta, known, by_guardian(offered, authority="adult_care"))
    assert consent_of(house).majority_at is None
    tell(house, berta, known, "birth_date", "1.5.1990")
    assert consent_of(house).settled_at is None
