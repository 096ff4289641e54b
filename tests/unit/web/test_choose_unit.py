from uuid import uuid4

import pytest

from tests.factories.application import Visitor
from tests.factories.house import House


@pytest.fixture
def lea(visitor: Visitor) -> Visitor:
    visitor.log_in("lea")
    return visitor


def test_her_units_are_shown_and_none_is_chosen(lea: Visitor) -> None:
    text = lea.look("/unit").text
    assert "Beratung" in text
    assert "Frauenhaus" in text
    assert "Wohnen" not in text
    assert 'aria-current="true"' not in text


def test_the_chosen_unit_is_acted_in(house: House, lea: Visitor) -> None:
    chosen = str(house.memberships["lea", "frauenhaus"].id)
    answer = lea.send("/unit", membership=chosen, next="/unit")
    assert (answer.status_code, answer.location) == (303, "/unit")
    assert f'value="{chosen}" aria-current="true"' in lea.look("/unit").text


@pytest.mark.parametrize("name", ["berta", "ida"])
def test_the_membership_of_another_is_no_choice(house: House, lea: Visitor, name: str) -> None:
    theirs = next(row for (who, _), row in house.memberships.items() if who == name)
    refused = lea.send("/unit", membership=str(theirs.id))
    unknown = lea.send("/unit", membership=str(uuid4()))
    assert refused.status_code == unknown.status_code == 404


def test_what_is_no_id_is_said_on_the_form(lea: Visitor) -> None:
    answer = lea.send("/unit", membership="frauenhaus", next="/x")
    assert answer.status_code == 422
    assert 'name="next" value="/x"' in answer.text
