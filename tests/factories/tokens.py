"""Tokens of programs, made for people of the house."""

from dataclasses import replace

from caseflow.identity import MadeToken, NewToken, make_token
from caseflow.vocabulary.answers import Done
from tests.factories.house import House


def made(house: House, name: str, slug: str, days: int = 90, **other: object) -> MadeToken:
    """Make a token for a person who has just shown her second factor."""
    actor = replace(house.actor(name, slug), second_factor_at=house.around.clock.now())
    work = house.work(actor)
    wanted = NewToken("Auswertung", actor.membership, actor.role, days)
    answer = make_token(work, actor, replace(wanted, **other))  # type: ignore[arg-type]
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value
