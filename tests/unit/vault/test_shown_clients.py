from typing import Any

import pytest

from caseflow.vault import shown_clients as shown
from caseflow.vault.client_file import ClientFile, load_file
from caseflow.vault.settle import settle
from caseflow.vault.shown_clients import Shown, shown_clients
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, consented, new_client
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, traces


def test_whoever_is_open_is_shown_by_code_and_name_and_the_others_are_not_there(
    house: House,
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    named, nameless = new_client(house, berta, "Amal"), create(house, berta)
    closed = new_client(house, frieda, "Nadia")
    asked = [named.id, nameless.id, closed.id, new_id()]
    assert do(house, berta, shown_clients, asked) == {
        named.id: Shown(named.code, "Amal"),
        nameless.id: Shown(nameless.code, ""),
    }
    (told,) = traces(house, Act.CLIENT_SHOWN)
    assert told["clients"] == sorted([str(named.id), str(nameless.id)])


def test_a_name_that_rests_on_a_consent_uses_it(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Amal")
    case_at(house, frieda, known)
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    settle(house.work(frieda), frieda)
    assert do(house, frieda, shown_clients, [known.id])[known.id].name == "Amal"
    (told,) = traces(house, Act.CLIENT_SHOWN)
    assert str(consent.id) in {basis["id"] for basis in told["bases"]}


def test_whoever_nobody_is_open_to_is_shown_nobody_and_nothing_is_traced(house: House) -> None:
    berta = house.actor("berta", "beratung")
    assert do(house, berta, shown_clients, [new_id()]) == {}
    assert traces(house, Act.CLIENT_SHOWN) == []


def test_whoever_has_left_in_this_very_moment_is_shown_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    known, asked = create(house, berta), []

    def load(*given: Any, **how: Any) -> ClientFile:  # noqa: ANN401 - as it is asked
        asked.append(how)
        return load_file(*given, **how)

    monkeypatch.setattr(shown, "load_file", load)
    monkeypatch.setattr(shown, "permit_member", lambda *_, **__: Refused())
    assert do(house, berta, shown_clients, [known.id]) == {}
    assert asked == [{"closed": True, "among": {known.id}, "ordered": False}]
