"""What may be copied opens inside the transaction of the copying, and nothing else does."""

from sqlalchemy import delete, select

from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.records import Entry
from caseflow.policy.rules import Opening
from caseflow.vault.open_originals import beside_own, copyable, holding, open_originals
from caseflow.vault.permit import Ask, Permit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Action
from tests.factories.clients import entry, permitted, write
from tests.factories.copies import TOLD, Shared, copied, shared
from tests.factories.house import House


def permit_to_copy(house: House, where: Shared) -> tuple[Permit, list[Opening]]:
    work = house.work(where.frieda)
    ask = Ask(Act.COPY_MAKE, where.known.id, action=Action.COPY)
    given = permitted(work, where.frieda, ask)
    work.finish()
    return given, copyable(given)


def test_the_originals_of_others_are_copied_and_neither_own_pieces_nor_copies(
    house: House,
) -> None:
    where = shared(house)
    copied(house, where)
    write(house, where.frieda, where.known, entry("Eigenes"))
    given, found = permit_to_copy(house, where)
    assert {(each.unit, each.category) for each in found} == {
        (where.berta.unit, "violence"),
        (where.berta.unit, "identity"),
    }
    beside = {(each.unit, each.category) for each in beside_own(given)}
    assert beside - {(each.unit, each.category) for each in found} == {
        (where.frieda.unit, "violence")
    }
    assert holding(given, None) == holding(given, new_id()) == []
    assert holding(given, found[0].drawer) == [found[0]]


def test_where_several_consents_open_it_only_together_nothing_is_copied(house: House) -> None:
    where = shared(house)
    given, found = permit_to_copy(house, where)
    second = Basis(BasisKind.CONSENT, new_id())
    joint = tuple(
        Opening(each.drawer, each.unit, each.category, each.basis, beside=(second,))
        for each in found
    )
    together = Permit(given.entry, given.actor, given.ask, given.gathered, joint, given.used, None)
    assert copyable(together) == []


def test_a_drawer_without_an_envelope_is_left_out_without_another_alarm(house: House) -> None:
    where = shared(house)
    with house.sessions() as session:
        drawer = select(Drawer.id).where(Drawer.category == "violence").scalar_subquery()
        session.execute(
            delete(Envelope).where(
                Envelope.drawer_id == drawer, Envelope.reader_id == where.frieda.unit
            )
        )
        session.commit()
    given, found = permit_to_copy(house, where)
    work = house.work(where.frieda)
    opened = open_originals(work, given, Entry, found)
    assert list(opened.of(Entry)) == []
    assert work.alarms == []
    assert open_originals(work, given, Entry, []).pieces == ()
    work.finish()


def test_the_texts_open_one_by_one(house: House) -> None:
    where = shared(house)
    given, found = permit_to_copy(house, where)
    work = house.work(where.frieda)
    [piece] = open_originals(work, given, Entry, found).of(Entry)
    assert piece.text("text") == TOLD
    work.finish()
