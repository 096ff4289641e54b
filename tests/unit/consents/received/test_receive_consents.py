import hashlib
import json

from sqlalchemy import select

from caseflow.consents.received import receive_consents
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.received_consents import ReceivedConsent
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.unit.consents.received.received import resource, waiting
from tests.unit.vault.reading import newest, read, texts


def test_what_was_sent_opens_nothing(house: House) -> None:
    there = waiting(house)
    assert texts(read(house, there.frieda, there.known)) == []
    with house.sessions() as session:
        row = session.scalars(select(ReceivedConsent)).one()
        assert session.scalars(select(Consent)).all() == []
    assert (row.id, row.unit_id, row.received_by) == (
        there.id,
        there.berta.unit,
        there.berta.staff,
    )
    assert (row.categories, row.answered_at, str(row.last_day)) == (
        ("health", "violence"),
        None,
        "2026-06-30",
    )
    shelter = str(there.frieda.unit)
    assert row.exclusions == ({"to_unit": shelter, "category": "health"},)


def test_the_log_holds_the_row_and_the_row_what_was_sent(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    sent = resource(house, known)
    answer = receive_consents(work, berta, known.id, sent)
    work.finish()
    assert isinstance(answer, Done)
    told = newest(house, Act.CONSENT_RECEIVE)
    assert [row["table"] for row in told["rows"]] == ["received_consents"]
    with house.sessions() as session:
        row = session.scalars(select(ReceivedConsent)).one()
    canonical = json.dumps(sent, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert (row.release, row.digest) == ("4.0", hashlib.sha256(canonical.encode()).digest())


def test_nothing_is_kept_of_what_is_not_understood_or_names_nothing(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    strange = resource(house, known) | {"status": "inactive"}
    nothing = resource(house, known, purposes=frozenset())
    evidence = resource(house, known, categories=frozenset({"evidence"}), exclusions=frozenset())
    assert receive_consents(work, berta, known.id, strange) == Invalid(
        (Problem("status", "not_in_force"),)
    )
    assert receive_consents(work, berta, known.id, nothing) == Invalid(
        (Problem("provision.purposes", "required"),)
    )
    assert receive_consents(work, berta, known.id, evidence) == Invalid(
        (Problem("provision.categories", "not_consentable", {"category": "evidence"}),)
    )
    work.finish()
    with house.sessions() as session:
        assert session.scalars(select(ReceivedConsent)).all() == []


def test_nobody_takes_one_in_for_a_client_who_is_not_there(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    work = house.work(frieda)
    for client in (known.id, new_id()):
        assert receive_consents(work, frieda, client, resource(house, known)) == Refused()
    work.finish()
