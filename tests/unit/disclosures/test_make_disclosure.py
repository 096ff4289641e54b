from datetime import timedelta
from typing import TYPE_CHECKING, cast
from uuid import UUID

import pytest
from sqlalchemy import select, update

from caseflow.consents.take_back import Choice as Part
from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.records import DisclosureContent, Entry
from caseflow.disclosures import Choice, Wanted, make_disclosure, show_disclosure
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at
from tests.factories.corrections import said
from tests.factories.declarations import took_back
from tests.factories.partners import cooperation_ended, told
from tests.factories.telling import Ready
from tests.factories.told_log import told as log

if TYPE_CHECKING:
    from tests.factories.house import StoppedClock


def test_what_was_chosen_is_told_and_kept_and_traced(ready: Ready) -> None:
    made = told(
        ready.house, ready.berta, ready.known, ready.consent, ready.entry, facts=("client_name",)
    )
    assert (made.partner, made.purpose) == (ready.police, "case_work")
    assert [(each.text, each.category) for each in made.hand_out.entries] == [
        ("Er hat gedroht.", "violence")
    ]
    assert [each.answer.value for each in made.hand_out.answers if each.answer] == ["Samira"]
    [row] = ready.disclosures()
    assert (row.categories, row.acknowledged_at) == (("identity", "violence"), None)
    [trace] = [each for each in log(ready.house) if each["act"] == "disclosure.make"]
    assert {basis["kind"] for basis in trace["bases"]} == {"membership", "own_unit", "consent"}
    assert {each["category"] for each in trace["drawers"]} == {"identity", "violence", "evidence"}
    assert {each["table"] for each in trace["rows"]} == {"disclosures", "disclosure_contents"}
    assert trace["details"]["pieces"] == "2"


def test_the_words_lie_sealed_in_the_evidence_of_the_unit(ready: Ready) -> None:
    made = told(ready.house, ready.berta, ready.known, ready.consent, ready.entry)
    with ready.house.sessions() as session:
        sealed = session.scalars(select(DisclosureContent.told)).one()
    assert b"gedroht" not in sealed
    work = ready.house.work(ready.berta)
    answer = show_disclosure(work, ready.berta, ready.known.id, made.id)
    assert isinstance(answer, Disclosed)
    assert answer.value.hand_out == made.hand_out


def test_no_key_moves_by_it(ready: Ready) -> None:
    def readers() -> set[UUID]:
        with ready.house.sessions() as session:
            return set(session.scalars(select(Envelope.reader_id)))

    assert ready.house.units["beratung"] in readers()
    assert not readers() & {ready.police, ready.house.units["frauenhaus"]}


@pytest.mark.parametrize(
    ("chosen", "problems"),
    [
        ((), {("entries", "nothing_chosen"), ("facts", "nothing_chosen")}),
        (("nobody",), {("entries", "not_covered")}),
    ],
)
def test_nothing_chosen_is_never_everything(
    ready: Ready, chosen: tuple[str, ...], problems: set[tuple[str, str]]
) -> None:
    answer = ready.make(*chosen)
    assert isinstance(answer, Invalid)
    assert {(each.field, each.code) for each in answer.problems} == problems
    assert ready.disclosures() == []


def test_what_the_consent_does_not_cover_is_not_told(ready: Ready) -> None:
    said(ready.house, ready.berta, ready.known.id, ready.entry)
    others = ready.make(ready.other), ready.make(facts=frozenset({"allergies"}))
    for answer in (*others, ready.make(ready.entry)):
        assert isinstance(answer, Invalid)
        assert {each.code for each in answer.problems} == {"not_covered"}
    another = ready.make(ready.entry, purpose="safety")
    assert isinstance(another, Invalid)
    assert ("purpose", "not_in_consent") in {(each.field, each.code) for each in another.problems}


def test_what_may_speak_of_others_is_left_out_unless_it_is_released(ready: Ready) -> None:
    choice = Choice(frozenset({str(ready.entry)}), frozenset(), frozenset())
    answer = ready.make(choice=choice)
    assert isinstance(answer, Done)
    [piece] = answer.value.hand_out.entries
    assert (piece.redacted, piece.title, piece.text) == (True, None, None)


def test_a_withdrawal_ends_it_at_once(ready: Ready) -> None:
    took_back(ready.house, ready.berta, ready.known, ready.consent)
    assert ready.make(ready.entry) == Refused(Reason.TOO_LATE)
    assert ready.disclosures() == []


def test_a_part_taken_back_is_not_told_any_more(ready: Ready) -> None:
    part = Part(categories=frozenset({"violence"}))
    took_back(ready.house, ready.berta, ready.known, ready.consent, part)
    assert isinstance(ready.make(ready.entry), Invalid)
    assert isinstance(ready.make(facts=frozenset({"client_name"})), Done)


def test_nothing_goes_to_a_partner_that_has_ended_or_whose_agreement_has_run_out(
    ready: Ready,
) -> None:
    clock = cast("StoppedClock", ready.house.around.clock)
    until_july = timedelta(days=480)
    assert isinstance(ready.make(ready.entry), Done)
    cooperation_ended(ready.house, ready.police)
    assert ready.make(ready.entry) == Refused(Reason.TOO_LATE)
    clock.advance(until_july)
    assert ready.make(ready.entry) == Refused(Reason.TOO_LATE)


def test_whoever_does_not_know_her_finds_nothing(ready: Ready) -> None:
    ida, frieda = ready.house.actor("wanda", "wohnen"), ready.house.actor("frieda", "frauenhaus")
    case_at(ready.house, frieda, ready.known)
    choice = Choice(frozenset({str(ready.entry)}), frozenset())
    for actor in (ida, frieda):
        work = ready.house.work(actor)
        wanted = Wanted(ready.consent, "case_work", choice)
        assert make_disclosure(work, actor, ready.known.id, wanted) == Refused(Reason.NOT_OPEN)
        work.finish()
    assert ready.make(ready.entry, consent=new_id()) == Refused(Reason.NOT_OPEN)


def test_a_damaged_piece_is_not_there_to_be_told_and_raises_an_alarm(ready: Ready) -> None:
    with ready.house.sessions() as session:
        session.execute(update(Entry).where(Entry.id == ready.entry).values(text=bytes(80)))
        session.commit()
    assert isinstance(ready.make(ready.entry), Invalid)
    both = ready.make(facts=frozenset({"client_name"}))
    assert isinstance(both, Done)
    assert "alarm.key" in {each["act"] for each in log(ready.house)}
