from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests.machine.counted_lines import counts
from tests.machine.workplace import ROOT


def item(place: str, engine: str | None = None, *, alone: bool = False) -> pytest.Item:
    chosen = {} if engine is None else {"callspec": SimpleNamespace(params={"house": engine})}
    made = SimpleNamespace(
        path=ROOT / "tests" / Path(place),
        get_closest_marker=lambda name: alone if name == "one_engine" and alone else None,
        **chosen,
    )
    return cast("pytest.Item", made)


@pytest.mark.parametrize(
    "counted",
    [
        item("unit/vault/test_permit.py"),
        item("unit/vault/test_permit.py", "sqlite"),
        item("unit/vault/test_permit.py", "postgresql", alone=True),
    ],
    ids=["pure", "sqlite", "what postgresql alone can do"],
)
def test_the_tests_beside_the_rooms_are_counted_once(counted: pytest.Item) -> None:
    assert counts(counted)


@pytest.mark.parametrize(
    "slow",
    [
        item("unit/vault/test_permit.py", "postgresql"),
        item("functional/test_demo.py"),
        item("security/test_seals.py", "sqlite"),
        item("reliability/test_done_once.py"),
        item("browser/test_every_page.py"),
    ],
    ids=["a second time", "functional", "harness", "race", "browser"],
)
def test_what_lines_a_harness_takes_is_not_counted(slow: pytest.Item) -> None:
    assert not counts(slow)
