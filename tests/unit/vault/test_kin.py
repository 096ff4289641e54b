from datetime import timedelta

import pytest

from caseflow.vault.kin import raise_kin, surnames
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import log

CLIENT = new_id()


def _read(house: House, actor: Actor, own: str, *names: str) -> None:
    work = house.work(actor)
    raise_kin(work, actor, CLIENT, own, names)
    work.finish()


def _alarms(house: House) -> list[dict[str, object]]:
    return [each for each in log(house) if each["act"] == Act.ALARM_KIN]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Anna Müller", {"mueller"}),
        ("Müller, Anna", {"mueller"}),
        ("Müller, Anna, geb. Kahn", {"mueller"}),
        ("Anna Müller-Lüdenscheidt", {"mueller", "luedenscheidt"}),
        ("von der Heide, Anna", {"heide"}),
        ("Anna von der Heide", {"heide"}),
        ("Mariam al-Khatib", {"khatib"}),
        ("Оксана Бондаренко", {"bondarenko"}),
        ("Berta", {"berta"}),
        ("", set()),
        (" , Anna", set()),
    ],
)
def test_a_surname_stands_before_a_comma_or_last(name: str, parts: set[str]) -> None:
    assert surnames(name) == parts


def test_the_officer_is_told_once_a_day(house: House) -> None:
    berta = house.actor("berta", "beratung")
    clock = house.around.clock
    assert isinstance(clock, StoppedClock)
    for hours in (0, 10, 10):
        clock.advance(timedelta(hours=hours))
        for _ in range(2):
            _read(house, berta, "Berta Müller", "Haddad, Amal", "Mueller, Eva")
    told = _alarms(house)
    assert [(each["staff"], each["client"]) for each in told] == [
        (str(berta.staff), str(CLIENT))
    ] * 2
    _read(house, house.actor("lea", "beratung"), "Lea Müller", "Müller")
    assert len(_alarms(house)) == 3


def test_strangers_are_not_told_of(house: House) -> None:
    berta = house.actor("berta", "beratung")
    _read(house, berta, "Berta von Stein", "von Berg, Eva", "", "Stein Eva")
    _read(house, berta, "", "")
    assert _alarms(house) == []
