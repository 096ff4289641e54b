from sqlalchemy import select

from caseflow.consents.withdrawn import what_was_seen
from caseflow.database.tables.consents import Consent
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from tests.factories.clients import case_at, entry, new_client, permitted, write
from tests.factories.copies import copied, shared, taken_back
from tests.factories.declarations import agreed, at_a_desk, declaration, offer
from tests.factories.house import House
from tests.unit.vault.reading import read


def test_only_who_has_a_case_is_shown_anything_and_the_receipt_has_all(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    ida, olga = house.actor("ida", "wohnen"), house.actor("olga", "datenschutz")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    at_a_desk(house, ida, known)
    # Even where the desk's own unit has recorded it.
    agreed(house, ida, known, declaration(offer([berta.unit], [frieda.unit], "violence")))
    read(house, frieda, known)
    shown = {}
    for actor in (berta, frieda, ida, olga):
        work = house.work(actor)
        given = permitted(work, actor, Ask(Act.CONSENT_WITHDRAW, known.id))
        rows = work.session.scalars(select(Consent)).all()
        answer = what_was_seen(work, given, rows, work.clock.now())
        work.abandon()
        assert len(answer.for_receipt) == 1
        shown[actor.staff] = len(answer.seen)
    assert shown == {berta.staff: 1, frieda.staff: 1, ida.staff: 0, olga.staff: 0}


def test_frozen_copies_are_told_like_what_was_seen(house: House) -> None:
    where, ida = shared(house), house.actor("ida", "wohnen")
    copied(house, where)
    at_a_desk(house, ida, where.known)
    taken_back(house, where)
    shown = {}
    for actor in (where.berta, where.frieda, ida, house.actor("olga", "datenschutz")):
        work = house.work(actor)
        given = permitted(work, actor, Ask(Act.CONSENT_WITHDRAW, where.known.id))
        rows = work.session.scalars(select(Consent)).all()
        answer = what_was_seen(work, given, rows, work.clock.now())
        work.abandon()
        assert len(answer.frozen_for_receipt) == 1
        shown[actor.unit] = len(answer.frozen)
    assert list(shown.values()) == [1, 1, 0, 0]
