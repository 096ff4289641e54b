import pytest

from caseflow.records import own_unit
from caseflow.records.add_guardian import add_guardian
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, problems, traces

FATHER = {"name": "Beispiel, Karim", "authority": "custody_joint", "blocked": "violent"}


def test_a_guardian_is_written_into_the_own_family_drawer(house: House) -> None:
    ida = house.actor("ida", "wohnen")  # intake: whoever admits her can block somebody at once
    known = create(house, ida)
    assert done(do(house, ida, add_guardian, known.id, FATHER)).version == 1
    (told,) = traces(house, Act.GUARDIAN_WRITE)
    assert [each["category"] for each in told["drawers"]] == ["family"]
    assert [row["table"] for row in told["rows"]] == ["guardians", "drawers"]


def test_what_is_wrong_is_named_and_nothing_is_written(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    answer = do(house, berta, add_guardian, known.id, {"authority": "king"})
    assert problems(answer) == {("name", "required"), ("authority", "not_a_choice")}
    monkeypatch.setattr(own_unit, "kept_categories", lambda *_: frozenset({"identity"}))
    answer = do(house, berta, add_guardian, known.id, FATHER)
    assert problems(answer) == {("category", "not_kept_here")}
    assert traces(house, Act.GUARDIAN_WRITE) == []


def test_nobody_writes_for_a_client_who_is_closed(house: House) -> None:
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    known = create(house, berta)
    assert do(house, ida, add_guardian, known.id, FATHER) == Refused(Reason.NOT_OPEN)
