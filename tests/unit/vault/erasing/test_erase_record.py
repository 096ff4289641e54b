"""After an erasure nothing of her is left but evidence, and nobody else misses anything."""

from uuid import UUID

from sqlalchemy import select, update

from caseflow.audit.findings import Fault
from caseflow.audit.verify import verify
from caseflow.audit.verify_records import verify_records
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.kept_answers import KeptAnswer
from caseflow.database.tables.name_cards import NameCard
from caseflow.exceptions import keep_copy
from caseflow.vault.bring_in import bring_in
from caseflow.vault.erasing.erased_tables import STAY
from caseflow.vault.log_signer import log_signer
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Refused
from tests.factories.clients import Known, case_at, consent_row
from tests.factories.copies import copied, copies, shared, taken_back
from tests.factories.drafts import keep
from tests.factories.erasing import (
    AT_COUNSELLING,
    AT_SHELTER,
    TwoFiles,
    cases_of,
    erased,
    left_of,
    rows_naming,
    two_files,
)
from tests.factories.handovers import sent
from tests.factories.house import House
from tests.factories.houses import on_sqlite
from tests.security.filled_house import filled
from tests.unit.vault.reading import log, newest, read, texts

KEPT = {"erasures", "consents"}


def test_a_whole_client_goes_and_the_log_verifies(house: House) -> None:
    where, wanda, another = two_files(house), house.actor("wanda", "wohnen"), two_files(house).known
    case_at(house, wanda, where.known)
    for actor in (where.berta, wanda):  # who has a case of hers, and has written nothing
        _keep_an_answer(house, actor)
    assert texts(read(house, where.frieda, where.known)) == [AT_SHELTER, AT_COUNSELLING]
    keep(house, where.berta, f"/clients/{where.known.id}/entries/new")
    assert "drafts" in left_of(house, where.known.id)
    before = rows_naming(house, another.id)
    gone = erased(house, where.known.id)
    assert (gone.drawers, gone.pieces, gone.whole) == (3, 3, True)
    assert rows_naming(house, another.id) == before
    assert left_of(house, where.known.id) == KEPT
    for actor in (where.berta, where.frieda):
        assert read(house, actor, where.known) == Refused()
    told = newest(house, Act.CLIENT_ERASE)
    assert told["client"] == str(where.known.id)
    assert len(told["keys"]) == gone.envelopes
    assert {each["kind"] for each in told["ended"]} == {"own_unit", "consent"}
    with house.sessions() as session:
        assert not list(session.scalars(select(KeptAnswer)))
    work = house.work()
    bring_in(work)
    assert verify(work, log_signer(work).public).findings == ()
    work.finish()
    # What a house is born with nobody has told; what went with her is missed by nobody.
    assert {each.fault for each in verify_records(work).findings} <= {Fault.ROW_ADDED}


def test_one_units_file_goes_and_the_other_stays(house: House) -> None:
    where, another = two_files(house), two_files(house).known
    before = rows_naming(house, another.id)
    sent(house, where.berta, where.known, "wohnen")
    sent(house, where.frieda, where.known, "beratung")
    slip = sent(house, where.frieda, where.known, "wohnen")
    cards = _cards_of_others(house, where)
    gone = erased(house, where.known.id, where.berta.unit)
    assert (gone.drawers, gone.pieces, gone.whole) == (2, 2, False)
    assert rows_naming(house, another.id) == before
    assert cases_of(house, where.known.id) == {where.frieda.unit}
    assert read(house, where.berta, where.known) == Refused()
    assert texts(read(house, where.frieda, where.known)) == [AT_SHELTER]
    with house.sessions() as session:
        assert session.scalars(select(Handover.id)).all() == [slip]
        # Her name came from the file that is gone, but for what the shelter knows from elsewhere.
        hers = select(NameCard.id).where(NameCard.client_id == where.known.id)
        assert set(session.scalars(hers)) == cards
    assert newest(house, Act.CLIENT_ERASE)["details"]["unit"] == str(where.berta.unit)
    assert erased(house, where.known.id, where.frieda.unit).whole
    assert left_of(house, where.known.id) == KEPT


def test_what_others_copied_from_a_file_goes_with_it_unless_it_stays_on_another_basis(
    house: House,
) -> None:
    where = shared(house)
    copied(house, where)
    copied(house, where, "client_name")
    taken_back(house, where)
    kept, _ = copies(house, where.known)
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    assert keep_copy(work, olga, kept.id, "legal_claims", "Klage") == Done(None)
    work.finish()
    own = _card(house, where.known, where.frieda.unit)
    erased(house, where.known.id, where.berta.unit)
    assert [each.id for each in copies(house, where.known)] == [kept.id]
    with house.sessions() as session:
        hers = NameCard.client_id == where.known.id, NameCard.unit_id == where.frieda.unit
        assert own in session.scalars(select(NameCard.id).where(*hers)).all()


def test_what_somebody_changed_goes_too_and_is_an_alarm(house: House) -> None:
    where = two_files(house)
    with house.sessions() as session:
        session.execute(update(Consent).values(from_units=()))
        session.commit()
    assert not erased(house, where.known.id, where.berta.unit).whole
    with house.sessions() as session:
        assert not list(session.scalars(select(NameCard)))
        session.execute(update(Drawer).where(Drawer.category == "health").values(key_version=9))
        session.commit()
    assert erased(house, where.known.id).whole
    assert left_of(house, where.known.id) == KEPT
    alarms = [each["details"]["table"] for each in log(house) if each["act"] == Act.ALARM_SEAL]
    assert {"consents", "drawers"} <= set(alarms)


@on_sqlite
def test_of_all_that_there_can_be_of_somebody_only_what_is_listed_stays(house: House) -> None:
    life = filled(house)
    before = rows_naming(house, life.merged.id)
    assert erased(house, life.known.id).whole
    assert rows_naming(house, life.merged.id) == before
    assert left_of(house, life.known.id) <= STAY
    assert erased(house, life.merged.id).whole
    assert left_of(house, life.merged.id) <= STAY
    [first, second] = [each for each in log(house) if each["act"] == Act.CLIENT_ERASE][-2:]
    assert first["details"] == second["details"]
    assert first["client"] != second["client"]


def _cards_of_others(house: House, where: TwoFiles) -> set[UUID]:
    """Let the shelter know her by itself too, and by a consent that housing may tell it."""
    work, to_shelter = house.work(), where.frieda.unit
    given = consent_row(
        work, where.frieda, where.known, [to_shelter], ["identity"], [house.units["wohnen"]]
    )
    work.session.add(given)
    work.session.flush()
    work.finish()
    return {_card(house, where.known, to_shelter, each) for each in (None, given.id)}


def _card(house: House, known: Known, unit: UUID, consent: UUID | None = None) -> UUID:
    work = house.work()
    card = NameCard(
        client_id=known.id,
        unit_id=unit,
        unit_key_id=b"",
        filed=True,
        consent_id=consent,
        made_at=work.clock.now(),
        sealed=b"",
    )
    work.session.add(card)
    work.session.flush()
    made = card.id
    work.finish()
    return made


def _keep_an_answer(house: House, actor: Actor) -> None:
    """Let a program have been answered in a unit of hers."""
    work = house.work()
    answer = KeptAnswer(
        staff_id=actor.staff,
        key_digest=b"",
        unit_id=actor.unit,
        unit_key_id=b"",
        made_at=work.clock.now(),
        sealed=b"",
    )
    work.session.add(answer)
    work.finish()
