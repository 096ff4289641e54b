from dataclasses import replace

import pytest
from sqlalchemy import update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer
from caseflow.vault.gather import drawers_of
from caseflow.vault.letters import (
    Letter,
    open_letter,
    open_letters,
    resting_on,
    seal_letter,
    shown_by,
)
from caseflow.vault.permit import Ask, Deeds
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.errors import BrokenKey, MissingKey, Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, consented, entry, new_client, permitted, write
from tests.factories.house import House
from tests.unit.vault.reading import log, newest


def letter(house: House, actor: Actor, text: str = "dringend") -> Letter:
    work, row, client = house.work(), new_id(), new_id()
    sealed = seal_letter(work, actor.unit, row, "slip", text)
    work.put_away()
    return Letter("handovers", row, "slip", sealed, client)


def test_letters_open_for_their_unit_after_a_trace_that_names_them(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    one = letter(house, frieda)
    answer = open_letters(house.work(frieda), frieda, Act.HANDOVER_READ, [one])
    assert answer == Disclosed({(one.row, "slip"): "dringend"})
    told = newest(house, Act.HANDOVER_READ)
    assert told["details"] == {"letters": str(one.row)}
    assert told["clients"] == [str(one.client)]


def test_no_letters_are_a_look_too(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    assert open_letters(house.work(frieda), frieda, Act.HANDOVER_READ, []) == Disclosed({})
    assert "details" not in newest(house, Act.HANDOVER_READ)


def test_a_letter_to_another_unit_or_another_row_does_not_open(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    one = letter(house, frieda)
    work = house.work(berta)
    with pytest.raises((BrokenKey, MissingKey)):
        open_letter(work, one)
    work.put_away()
    moved = Letter(one.table, new_id(), one.part, one.sealed, None)
    with pytest.raises(BrokenKey):
        open_letter(house.work(frieda), moved)


def test_a_damaged_letter_is_missing_and_raises_an_alarm(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    sound, one = letter(house, frieda), letter(house, frieda)
    flipped = one.sealed[:-1] + bytes([one.sealed[-1] ^ 1])
    damaged = Letter(one.table, one.row, one.part, flipped, None)
    answer = open_letters(house.work(frieda), frieda, Act.HANDOVER_READ, [damaged, sound])
    assert answer == Disclosed({(sound.row, "slip"): "dringend"})
    told = newest(house, Act.ALARM_KEY)
    assert told["details"] == {"table": "handovers", "row": str(one.row)}
    assert (told["staff"], told["unit"]) == (str(frieda.staff), str(frieda.unit))


def test_who_may_not_read_letters_is_refused_and_logged(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    answer = open_letters(house.work(olga), olga, Act.HANDOVER_READ, [letter(house, olga)])
    assert answer == Refused(Reason.NOT_YOUR_ROLE)
    assert [each["decision"] for each in log(house)] == ["refused"]


def changed_meanwhile(house: House) -> None:
    with house.sessions() as session:
        session.execute(update(Consent).values(row_seal=b"another"))
        session.commit()


def test_a_letter_read_under_a_consent_uses_it(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    one = letter(house, frieda)
    carried = Letter(one.table, one.row, one.part, one.sealed, known.id, consent)
    answer = open_letters(house.work(frieda), frieda, Act.HANDOVER_READ, [carried])
    assert isinstance(answer, Disclosed)
    bases = newest(house, Act.HANDOVER_READ)["bases"]
    assert {"consent", "membership"} == {basis["kind"] for basis in bases}
    changed_meanwhile(house)
    refused = open_letters(house.work(frieda), frieda, Act.HANDOVER_READ, [carried])
    assert refused == Refused(Reason.TOO_LATE)


def test_what_a_letter_shows_under_a_consent_is_traced_by_the_giver_s_drawer(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known, _ = new_client(house, berta, "Olena"), new_client(house, berta, "Nadia")
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    write(house, frieda, known, entry("Ihr", "identity"))
    consent = consented(house, berta, known, [frieda.unit], ["identity", "violence"])
    one = letter(house, frieda)
    shown = frozenset({"identity"})
    under = replace(letter(house, frieda), client=known.id, consent=consent)
    carried = replace(under, giver=berta.unit, shown=shown)
    open_letters(house.work(frieda), frieda, Act.HANDOVER_READ, [one, carried])
    told = newest(house, Act.HANDOVER_READ)
    assert told["fields"] == ["handovers.slip"]
    names = [(each["unit"], each["category"]) for each in told["drawers"]]
    assert names == [(str(berta.unit), "identity")]
    assert told["details"] == {"letters": f"{one.row},{carried.row}"}
    assert set(told["clients"]) == {str(one.client), str(known.id)}
    work = house.work(berta)
    [drawer] = shown_by(work, carried).drawers
    assert drawer.id in {each.id for each in drawers_of(work, known.id)}
    copies = work.session.get_one(Drawer, (known.id, drawer.id))
    change(work, copies, copied_from=frieda.unit, copied_under=consent.id)
    assert shown_by(work, carried) == Deeds()  # a copy is not what the unit tells of
    work.abandon()


def test_a_permit_rests_on_a_consent_as_long_as_it_is_as_it_was_seen(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known = new_client(house, berta)
    consent = consented(house, berta, known, [shelter], ["violence"])
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.HANDOVER_SEND, known.id))
    assert resting_on(work, given, consent).used[-1] == UsedBasis(BasisKind.CONSENT, consent.id, 1)
    work.put_away()
    changed_meanwhile(house)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.HANDOVER_SEND, known.id))
    with pytest.raises(Stale, match="consents"):
        resting_on(work, given, consent)
