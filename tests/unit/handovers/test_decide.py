"""On SQLite one writes at a time; what happens meanwhile can only happen on PostgreSQL."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeAlias

import pytest

from caseflow.database.tables.consents import Consent
from caseflow.handovers import Direction, withdraw_handover
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from tests.factories.clients import Known, consented, new_client, withdrawn
from tests.factories.handovers import answered, listed, sent
from tests.factories.house import House
from tests.factories.houses import on_postgresql
from tests.unit.vault.reading import log

TOO_LATE = Refused(Reason.TOO_LATE)
Meanwhile: TypeAlias = Callable[[str, Callable[[], object]], None]
decide = import_module("caseflow.handovers.decide")


@dataclass
class Scene:
    """A client for whom a consent was given, and those who decide about her handover."""

    house: House
    known: Known
    consent: Consent
    berta: Actor  # who gives
    frieda: Actor  # who receives
    lea: Actor  # her colleague


@pytest.fixture
def scene(house: House) -> Scene:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    return Scene(house, known, consent, berta, frieda, house.actor("lea", "frauenhaus"))


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Let somebody else act, once, just before a step of the decision."""

    def before(step: str, other: Callable[[], object]) -> None:
        real = getattr(decide, step)

        def late(*arguments: object, **more: object) -> Any:  # noqa: ANN401 - whichever step
            monkeypatch.setattr(decide, step, real)
            other()
            return real(*arguments, **more)

        monkeypatch.setattr(decide, step, late)

    return before


@on_postgresql
@pytest.mark.parametrize("step", ["permit", "resting_on"])
def test_whoever_is_second_is_too_late(scene: Scene, meanwhile: Meanwhile, step: str) -> None:
    handover = sent(scene.house, scene.berta, scene.known, "frauenhaus", scene.consent)
    meanwhile(step, lambda: answered(scene.house, scene.lea, handover))
    assert answered(scene.house, scene.frieda, handover) == TOO_LATE
    told = [each["decision"] for each in log(scene.house) if each["act"] == Act.HANDOVER_ACCEPT]
    assert sorted(told) == ["permitted", "refused"]


@on_postgresql
@pytest.mark.parametrize("step", ["permit_member", "change"])
def test_without_a_consent_too(scene: Scene, meanwhile: Meanwhile, step: str) -> None:
    handover = sent(scene.house, scene.berta, scene.known, "frauenhaus")
    meanwhile(step, lambda: answered(scene.house, scene.lea, handover))
    assert answered(scene.house, scene.frieda, handover) == TOO_LATE


@on_postgresql
@pytest.mark.parametrize("step", ["permit", "resting_on"])
def test_a_withdrawal_meanwhile_comes_first(scene: Scene, meanwhile: Meanwhile, step: str) -> None:
    handover = sent(scene.house, scene.berta, scene.known, "frauenhaus", scene.consent)
    meanwhile(step, lambda: withdrawn(scene.house, scene.berta, scene.known, scene.consent))
    assert answered(scene.house, scene.frieda, handover) == TOO_LATE
    assert listed(scene.house, scene.berta, Direction.OUT)[0].state == "withdrawn"


@on_postgresql
def test_accepting_and_taking_back_exclude_each_other(scene: Scene, meanwhile: Meanwhile) -> None:
    handover = sent(scene.house, scene.berta, scene.known, "frauenhaus", scene.consent)

    def take_back() -> None:
        work = scene.house.work(scene.berta)
        assert withdraw_handover(work, scene.berta, handover) == Done(handover)
        work.finish()

    meanwhile("change", take_back)
    assert answered(scene.house, scene.frieda, handover) == TOO_LATE
    assert listed(scene.house, scene.berta, Direction.OUT)[0].state == "withdrawn"


def test_what_has_ended_is_refused_without_a_word_of_her(scene: Scene) -> None:
    handover = sent(scene.house, scene.berta, scene.known, "frauenhaus", scene.consent)
    withdrawn(scene.house, scene.berta, scene.known, scene.consent)
    assert answered(scene.house, scene.frieda, handover) == TOO_LATE
    [told] = [each for each in log(scene.house) if each["act"] == Act.HANDOVER_ACCEPT]
    assert (told["decision"], told.get("client")) == ("refused", None)
