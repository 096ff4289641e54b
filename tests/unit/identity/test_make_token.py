from dataclasses import replace
from datetime import timedelta

import pytest

from caseflow.identity.make_token import MadeToken, NewToken, make_token
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.tokens import made
from tests.unit.identity.people import the_entry


def tried(house: House, **other: object) -> object:
    actor = replace(house.actor("berta", "beratung"), second_factor_at=house.around.clock.now())
    work = house.work(actor)
    wanted = NewToken("Auswertung", actor.membership, actor.role, 30)
    return make_token(work, actor, replace(wanted, **other))  # type: ignore[arg-type]


def test_a_token_is_told_once_and_the_log_says_for_what(house: House) -> None:
    one = made(house, "lea", "beratung", role=Role.INTAKE)
    assert one.ends_at == house.around.clock.now() + timedelta(days=90)
    assert one.token not in repr(one)
    entry = the_entry(house.work(), Act.TOKEN_MAKE)
    assert entry["details"] == {
        "token": str(one.id),
        "unit_id": str(house.units["beratung"]),
        "role": "intake",
        "days": "90",
    }


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("missing", {"name": " "}),
        ("too_long", {"name": "x" * 81}),
        ("above_your_own", {"role": Role.LEAD}),
        ("days_up_to", {"days": 366}),
        ("days_up_to", {"days": 0}),
        ("not_a_choice", {"membership": new_id()}),
    ],
    ids=["nameless", "long", "lead", "too many days", "no day", "no unit"],
)
def test_what_does_not_fit_is_said(house: House, code: str, other: dict[str, object]) -> None:
    answer = tried(house, **other)
    assert isinstance(answer, Invalid)
    assert [each.code for each in answer.problems] == [code]


def test_nobody_makes_one_for_another_persons_membership(house: House) -> None:
    answer = tried(house, membership=house.memberships["lea", "beratung"].id, role=Role.LEAD)
    assert isinstance(answer, Invalid)


def test_whoever_has_no_second_factor_makes_none(house: House) -> None:
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    answer = make_token(work, actor, NewToken("x", actor.membership, actor.role, 30))
    assert isinstance(answer, Invalid)
    assert answer.problems[0].code == "factor_first"


def test_no_program_makes_another_one(house: House) -> None:
    actor = replace(house.actor("berta", "beratung"), token=new_id())
    work = house.work(actor)
    wanted = NewToken("x", actor.membership, actor.role, 30)
    assert make_token(work, actor, wanted) == Refused(Reason.NOT_YOUR_ROLE)


def test_nobody_has_more_than_twenty(house: House) -> None:
    for _ in range(20):
        assert isinstance(tried_and_kept(house), MadeToken)
    answer = tried(house)
    assert isinstance(answer, Invalid)
    assert answer.problems[0].code == "too_many_tokens"


def tried_and_kept(house: House) -> object:
    actor = replace(house.actor("berta", "beratung"), second_factor_at=house.around.clock.now())
    work = house.work(actor)
    answer = make_token(work, actor, NewToken("x", actor.membership, actor.role, 1))
    work.finish()
    return answer.value if isinstance(answer, Done) else answer
