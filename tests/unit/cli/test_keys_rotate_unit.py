from uuid import uuid4

import pytest

from caseflow.cli import keys_rotate_unit
from caseflow.vault.turn_behind import Turned
from tests.factories.command_line import FOUNDER, Installed

ROTATE = ("keys", "rotate", "unit", "beratung", "--as", FOUNDER)


def test_a_lead_gives_her_unit_a_new_key_and_says_how_many_drawers_turned(
    installed: Installed,
) -> None:
    assert installed.told(*ROTATE) == {"unit": "beratung", "version": 2, "turned": 0, "left": 0}
    said = installed.said(*ROTATE, "--turn-drawers")
    assert said == (
        "The unit beratung has a new key, version 3.\n"
        "Drawers turned: 0; left to their next write: 0.\n"
    )


def test_to_go_on_makes_no_further_key(installed: Installed) -> None:
    assert installed.told(*ROTATE, "--resume")["version"] is None
    assert installed.said(*ROTATE, "--resume").startswith("Drawers turned: 0")
    assert installed.told(*ROTATE)["version"] == 2


def test_she_does_it_in_her_own_units_only(installed: Installed) -> None:
    assert "You do not belong to the unit wohnen" in installed.refused(
        *ROTATE[:3], "wohnen", *ROTATE[4:]
    )


def test_all_that_waits_is_turned_some_at_a_time(
    installed: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = uuid4(), uuid4()
    told = iter([Turned(first, 50, 49), Turned(second, 7, 7), Turned(None, 0, 0)])
    asked: list[object] = []

    def some(_work: object, _who: object, after: object) -> Turned:
        asked.append(after)
        return next(told)

    monkeypatch.setattr(keys_rotate_unit, "turn_some", some)
    assert installed.told(*ROTATE, "--turn-drawers")["turned"] == 56
    assert asked == [None, first, second]
