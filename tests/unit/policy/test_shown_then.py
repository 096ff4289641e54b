from dataclasses import replace
from datetime import timedelta

import pytest

from caseflow.policy.doubts import as_it_is
from caseflow.policy.past import CasePast, Of, WallPast
from caseflow.policy.shown_then import member_stood
from caseflow.policy.then import Then
from caseflow.vocabulary.acts import Act
from tests.unit.policy.pasts import (
    AGREED,
    CASE,
    CLIENT,
    COLLEAGUE,
    CONSENT,
    MEMBER,
    NOON,
    OPEN,
    OTHER,
    STAFF,
    access,
    past,
)

NOW = Then(NOON, timedelta())
SHOWN = access(MEMBER, CONSENT, act=Act.CLIENT_SHOWN, client=None, clients=(CLIENT,))
WALL = WallPast(STAFF, CLIENT, NOON, None)


@pytest.mark.parametrize(
    ("case", "stood"),
    [
        (OPEN, True),
        (replace(OPEN, restricted=True), True),
        (replace(OPEN, restricted=True, assigned=frozenset({COLLEAGUE})), False),
        (replace(OPEN, client=OTHER), False),
    ],
)
def test_who_is_shown_on_a_list_was_known_to_who_looked(case: CasePast, *, stood: bool) -> None:
    for act in (Act.CLIENT_SHOWN, Act.CALENDAR_READ):
        shown = replace(SHOWN, act=act)
        assert member_stood(shown, past(cases={CASE: case}), NOW, as_it_is) is stood


def test_nobody_behind_a_wall_is_shown() -> None:
    assert not member_stood(SHOWN, past(walls=(WALL,)), NOW, as_it_is)
    slip = replace(SHOWN, act=Act.HANDOVER_READ)
    assert not member_stood(slip, past(walls=(WALL,)), NOW, as_it_is)
    assert member_stood(slip, past(cases={}), NOW, as_it_is)


def test_a_consent_that_did_not_run_named_nobody() -> None:
    none = past(consents={CONSENT: (Of(CLIENT, NOON), replace(AGREED, withdrawn_at=NOON))})
    assert not member_stood(SHOWN, none, NOW, as_it_is)


def test_of_somebody_who_is_erased_nothing_is_asked() -> None:
    assert member_stood(SHOWN, past(clients=frozenset(), cases={}), NOW, as_it_is)
