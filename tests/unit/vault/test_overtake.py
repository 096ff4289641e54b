"""What partners were told is marked once it stands otherwise; what was left out is not compared."""

from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select, update

from caseflow.database.tables.records import DisclosureContent, Entry, Fact
from caseflow.disclosures import Choice, Wanted, make_disclosure, note_disclosure
from caseflow.records.change_entry import change_entry
from caseflow.records.told import Told
from caseflow.records.write_fact import write_fact
from caseflow.vault import overtake as module
from caseflow.vault.overtake import overtake
from caseflow.vault.permit import Deeds
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.states import FactState
from tests.factories.corrections import said, settled_so
from tests.factories.house import House
from tests.factories.merges import later
from tests.factories.partners import told
from tests.factories.telling import Ready
from tests.unit.records.desk_work import do, done
from tests.unit.vault.reading import newest, rows_of

NAME = "client_name"
ID = UUID(int=1)


def changed(ready: Ready, version: int, **typed: str) -> None:
    done(do(ready.house, ready.berta, change_entry, ready.entry, version, typed))


def waiting(ready: Ready) -> set[UUID]:
    return {each.id for each in ready.disclosures() if each.overtaken_at and not each.retold}


def test_a_word_that_was_told_and_is_another_now_marks_the_telling(house: House) -> None:
    ready = Ready(house)
    first = ready.told()
    changed(ready, 1, text="Er hat gedroht.")
    assert waiting(ready) == set()
    changed(ready, 2, text="Der Bruder droht.")
    assert waiting(ready) == {first.id}
    trace = newest(house, Act.ENTRY_WRITE)
    assert ("disclosures", str(first.id)) in rows_of(trace)
    assert "disclosure_contents.told" in trace["fields"]
    assert {each["category"] for each in trace["drawers"]} == {"violence", "evidence"}
    later(house)
    second = ready.told()
    changed(ready, 3, text="Der Onkel droht.")
    assert waiting(ready) == {first.id, second.id}
    for each in (first, second):
        do(house, ready.berta, note_disclosure, each.id, "change_told", "Angerufen.")
    assert waiting(ready) == set()
    later(house)
    changed(ready, 4, text="Die Tante droht.")
    assert waiting(ready) == {first.id, second.id}


def test_what_was_left_out_is_not_compared_and_damage_keeps_nobody_from_her_work(
    house: House,
) -> None:
    ready = Ready(house)
    bare = Choice(frozenset({str(ready.entry)}), frozenset())
    wanted = Wanted(ready.consent, "case_work", bare)
    made = done(do(house, ready.berta, make_disclosure, ready.known.id, wanted))
    changed(ready, 1, text="Der Bruder droht.")
    assert waiting(ready) == set()
    changed(ready, 2, occurred_on="28.2.2026")
    assert waiting(ready) == {made.id}
    lost = ready.told()
    with house.sessions() as session:
        session.execute(update(DisclosureContent).values(told=bytes(80)))
        session.commit()
    changed(ready, 3, text="Der Onkel droht.")
    assert lost.id not in waiting(ready)


def test_an_answer_is_compared_once_she_was_right_and_not_again_for_the_same(house: House) -> None:
    ready = Ready(house)
    with house.sessions() as session:
        name = session.scalars(select(Fact.id)).one()
    made = told(house, ready.berta, ready.known, ready.consent, facts=(NAME,))
    word = said(house, ready.berta, ready.known.id, name)
    answer = Told(FactState.ANSWERED, "Samira B.")
    done(do(house, ready.berta, write_fact, ready.known.id, NAME, answer))
    assert waiting(ready) == set()
    settled = settled_so(house, ready.berta, word, "changed", "")
    assert waiting(ready) == {made.id}
    do(house, ready.berta, note_disclosure, made.id, "change_not_told", "Es gibt sie nicht mehr.")
    settled_so(house, ready.berta, settled, "changed", "Ja.")
    assert waiting(ready) == set()


def test_how_an_option_is_called_is_no_part_of_an_answer_but_of_a_text_each_letter_is() -> None:
    reads = module._reads_otherwise  # noqa: SLF001 - lists lose their words seldom
    one = '{"type":"choice","value":"a","words":{"a":{"de":"Amt"}}}'
    same = one.replace("Amt", "Behörde")
    plain = {"client_id": ID, "id": ID, "drawer_id": ID, "key_version": 1, "seal_revision": 1}
    written = {**plain, "recorded_by": ID, "recorded_at": datetime(2026, 3, 2, tzinfo=UTC)}
    fact: Any = cast("Any", Fact)(
        **written, **dict.fromkeys(("question_tag", "question", "state", "value", "told_on"), b"")
    )
    told_fact = {"answers": [{"id": str(ID), "answer": one}]}
    assert not reads(told_fact, fact, {"answer": same})
    assert reads(told_fact, fact, {"answer": one.replace('"value":"a"', '"value":"b"')})
    piece: Any = cast("Any", Entry)(
        **written, **dict.fromkeys(("kind", "occurred_on", "title", "text"), b"")
    )
    told_entry = {"entries": [{"id": str(ID), "text": one}]}
    assert reads(told_entry, piece, {"text": same})
    assert not reads(told_entry, piece, {"text": one})


def test_what_no_partner_is_told_is_not_looked_up() -> None:
    nothing = cast("Any", None)
    assert overtake(nothing, nothing, nothing) == Deeds()
