"""The story offers to copy where a consent allows it, and says afterwards what is a copy."""

from uuid import uuid4

import pytest

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.copies import days_later, may_copy
from tests.factories.house import House
from tests.factories.known_clients import Storied

BUTTON = "In unsere Akte übernehmen"


@pytest.fixture
def frieda(visitor: Visitor) -> Visitor:
    """Return the case worker of the shelter, logged in."""
    visitor.log_in("frieda")
    return visitor


@pytest.fixture
def allowed(house: House, made: Storied) -> None:
    """Let the shelter copy two of her categories."""
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    may_copy(house, berta, Known(made.id, made.code), [shelter], ["violence", "identity"])


def test_without_a_consent_to_copy_nothing_is_offered(made: Storied, frieda: Visitor) -> None:
    story = f"/clients/{made.id}/story"
    assert BUTTON not in frieda.look(story).text
    sent = frieda.send(f"/clients/{made.id}/copies", "/look-up", entry=str(made.entry))
    assert sent.status_code == 404


@pytest.mark.usefixtures("allowed")
def test_an_entry_and_an_answer_are_copied_from_the_story(
    house: House, made: Storied, frieda: Visitor
) -> None:
    story, address = f"/clients/{made.id}/story", f"/clients/{made.id}/copies"
    offered = frieda.look(story).text
    assert f'name="entry" value="{made.entry}"' in offered
    assert 'name="question" value="client_name"' in offered
    for piece in ({"entry": str(made.entry)}, {"question": "client_name"}):
        answer = frieda.send(address, story, **piece)
        assert (answer.status_code, answer.location) == (303, story)
    after = frieda.look(story).text
    assert f'name="entry" value="{made.entry}"' not in after
    assert 'name="question" value="client_name"' not in after
    days_later(house, 400)
    frieda.log_in("frieda")
    assert "übernommen von Frauenhaus am 2. März 2026" in frieda.look(story).text.replace(
        "02.03.2026", "2. März 2026"
    )


@pytest.mark.usefixtures("allowed")
def test_what_is_not_there_is_not_copied(made: Storied, frieda: Visitor) -> None:
    address = f"/clients/{made.id}/copies"
    for piece in ({"entry": "x"}, {"entry": str(uuid4())}, {"question": "x"}, {}):
        assert frieda.send(address, "/look-up", **piece).status_code == 404
    assert frieda.send(address, "/look-up", question="x" * 101).status_code == 404
