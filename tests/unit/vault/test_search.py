from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case, Wall
from caseflow.database.tables.name_cards import CardOrder, NameCard
from caseflow.database.unit_of_work import Work
from caseflow.vault.contents import find_fact, rewrite
from caseflow.vault.identity_cards import renew_cards
from caseflow.vault.name_cards import Named, named
from caseflow.vault.permit import Ask, Deeds, trace
from caseflow.vault.search import Found, Page, search, show_some
from caseflow.vault.settle import settle
from caseflow.vault.work_page import FirstNamed, first_named
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.errors import MissingKey
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import (
    case_at,
    consented,
    entry,
    new_client,
    permitted,
    withdrawn,
    write,
)
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import log, newest


def find(house: House, actor: Actor, query: str = "") -> tuple[Found, ...]:
    answer = search(house.work(actor), actor, query)
    assert isinstance(answer, Disclosed), answer
    assert isinstance(answer.value, Page)
    return answer.value.items


def names(found: tuple[Found, ...]) -> list[str]:
    return [each.name for each in found]


def test_clients_stand_in_the_order_of_their_names_and_the_nameless_last(house: House) -> None:
    berta = house.actor("berta", "beratung")
    for name in ("Zoë Ziegler", "", "Änne Abel", "Mona Müller"):
        new_client(house, berta, name)
    listed = find(house, berta)
    assert names(listed) == ["Änne Abel", "Mona Müller", "Zoë Ziegler", ""]
    for most, more in ((2, True), (3, False)):
        answer = search(house.work(berta), berta, "", start=1, most=most)
        assert isinstance(answer, Disclosed)
        assert (answer.value.items, answer.value.more) == (listed[1 : 1 + most], more)
    some = [each.client for each in listed if each.name != "Mona Müller"]
    shown = show_some(house.work(berta), berta, [*some, new_id()], 1, 1)
    assert isinstance(shown, Disclosed)
    assert (names(shown.value.items), shown.value.more) == (["Zoë Ziegler"], True)
    assert newest(house, Act.CLIENT_SHOWN)["clients"] == [str(listed[2].client)]


def test_who_lists_the_open_ones_opens_one_more_than_the_page_holds(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta, asked = house.actor("berta", "beratung"), list[tuple[int, bool]]()
    for name in ("Änne Abel", "Mona Müller", "Zoë Ziegler"):
        new_client(house, berta, name)

    def first(work: Work, actor: Actor, wanted: int) -> FirstNamed | None:
        found = first_named(work, actor, wanted)
        asked.append((wanted, found is not None))
        return found

    monkeypatch.setattr("caseflow.vault.work_page.AT_ONCE", 1)
    monkeypatch.setattr("caseflow.vault.search.first_named", first)
    answer = search(house.work(berta), berta, " ", most=1)
    assert isinstance(answer, Disclosed)
    assert (names(answer.value.items), answer.value.more) == (["Änne Abel"], True)
    assert asked == [(2, True)]
    find(house, berta, "Mona")
    search(house.work(berta), berta, "", closed=True)
    assert len(asked) == 1  # nor where a name was typed, or the closed ones are wanted too


def test_a_name_is_found_exactly_by_its_beginning_and_by_its_sound(house: House) -> None:
    berta = house.actor("berta", "beratung")
    new_client(house, berta, "Oleksandra Müller")
    new_client(house, berta, "Muhamed Berg")
    assert names(find(house, berta, "mueller")) == ["Oleksandra Müller"]
    assert names(find(house, berta, "Oleks")) == ["Oleksandra Müller"]
    assert names(find(house, berta, "Aleksandra")) == ["Oleksandra Müller"]
    assert names(find(house, berta, "Mohammad")) == ["Muhamed Berg"]
    assert names(find(house, berta, "Schmidt")) == []


def test_a_client_is_found_by_her_code(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    new_client(house, berta)
    with house.sessions() as session:
        case = session.scalars(select(Case.id).where(Case.client_id == known.id)).one()
    found = Found(known.id, case, known.code, "", open=True, assigned=False)
    assert find(house, berta, known.code.lower()) == (found,)


def test_a_card_comes_and_goes_with_the_consent(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    case_at(house, frieda, known)
    assert names(find(house, frieda)) == [""]
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    settle(house.work(frieda), frieda)
    assert names(find(house, frieda)) == ["Mona Müller"]
    withdrawn(house, berta, known, consent)
    assert names(find(house, frieda)) == [""]
    assert find(house, frieda)[0].code == known.code


def test_while_one_of_two_consents_stands_her_name_does(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    case_at(house, frieda, known)
    first = consented(house, berta, known, [frieda.unit], ["identity"])
    settle(house.work(frieda), frieda)
    second = consented(house, berta, known, [frieda.unit], ["identity", "health"])
    settle(house.work(frieda), frieda)
    withdrawn(house, berta, known, first)
    assert names(find(house, frieda)) == ["Mona Müller"]
    withdrawn(house, berta, known, second)
    assert names(find(house, frieda)) == [""]


def test_a_changed_name_reaches_the_other_unit(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    case_at(house, frieda, known)
    consented(house, berta, known, [frieda.unit], ["identity"])
    settle(house.work(frieda), frieda)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    row = find_fact(work, given, "identity", "client_name")
    assert row is not None
    rewrite(work, given, row, {"value": '{"type":"text","value":"Karla Kahn"}'})
    renew_cards(work, given)
    trace(work, given, Deeds())
    work.finish()
    assert names(find(house, berta)) == ["Karla Kahn"]
    assert names(find(house, frieda)) == ["Mona Müller"]
    settle(house.work(frieda), frieda)
    assert names(find(house, frieda)) == ["Karla Kahn"]


def test_the_walled_find_nobody(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, lea, "Mona Müller")
    work = house.work(lea)
    work.session.add(
        Wall(
            client_id=known.id,
            staff_id=berta.staff,
            unit_id=lea.unit,
            recorded_by=lea.staff,
            recorded_at=work.clock.now(),
        )
    )
    work.finish()
    assert find(house, berta) == ()
    assert show_some(house.work(berta), berta, [known.id]) == Disclosed(Page((), more=False))
    shown = show_some(house.work(lea), lea, [known.id])
    assert isinstance(shown, Disclosed)
    assert names(find(house, lea)) == names(shown.value.items) == ["Mona Müller"]


def test_officers_do_not_search(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    refused = Refused(Reason.NOT_YOUR_ROLE)
    assert search(house.work(olga), olga, "") == refused
    assert show_some(house.work(olga), olga, [new_id()]) == refused


def test_entries_are_no_card(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("Mona Müller kam."))
    assert names(find(house, berta)) == [""]


def test_a_name_from_a_consent_uses_it_where_it_is_shown(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    case_at(house, frieda, known)
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    settle(house.work(frieda), frieda)
    assert names(find(house, frieda, "Mona")) == ["Mona Müller"]
    bases = newest(house, Act.CLIENT_SHOWN)["bases"]
    assert [each["id"] for each in bases if each["kind"] == "consent"] == [str(consent.id)]
    find(house, berta)
    bases = newest(house, Act.CLIENT_SHOWN)["bases"]
    assert [each["kind"] for each in bases] == ["membership"]


def test_a_place_among_the_names_does_not_tell_one_that_is_closed(
    house: House, clock: StoppedClock
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Änne Abel")
    case_at(house, frieda, known)
    consented(house, berta, known, [frieda.unit], ["identity"])
    settle(house.work(frieda), frieda)
    new_client(house, frieda, "Zoë Ziegler")
    assert names(find(house, frieda)) == ["Änne Abel", "Zoë Ziegler"]
    clock.advance(timedelta(days=366))
    assert names(find(house, frieda)) == ["Zoë Ziegler", ""]


def test_a_damaged_card_or_order_never_makes_the_list_fail(house: House) -> None:
    berta = house.actor("berta", "beratung")
    broken = new_client(house, berta, "Mona Müller")
    for name in ("Zoë Ziegler", "Änne Abel"):
        new_client(house, berta, name)
    with house.sessions.begin() as session:
        damaged = update(NameCard).where(NameCard.client_id == broken.id).values(sealed=b"x")
        session.execute(damaged)
        session.execute(update(CardOrder).values(sealed=b"x"))
    assert names(find(house, berta)) == ["Änne Abel", "Zoë Ziegler", ""]
    alarms = [each["details"] for each in log(house) if each["act"] == Act.ALARM_KEY]
    cards, order = sorted(alarms, key=lambda alarm: alarm["table"], reverse=True)
    assert (cards["table"], order) == (
        "name_cards",
        {"table": "card_orders", "row": str(berta.unit)},
    )


def test_closed_cases_are_looked_through_on_demand(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Mona Müller")
    work = house.work()
    change(work, work.session.query(Case).one(), closed_at=work.clock.now())
    work.finish()
    assert find(house, berta, "mona") == ()
    assert show_some(house.work(berta), berta, [known.id]) == Disclosed(Page((), more=False))
    answer = search(house.work(berta), berta, "mona", closed=True)
    assert isinstance(answer, Disclosed)
    assert [(each.name, each.open) for each in answer.value.items] == [("Mona Müller", False)]


def test_a_withdrawal_between_opening_and_showing_leaves_nothing_to_show(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    case_at(house, frieda, known)
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    settle(house.work(frieda), frieda)

    def withdrawn_then_named(work: Work, cards: Iterable[NameCard]) -> dict[UUID, Named]:
        withdrawn(house, berta, known, consent)
        return named(work, cards)

    monkeypatch.setattr("caseflow.vault.search.named", withdrawn_then_named)
    assert search(house.work(frieda), frieda, "") == Refused(Reason.TOO_LATE)


def test_without_the_units_key_there_is_no_list(house: House) -> None:
    berta = house.actor("berta", "beratung")
    with pytest.raises(MissingKey):
        search(house.work(), berta, "")
