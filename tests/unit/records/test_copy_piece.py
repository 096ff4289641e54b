"""An entry or an answer is copied once, with its source and consent, and shown once."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import event

from caseflow.consents import record_consent
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.records import Entry
from caseflow.records import change_entry, copy_answer, copy_entry, open_story
from caseflow.records.story import Story
from caseflow.records.told import Told
from caseflow.records.write_fact import write_fact
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.copies import TOLD, Shared, copied, copies, days_later, may_copy, shared
from tests.factories.copies import taken_back as took_back
from tests.factories.declarations import offer
from tests.factories.guardians import by_guardian
from tests.factories.house import House
from tests.unit.records.desk_work import do, tell
from tests.unit.vault.reading import newest


def tried(house: House, actor: Actor, client: UUID, what: UUID | str) -> object:
    """Try to copy an entry or an answer in a unit of work of its own."""
    work = house.work(actor)
    if isinstance(what, UUID):
        answer: object = copy_entry(work, actor, client, what)
    else:
        answer = copy_answer(work, actor, client, what)
    work.finish()
    return answer


def story(house: House, actor: Actor, client: UUID) -> Story:
    work = house.work(actor)
    answer = open_story(work, actor, client)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def test_a_copy_keeps_author_day_and_source_and_the_trace_names_both(house: House) -> None:
    where = shared(house)
    copy = copied(house, where)
    told = newest(house, Act.COPY_MAKE)
    assert told["details"] == {"copied": str(where.entry), "consent": str(where.consent)}
    assert {each["unit"] for each in told["drawers"]} == {
        str(where.berta.unit),
        str(where.frieda.unit),
    }
    assert str(where.consent) in {basis["id"] for basis in told["bases"]}
    days_later(house, 400)  # the consent is over, and nobody took it back
    [found] = story(house, where.frieda, where.known.id).entries
    assert (found.origin.id, found.text) == (copy, TOLD)
    assert (found.origin.unit, found.origin.author) == (where.berta.unit, "Berta")
    assert found.origin.basis.kind is BasisKind.OWN_UNIT
    assert found.origin.copied is not None
    assert (found.origin.copied.unit, found.origin.copied.under) == (
        where.frieda.unit,
        where.consent,
    )


def test_copied_twice_it_is_one_copy_and_shown_once_beside_its_original(house: House) -> None:
    where = shared(house)
    [before] = story(house, where.frieda, where.known.id).entries
    assert before.origin.copyable
    assert copied(house, where) == copied(house, where)
    [found] = story(house, where.frieda, where.known.id).entries
    assert (found.origin.id, found.origin.copied, found.origin.copyable) == (
        where.entry,
        None,
        False,
    )


def test_what_was_changed_since_is_shown_beside_it_and_renews_the_copy(house: House) -> None:
    where = shared(house)
    first = copied(house, where)
    work = house.work(where.berta)
    assert isinstance(change_entry(work, where.berta, where.entry, 1, {"text": "Neu"}), Done)
    work.finish()
    shown = {each.text: each.origin for each in story(house, where.frieda, where.known.id).entries}
    assert shown.keys() == {TOLD, "Neu"}
    assert shown["Neu"].copyable
    assert copied(house, where) == first
    [found] = story(house, where.frieda, where.known.id).entries
    assert found.text == "Neu"


def test_an_answer_is_copied_and_stays_the_other_units_answer(house: House) -> None:
    where = shared(house)
    assert copied(house, where, "client_name") == copied(house, where, "client_name")
    took_back(house, where)
    assert story(house, where.frieda, where.known.id).facts == ()
    again = replace(
        where, consent=may_copy(house, where.berta, where.known, [where.frieda.unit], ["identity"])
    )
    copied(house, again, "client_name")
    assert len(copies(house, where.known)) == 2
    days_later(house, 400)
    [found] = story(house, where.frieda, where.known.id).facts
    assert (found.question, found.origin.unit) == ("client_name", where.berta.unit)


def test_what_she_withholds_from_the_unit_is_not_copied(house: House) -> None:
    where = shared(house)
    copied(house, where, "client_name")
    work = house.work(where.frieda)
    told = write_fact(work, where.frieda, where.known.id, "client_name", Told("withheld"))
    assert isinstance(told, Done)
    work.finish()
    assert tried(house, where.frieda, where.known.id, "client_name") == Refused()
    [found] = story(house, where.frieda, where.known.id).facts
    assert found.origin.unit == where.frieda.unit  # her silence here hides the copy too


def test_the_unit_goes_on_writing_into_its_own_drawer(house: House) -> None:
    where = shared(house)
    copied(house, where)
    write(house, where.frieda, where.known, entry("Eigenes"))
    took_back(house, where)
    [found] = story(house, where.frieda, where.known.id).entries
    assert (found.text, found.origin.copied) == ("Eigenes", None)


def test_a_copy_is_never_changed(house: House) -> None:
    where = shared(house)
    copy = copied(house, where)
    work = house.work(where.frieda)
    assert change_entry(work, where.frieda, copy, 1, {"text": "anders"}) == Refused()


Wanted = Callable[[Shared], tuple[Actor, UUID]]
REFUSED: dict[str, Wanted] = {
    "her own unit's": lambda where: (where.berta, where.entry),
    "an unknown one": lambda where: (where.frieda, new_id()),
}


@pytest.mark.parametrize("wanted", REFUSED.values(), ids=REFUSED.keys())
def test_what_no_consent_lets_her_copy_is_not_there(house: House, wanted: Wanted) -> None:
    where = shared(house)
    actor, piece = wanted(where)
    assert tried(house, actor, where.known.id, piece) == Refused()
    for question in ("allergies", "no_such_question"):
        assert tried(house, actor, where.known.id, question) == Refused()


def test_an_entry_of_somebody_else_costs_what_one_costs_that_was_never_written(
    house: House,
) -> None:
    where = shared(house)
    hidden = new_client(house, where.berta)
    [theirs] = write(house, where.berta, hidden, entry(TOLD))
    said: list[str] = []
    event.listen(house.engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    asked = []
    for wanted in (new_id(), theirs):
        said.clear()
        assert tried(house, where.frieda, where.known.id, wanted) == Refused()
        asked.append(list(said))
    assert asked[0] == asked[1]


def test_a_day_of_birth_that_is_copied_ends_what_a_guardian_declared(house: House) -> None:
    where = shared(house)
    declared = by_guardian(offer([where.frieda.unit], [house.units["wohnen"]], "violence"))
    answer = do(house, where.frieda, record_consent, where.known.id, declared)
    assert isinstance(answer, Done), answer
    tell(house, where.berta, where.known, "birth_date", "2.3.2008")
    assert isinstance(tried(house, where.frieda, where.known.id, "birth_date"), Done)
    with house.sessions() as session:
        ended = session.get_one(Consent, (where.known.id, answer.value.id))
    assert ended.settled_at is not None


def test_a_consent_to_look_alone_lets_nobody_copy(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    [found] = write(house, berta, known, entry(TOLD))
    case_at(house, frieda, known)
    consented(house, berta, known, [frieda.unit], ["violence"])
    [shown] = story(house, frieda, known.id).entries
    assert not shown.origin.copyable
    assert tried(house, frieda, known.id, found) == Refused()
    assert not copies(house, known)


def test_a_copy_is_not_copied_but_its_original(house: House) -> None:
    where = shared(house)
    copy, wanda = copied(house, where), house.actor("wanda", "wohnen")
    case_at(house, wanda, where.known)
    may_copy(house, where.frieda, where.known, [wanda.unit], ["violence"])
    may_copy(house, where.berta, where.known, [wanda.unit], ["violence"])
    assert tried(house, wanda, where.known.id, copy) == Refused()
    assert isinstance(tried(house, wanda, where.known.id, where.entry), Done)


def test_nobody_copies_for_whom_she_does_not_exist_or_in_another_role(house: House) -> None:
    where = shared(house)
    wanda = house.actor("wanda", "wohnen")
    assert tried(house, wanda, where.known.id, where.entry) == Refused(Reason.NOT_OPEN)
    ida = house.actor("ida", "wohnen")
    case_at(house, wanda, where.known)
    assert tried(house, ida, where.known.id, where.entry) == Refused(Reason.NOT_YOUR_ROLE)


def test_a_damaged_original_is_not_copied(house: House) -> None:
    where = shared(house)
    with house.sessions() as session:
        row = session.query(Entry).filter(Entry.id == where.entry).one()
        row.text = row.text[:-1] + bytes([row.text[-1] ^ 1])
        row.seal_revision = row.seal_revision
        session.commit()
    assert tried(house, where.frieda, where.known.id, where.entry) == Refused()
