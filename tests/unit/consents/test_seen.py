from datetime import timedelta

import pytest
from sqlalchemy import select

from caseflow.audit.integrate import integrate
from caseflow.consents.seen import Seen, part_of, seen_under
from caseflow.crypto.signing import Signer
from caseflow.database.tables.consents import Consent
from caseflow.handovers import Direction
from caseflow.vault.card_inbox import file_inbox
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vault.search import search
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.copies import copied, may_copy, shared
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.handovers import accepted, listed, sent
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import read


def _under(house: House) -> tuple[Seen, ...]:
    work = house.work()
    found = seen_under(work, work.session.scalars(select(Consent)).all())
    work.finish()
    return found


def test_it_is_found_in_the_tree_and_before_it_once_a_day(
    house: House, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.audit.look.CHUNK", 3)  # the log is read in several pieces
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known, other = new_client(house, berta), new_client(house, berta)
    for each in (known, other):
        write(house, berta, each, entry("Gewalt"), entry("Asthma", "health"))
        case_at(house, frieda, each)
    agreed(house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence")))
    write(house, frieda, known, entry("eigenes"))  # what a unit wrote itself needs no consent
    assert _under(house) == ()
    first = clock.now()
    read(house, frieda, known)
    clock.advance(timedelta(hours=1))
    read(house, frieda, known)
    integrate(house.work(), Signer(bytes(range(32))), 4096)
    clock.advance(timedelta(days=1))
    read(house, frieda, known)
    read(house, frieda, other)
    read(house, berta, known)
    assert _under(house) == (
        Seen(first, frieda.unit, "violence", berta.unit),
        Seen(clock.now(), frieda.unit, "violence", berta.unit),
    )


def test_knowing_of_a_drawer_is_not_reading_it(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    agreed(house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence")))
    work = house.work(frieda)
    given = permit(work, frieda, Ask(Act.CLIENT_READ, known.id))
    assert isinstance(given, Permit)
    trace(work, given, Deeds())
    work.finish()
    assert _under(house) == ()


def test_who_she_is_was_read_on_the_slip_of_a_handover(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known, other = new_client(house, berta, "Olena"), new_client(house, berta, "Ela")
    for each, category in ((known, "identity"), (other, "violence")):
        consent = consented(house, berta, each, [frieda.unit], [category, "family"])
        sent(house, berta, each, "frauenhaus", consent)
    at = Seen(house.around.clock.now(), frieda.unit, "identity", berta.unit)
    assert _under(house) == ()
    listed(house, frieda, Direction.IN)
    assert _under(house) == (at,)
    integrate(house.work(), Signer(bytes(range(32))), 4096)
    assert _under(house) == (at,)


def test_who_accepts_a_handover_reads_its_slip(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Olena")
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    accepted(house, frieda, sent(house, berta, known, "frauenhaus", consent))
    (one,) = _under(house)
    assert (one.unit, one.category, one.owner) == (frieda.unit, "identity", berta.unit)


def test_a_name_on_a_work_list_or_in_a_search_is_a_sight_of_who_she_is(
    house: House, clock: StoppedClock
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known, other = new_client(house, berta, "Olena"), new_client(house, berta, "Ela")
    for each, categories in ((known, ["identity"]), (other, ["violence"])):
        case_at(house, frieda, each)
        consented(house, berta, each, [frieda.unit], categories)
    work = house.work(frieda)
    assert file_inbox(work, frieda, 8) == 1
    work.finish()
    assert _under(house) == ()
    at = clock.now()
    assert _named_on(house, frieda, "") == {"", "Olena"}
    clock.advance(timedelta(days=1))
    assert _named_on(house, frieda, "Ela") == set()
    integrate(house.work(), Signer(bytes(range(32))), 4096)
    assert _named_on(house, frieda, "Olena") == {"Olena"}
    assert _named_on(house, berta, "") == {"Ela", "Olena"}
    new_client(house, frieda)  # of somebody else
    assert _under(house) == (
        Seen(at, frieda.unit, "identity", berta.unit),
        Seen(clock.now(), frieda.unit, "identity", berta.unit),
    )


def test_a_drawer_that_was_born_later_showed_no_name(house: House, clock: StoppedClock) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    wanda = house.actor("wanda", "wohnen")
    known = new_client(house, berta, "Olena")
    case_at(house, frieda, known)
    case_at(house, wanda, known)
    typed = declaration(offer([berta.unit, wanda.unit], [frieda.unit], "identity"))
    agreed(house, berta, known, typed)
    work = house.work(frieda)
    file_inbox(work, frieda, 8)
    work.finish()
    _named_on(house, frieda, "")
    clock.advance(timedelta(days=1))
    write(house, wanda, known, entry("Ausweis", "identity"))
    assert {each.owner for each in _under(house)} == {berta.unit}


def _named_on(house: House, actor: Actor, query: str) -> set[str]:
    work = house.work(actor)
    found = search(work, actor, query)
    work.finish()
    assert isinstance(found, Disclosed)
    return {each.name for each in found.value.items}


def test_a_unit_may_see_what_it_gave_or_read_and_all_that_it_recorded(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    agreed(house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence")))
    read(house, frieda, known)
    (one,) = _under(house)
    with house.sessions() as session:
        rows = session.scalars(select(Consent)).all()
    other = house.units["wohnen"]
    for unit in (berta.unit, frieda.unit):
        assert part_of([one], [], unit) == (one,)
    assert part_of([one], rows, other) == ()
    rows[0].unit_id = other
    assert part_of([one], rows, other) == (one,)
    health = Seen(one.at, one.unit, "health", one.owner)
    assert part_of([health], rows, other) == ()


def test_a_copy_that_is_passed_on_was_read_under_the_consents_of_both_units(house: House) -> None:
    where, wanda = shared(house), house.actor("wanda", "wohnen")
    copied(house, where)
    case_at(house, wanda, where.known)
    passing = may_copy(house, where.frieda, where.known, [wanda.unit], ["violence"])
    telling = may_copy(house, where.berta, where.known, [wanda.unit], ["violence"])
    read(house, wanda, where.known)
    for consent, owner in ((passing, where.frieda.unit), (telling, where.berta.unit)):
        work = house.work(where.berta)
        row = work.session.scalars(select(Consent).where(Consent.id == consent)).one()
        found = seen_under(work, [row])
        work.finish()
        assert {(each.unit, each.category, each.owner) for each in found} == {
            (wanda.unit, "violence", owner)
        }
