from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest

from caseflow.consents import Choice
from caseflow.handovers import Direction, list_handovers
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.clients import consented, new_client, withdrawn
from tests.factories.declarations import took_back
from tests.factories.handovers import accepted, exchange_slips, listed, sent
from tests.factories.house import House, StoppedClock
from tests.factories.houses import on_postgresql
from tests.unit.vault.reading import newest


def test_the_open_ones_come_first_then_the_newest(house: House, clock: StoppedClock) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    made = []
    for _ in range(3):
        made.append(sent(house, berta, known, "frauenhaus"))
        clock.advance(timedelta(minutes=1))
    accepted(house, frieda, made[2])
    for actor, direction in ((berta, Direction.OUT), (frieda, Direction.IN)):
        shown = [(each.id, each.state) for each in listed(house, actor, direction)]
        assert shown == [(made[1], "open"), (made[0], "open"), (made[2], "accepted")]


def test_at_most_a_page_is_shown(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("caseflow.handovers.list_handovers")
    monkeypatch.setattr(module, "SHOWN_AT_MOST", 2)
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    for _ in range(3):
        sent(house, berta, known, "frauenhaus")
    assert len(listed(house, berta, Direction.OUT)) == 2


def test_the_look_is_traced_with_whom_it_shows_and_by_which_consent(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    handover = sent(house, berta, known, "frauenhaus", consent)
    sent(house, berta, new_client(house, berta), "frauenhaus")
    listed(house, frieda, Direction.IN)
    told = newest(house, Act.HANDOVER_READ)
    assert told["clients"] == [str(known.id)]
    assert str(handover) in told["details"]["letters"]
    assert (str(consent.id), "consent") in [(each["id"], each["kind"]) for each in told["bases"]]


def test_a_withdrawal_closes_it_to_the_receiver(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Olena")
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    sent(house, berta, known, "frauenhaus", consent)
    withdrawn(house, berta, known, consent)
    [view] = listed(house, frieda, Direction.IN)
    assert (view.state, view.client, view.slip) == ("withdrawn", None, None)
    [own] = listed(house, berta, Direction.OUT)
    assert (own.state, own.client) == ("withdrawn", known.id)


def test_a_name_that_she_took_back_is_not_shown(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Olena")
    consent = consented(house, berta, known, [frieda.unit], ["identity", "violence"])
    sent(house, berta, known, "frauenhaus", consent)
    took_back(house, berta, known, consent.id, Choice(categories=frozenset({"identity"})))
    [view] = listed(house, frieda, Direction.IN)
    assert view.slip is not None
    assert (view.state, view.slip.code, view.slip.name) == ("open", known.code, "")


def test_a_damaged_slip_keeps_nobody_from_the_others(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    sound, broken = (sent(house, berta, known, "frauenhaus") for _ in range(2))
    exchange_slips(house, broken)
    shown = {each.id: each.slip for each in listed(house, frieda, Direction.IN)}
    assert shown[broken] is None
    assert shown[sound] is not None
    assert newest(house, Act.ALARM_KEY)["details"] == {"table": "handovers", "row": str(broken)}


@on_postgresql
def test_a_consent_that_ends_meanwhile_is_looked_at_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    sent(house, berta, known, "frauenhaus", consent)
    module = import_module("caseflow.vault.letters")
    real = module.permit_member

    def late(*arguments: object) -> Any:  # noqa: ANN401 - whatever the real one returns
        monkeypatch.setattr(module, "permit_member", real)
        withdrawn(house, berta, known, consent)
        return real(*arguments)

    monkeypatch.setattr(module, "permit_member", late)
    [view] = listed(house, frieda, Direction.IN)
    assert (view.state, view.slip) == ("withdrawn", None)


def test_whoever_is_always_too_late_is_told_so(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []
    module = import_module("caseflow.handovers.list_handovers")

    def never(*arguments: object) -> Refused:
        tries.append(arguments)
        return Refused(Reason.TOO_LATE)

    monkeypatch.setattr(module, "open_letters", never)
    berta = house.actor("berta", "beratung")
    answer = list_handovers(house.work(berta), berta, Direction.IN)
    assert answer == Refused(Reason.TOO_LATE)
    assert len(tries) == module.TRIES


def test_intake_reads_them_and_officers_do_not(house: House) -> None:
    ida, olga = house.actor("ida", "wohnen"), house.actor("olga", "datenschutz")
    assert listed(house, ida, Direction.IN) == ()
    answer = list_handovers(house.work(olga), olga, Direction.IN)
    assert answer == Refused(Reason.NOT_YOUR_ROLE)
    assert newest(house, Act.HANDOVER_READ)["decision"] == "refused"
