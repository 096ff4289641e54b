from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.drawers import Drawer
from caseflow.keys.drawer_keys import mark_due
from caseflow.records.copy_piece import copy_entry
from caseflow.records.open_summary import open_summary
from caseflow.records.record_correction import NotSo, record_correction
from caseflow.records.write_summary import Approved, write_summary
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import CorrectionOutcome, FactState
from tests.factories.clients import case_at, consented, entry, write
from tests.factories.copies import copied, shared, taken_back
from tests.factories.corrections import NOT_SO, said
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.unit.records.desk_work import (
    damage,
    do,
    done,
    intake,
    keep_back,
    line,
    problems,
    story,
    traces,
)


def tried(house: House, actor: Actor, client: UUID, piece: UUID) -> object:
    return do(house, actor, record_correction, client, NotSo(piece, NOT_SO))


def test_her_word_stands_beside_the_piece_for_everybody_who_sees_it(house: House) -> None:
    where = shared(house)
    word = said(house, where.frieda, where.known.id, where.entry)
    for actor in (where.frieda, where.berta):
        [found] = story(house, actor, where.known).entries
        [beside] = found.her_words
        assert (beside.id, beside.text, beside.reply) == (word.id, NOT_SO, "")
        assert beside.outcome is CorrectionOutcome.OPEN
        assert not found.origin.copyable
    told = traces(house, Act.CORRECTION_RECORD)[-1]
    assert told["details"] == {"piece": str(where.entry)}
    assert [each["unit"] for each in told["drawers"]] == [str(where.berta.unit)]
    assert str(where.consent) in {each["id"] for each in told["bases"]}
    # What she says is not so spreads no further, and what was copied before stays one piece.
    assert do(house, where.frieda, copy_entry, where.known.id, where.entry) == Refused()
    damage(house, Correction, "outcome")  # nor what nobody can say of whether she says so
    assert do(house, where.frieda, copy_entry, where.known.id, where.entry) == Refused()
    damage(house, Correction, "outcome")  # back again
    taken_back(house, where)
    assert story(house, where.frieda, where.known).entries == ()
    [kept] = story(house, where.berta, where.known).entries
    assert kept.her_words[0].text == NOT_SO  # turned with its drawer


def test_intake_staff_write_it_beside_an_answer_and_a_paragraph_and_see_it(house: House) -> None:
    where, ida = shared(house), house.actor("ida", "wohnen")
    approved = Approved("violence", "Er war es.")
    paragraph = done(do(house, where.berta, write_summary, where.known.id, approved)).id
    consented(house, where.berta, where.known, [ida.unit], ["violence", "identity"])
    case_at(house, ida, where.known)
    [answer] = story(house, ida, where.known).facts
    for piece in (answer.origin.id, paragraph):
        said(house, ida, where.known.id, piece)
    assert [each.text for each in line(intake(house, ida, where.known), "client_name").her_words]
    seen = do(house, where.berta, open_summary, where.known.id)
    assert isinstance(seen, Disclosed)
    assert [each.text for each in seen.value.paragraphs[0].now.her_words] == [NOT_SO]
    assert tried(house, ida, where.known.id, where.entry) == Refused()  # entries are not hers


def test_a_drawer_that_is_due_is_turned_first_by_whoever_has_its_key(house: House) -> None:
    where = shared(house)
    work = house.work()
    drawer = work.session.scalars(select(Drawer).where(Drawer.category == "violence")).one()
    mark_due(work, drawer, work.clock.now())
    work.finish()
    said(house, where.frieda, where.known.id, where.entry)
    for actor in (where.frieda, where.berta):
        [found] = story(house, actor, where.known).entries
        assert [each.text for each in found.her_words] == [NOT_SO]
    with house.sessions() as session:
        assert session.scalars(select(Correction)).one().key_version == 2


def test_what_the_actor_does_not_see_by_unit_or_consent_is_not_there(house: House) -> None:
    where = shared(house)
    urgent, hidden = write(
        house,
        where.berta,
        where.known,
        entry("Diabetes", "health"),
        entry("Verborgen", "finances"),
    )
    copy = copied(house, where)
    declared(house, where.frieda, where.known, "health")
    shown = story(house, where.frieda, where.known)
    assert urgent in {each.origin.id for each in shown.entries}  # an emergency is for reading
    [answer] = shown.facts
    keep_back(house, where.frieda, where.known, "client_name", FactState.WITHHELD)
    for piece in (new_id(), hidden, urgent, copy, answer.origin.id):
        assert tried(house, where.frieda, where.known.id, piece) == Refused()
    assert tried(house, house.actor("wanda", "wohnen"), where.known.id, where.entry) == Refused()
    wrong = NotSo(where.entry, " ", "31.06.2022")
    answered = do(house, where.frieda, record_correction, where.known.id, wrong)
    assert problems(answered) == {("text", "required"), ("said_on", "no_such_day")}
