import pytest

from caseflow.cli.demo.stage import must
from caseflow.identity import list_units
from caseflow.records import create_client
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Refused
from caseflow.vocabulary.errors import OperatorError
from tests.unit.cli.demo.conftest import Founded


def test_a_person_acts_in_her_unit_until_she_leaves(founded: Founded) -> None:
    stage, _ = founded
    lead = stage.enter("leitung@demo.example", "wohnen")
    who = lead.try_to(lambda _, who: who)
    assert isinstance(who, Actor)
    units = {unit.id: unit.slug for unit in stage.alone(list_units)}
    assert (units[who.unit], who.role) == ("wohnen", Role.LEAD)
    assert must(lead.try_to(create_client, {})).code
    lead.leave()
    with pytest.raises(OperatorError, match="session"):
        lead.try_to(create_client, {})


def test_nobody_enters_where_she_does_not_belong(founded: Founded) -> None:
    stage, _ = founded
    with pytest.raises(OperatorError, match="wohnen"):
        stage.enter("beratung@demo.example", "wohnen")
    with pytest.raises(OperatorError, match="password"):
        stage.enter("nobody@demo.example")


def test_the_story_has_no_place_for_a_refusal() -> None:
    assert must(Done(1)) == must(Disclosed(1)) == 1
    for answer in (Refused(), Invalid((Problem("name", "missing"),))):
        with pytest.raises(OperatorError, match="does not fit"):
            must(answer)
