"""A stranger with the page of formats walks through a database, from a password to a story."""

import json
from dataclasses import dataclass
from uuid import UUID

import pytest

from caseflow.keys.unit_keys import renew_unit
from caseflow.records import write_entry
from caseflow.records.write_entry import Draft
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, case_at, consented, fact, new_client, write
from tests.factories.documents import attached
from tests.factories.emergencies import declared
from tests.factories.house import PASSWORD, ROOT, TRUSTEE, born
from tests.factories.integrated import integrated
from tests.functional import format_reader as reader
from tests.functional.format_files import Database, Keys

CONTENT = b"Brief\n" * 50_000
TITLE, TEXT = "Erstgespräch", "Sie möchte mit ihren Kindern in Sicherheit leben."


@dataclass(frozen=True)
class Left:
    """What is left of a house when it is closed: a file, and what its people remember."""

    database: Database
    client: Known
    entry: UUID
    units: dict[str, UUID]
    shares: list[str]

    def keys(self, name: str, unit: str) -> Keys:
        """Return the private keys of a unit that a member's password opens."""
        private = self.database.staff_key(f"{name}@example.org", PASSWORD)
        return self.database.unit_keys(self.units[unit], private)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    file = tmp_path_factory.mktemp("left") / "caseflow.db"
    house = born(f"sqlite:///{file}")
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    client = new_client(house, berta, "Beispiel, Anna")
    case_at(house, frieda, client)
    draft = Draft("violence", "01.03.2026", "note", {"title": TITLE, "text": TEXT})
    work = house.work(berta)
    written = write_entry(work, berta, client.id, draft)
    assert isinstance(written, Done)
    work.finish()
    write(house, berta, client, fact("allergies", '{"type":"text","value":"keine"}', "health"))
    attached(house, berta, client, CONTENT)
    consented(house, berta, client, [house.units["frauenhaus"]], ["identity", "violence"])
    declared(house, frieda, client, "health")
    work = house.work_as("lea", "frauenhaus")
    renew_unit(work, house.units["frauenhaus"], new_id())  # what was open opens through the chain
    work.finish()
    integrated(house)
    house.close()
    return Left(Database(file, ROOT), client, written.value.id, house.units, house.shares)


def test_every_row_seal_holds_and_a_changed_row_is_found(left: Left) -> None:
    assert left.database.broken_seals() == []
    consent = left.database.one("consents")
    consent["categories"].append("whereabouts")
    assert left.database.broken_seals() == ["consents"]
    consent["categories"].remove("whereabouts")


def test_a_password_opens_the_own_units_drawers(left: Left) -> None:
    drawers = left.database.drawer_keys(left.keys("berta", "beratung"))
    assert [TITLE, TEXT, "note", "2026-03-01"] in left.database.fields(
        "entries", ["title", "text", "kind", "occurred_on"], drawers
    )
    facts = left.database.fields("facts", ["question", "state", "value"], drawers)
    assert sorted(question for question, _, _ in facts) == ["allergies", "client_name"]
    answers = {question: json.loads(value)["value"] for question, _, value in facts}
    assert answers == {"allergies": "keine", "client_name": "Beispiel, Anna"}


def test_a_file_is_put_together_from_its_chunks(left: Left) -> None:
    drawers = left.database.drawer_keys(left.keys("berta", "beratung"))
    ((key, length),) = left.database.fields("document_files", ["key", "length"], drawers)
    row, chunks = left.database.one("document_files"), left.database.all("document_chunks")
    sealed = [chunk["sealed"] for chunk in sorted(chunks, key=lambda each: each["number"])]
    assert len(sealed) == 2
    ids = [row[each].bytes for each in ("drawer_id", "id", "file_id")]
    place = [left.database.installation, *ids]
    assert reader.open_file(bytes.fromhex(key), place, int(length), sealed) == CONTENT


def test_a_fact_is_found_by_its_tag(left: Left) -> None:
    drawers = left.database.drawer_keys(left.keys("berta", "beratung"))
    tags = {
        reader.question_tag(drawers[row["drawer_id"]], question)
        for row in left.database.all("facts")
        for question in ("allergies", "client_name")
    }
    assert {row["question_tag"] for row in left.database.all("facts")} <= tags


def test_the_keys_follow_the_consents(left: Left) -> None:
    drawers = left.database.drawer_keys(left.keys("frieda", "frauenhaus"))
    assert left.database.fields("entries", ["text"], drawers) == [[TEXT]]
    assert left.database.fields("facts", ["question"], drawers) == [["client_name"]]
    assert left.database.drawer_keys(left.keys("wanda", "wohnen")) == {}


def test_a_renewed_unit_keeps_its_former_key(left: Left) -> None:
    assert len(left.keys("frieda", "frauenhaus")) == 2
    assert len(left.keys("berta", "beratung")) == 1


def test_an_emergency_opens_to_the_person_alone(left: Left) -> None:
    private = left.database.staff_key("frieda@example.org", PASSWORD)
    own = {reader.key_id(reader.public_half(private)): private}
    opened = left.database.fields("facts", ["question"], left.database.drawer_keys(own))
    assert opened == [["allergies"]]


def test_cards_codes_and_the_order_of_names(left: Left) -> None:
    keys = left.keys("berta", "beratung") | left.keys("frieda", "frauenhaus")
    cards = left.database.all("name_cards")
    assert {card["filed"] for card in cards} == {True, False}
    for card in cards:
        assert left.database.card(card, keys)["name"] == "Beispiel, Anna"
    assert left.database.card_order(left.units["beratung"], keys) == [left.client.id]
    for case in left.database.all("cases"):
        assert left.database.code_of(case, keys) == left.client.code
    tag = reader.code_tag(left.database.server["code_lookup"], left.client.code)
    assert left.database.one("clients")["code_tag"] == tag


def test_trustee_and_recovery_open_what_they_are_for(left: Left) -> None:
    trustee = left.database.trustee_key(TRUSTEE, left.keys("wanda", "wohnen"))
    opened = left.database.drawer_keys(trustee)
    assert left.database.fields("entries", ["text"], opened) == [[TEXT]]
    recovery = reader.derived(reader.joined_shares(left.shares), "recovery", length=96)
    by_recovery = left.database.unit_keys(left.units["beratung"], recovery)
    assert by_recovery == left.keys("berta", "beratung")


def test_the_officers_read_the_reason(left: Left) -> None:
    (oversight,) = left.keys("olga", "datenschutz").values()
    emergency = left.database.one("emergency_accesses")
    place, kept = [emergency["id"].bytes, b"reason"], emergency["reason"][16:]
    assert kept[:1] == b"\2"
    text = reader.open_text(oversight, "reason", place, kept[1:])
    assert set(json.loads(text)) == {"danger", "threatened", "why_no_other_way"}


def test_the_log_is_the_one_that_was_signed(left: Left) -> None:
    hashes = [reader.leaf_hash(leaf) for leaf in left.database.leaves()]
    assert reader.tree_root(hashes) == left.database.signed_root()
    digests = {
        (row["table"], row["id"]): row["digest"]
        for leaf in left.database.leaves()
        for row in json.loads(leaf).get("rows", [])
    }
    entry = left.database.one("entries", id=left.entry)
    assert digests["entries", str(left.entry)] == left.database.digest("entries", entry)
