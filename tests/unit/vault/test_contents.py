from dataclasses import replace

import pytest
from sqlalchemy import select, update

from caseflow.audit.entries import DrawerName, RowDigest
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import Entry, Fact
from caseflow.keys.events import KeyEvent
from caseflow.vault.contents import find_fact, find_row, joined, put, rewrite
from caseflow.vault.permit import Ask, Deeds, trace
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import FactState
from tests.factories.clients import case_at, entry, fact, new_client, permitted, write
from tests.factories.house import House
from tests.factories.merges import merged
from tests.unit.vault.reading import newest, read, texts


def test_what_was_written_is_named_in_the_log_by_drawer_fields_and_digest(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.ENTRY_WRITE, known.id))
    written = put(work, given, entry("Sie kam."))
    trace(work, given, written.deeds)
    work.finish()
    told = newest(house, Act.ENTRY_WRITE)
    assert [row["id"] for row in told["rows"]] == [
        str(written.row.id),
        str(written.row.drawer_id),
    ]
    drawer = str(written.row.drawer_id)
    named = {"id": drawer, "unit": str(berta.unit), "category": "violence"}
    assert told["drawers"] == [named]
    assert "entries.text" in told["fields"]
    assert {key["what"] for key in told["keys"]} == {"drawer"}
    assert "Sie kam." not in str(told)


def test_rewriting_seals_the_whole_row_under_its_next_revision(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    (row_id,) = write(house, berta, known, entry("vorher"))
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.ENTRY_WRITE, known.id))
    row = find_row(work, given, Entry, row_id)
    assert row is not None
    title = row.title
    written = rewrite(work, given, row, {"text": "nachher"})
    trace(work, given, written.deeds)
    work.finish()
    assert (written.row.version, written.row.seal_revision) == (2, 2)
    assert written.row.title != title
    assert texts(read(house, berta, known)) == ["nachher"]


def test_the_slower_of_two_who_rewrite_is_told(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    (row_id,) = write(house, berta, known, entry("vorher"))
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.ENTRY_WRITE, known.id))
    row = find_row(work, given, Entry, row_id)
    assert row is not None
    faster = update(Entry).values(seal_revision=Entry.seal_revision + 1)
    work.session.execute(faster.execution_options(synchronize_session=False))
    with pytest.raises(Stale):
        rewrite(work, given, row, {"text": "zu spät"})


def test_the_same_question_is_answered_once(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, fact("allergies", "Nüsse", "health"))
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    with pytest.raises(Stale):
        put(work, given, fact("allergies", "Äpfel", "health"))


def test_nothing_is_written_under_a_key_that_turned_meanwhile(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("vorher"))
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.ENTRY_WRITE, known.id))
    faster = update(Drawer).values(key_version=Drawer.key_version + 1)
    work.session.execute(faster.execution_options(synchronize_session=False))
    with pytest.raises(Stale):
        put(work, given, entry("zu spät"))


def test_only_rows_in_own_drawers_of_this_client_are_found(house: House) -> None:
    lea, frieda = house.actor("lea", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, frieda)
    (theirs,) = write(house, frieda, known, entry("ihre"))
    other = new_client(house, lea)
    (own,) = write(house, lea, other, entry("andere"))
    case_at(house, lea, known)
    (foreign,) = write(house, lea, known, entry("nicht ihre"))
    work = house.work(frieda)
    given = permitted(work, frieda, Ask(Act.ENTRY_WRITE, known.id))
    assert find_row(work, given, Entry, theirs) is not None
    assert find_row(work, given, Entry, own) is None
    assert find_row(work, given, Entry, foreign) is None
    assert find_row(work, given, Fact, theirs) is None
    given.gathered.drawers.clear()
    assert find_row(work, given, Entry, theirs) is None


def test_an_answer_is_found_by_its_question(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    (row_id,) = write(house, berta, known, fact("allergies", "Nüsse", "health"))
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    found = find_fact(work, given, "health", "allergies")
    assert found is not None
    assert found.id == row_id
    assert find_fact(work, given, "health", "medication") is None
    assert find_fact(work, given, "family", "children") is None


def test_the_tag_of_a_question_tells_nothing_and_differs_from_drawer_to_drawer(
    house: House,
) -> None:
    berta = house.actor("berta", "beratung")
    for _ in range(2):
        write(house, berta, new_client(house, berta), fact("allergies", "Nüsse", "health"))
    with house.sessions() as session:
        one, other = session.scalars(select(Fact.question_tag))
    assert one != other
    assert b"allergies" not in one + other


def test_several_deeds_of_one_act_become_one() -> None:
    drawer = DrawerName(new_id(), new_id(), "health")
    rows = [RowDigest("facts", new_id(), bytes(32)) for _ in range(2)]
    used = UsedBasis(BasisKind.CONSENT, new_id(), 1)
    born = KeyEvent(Act.KEY_BIRTH, "drawer", drawer.id, 1, bytes(16))
    one = Deeds(drawers=(drawer,), fields=("facts.value",), rows=(rows[0],), details={"a": "1"})
    one = replace(one, ended=(used,), keys=(born,), clients=(drawer.id,))
    other = Deeds(drawers=(drawer,), fields=("facts.value",), rows=(rows[1],), details={"b": "2"})
    whole = joined(one, other)
    assert whole.drawers == (drawer,)
    assert whole.fields == ("facts.value",)
    assert whole.rows == tuple(rows)
    assert whole.details == {"a": "1", "b": "2"}
    assert (whole.ended, whole.keys, whole.clients) == ((used,), (born,), (drawer.id,))


@pytest.mark.parametrize("why", ["told last", "the other is damaged", "withheld"])
def test_of_two_own_answers_the_one_that_counts_is_found(house: House, why: str) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other = new_client(house, berta), new_client(house, berta)
    state = FactState.WITHHELD if why == "withheld" else FactState.ANSWERED
    for known, day, said in (
        (one, "2026-02-01", FactState.ANSWERED),
        (other, "2026-01-01", state),
    ):
        work = house.work(berta)
        given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
        told = fact("mother_tongue", "ar", "identity")
        put(work, given, replace(told, fields={**told.fields, "told_on": day, "state": said}))
        trace(work, given, Deeds())
        work.finish()
    merged(house, berta, lea, one, other)
    if why == "the other is damaged":
        with house.sessions.begin() as session:
            broken = update(Fact).where(Fact.client_id == one.id)
            session.execute(broken.values(told_on=b"damaged"))
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, other.id))
    found = find_fact(work, given, "identity", "mother_tongue")
    assert found is not None
    assert found.client_id == (one.id if why == "told last" else other.id)
    assert find_fact(work, given, "identity", "client_name") is None
