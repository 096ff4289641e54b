from uuid import UUID

from flask import Flask, g

from caseflow.api.knock_for import knock_by, knock_for
from caseflow.http import current
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.vault.reading import newest


def test_it_knocks_for_the_one_act_and_traces_that_an_answer_is_given_again(
    house: House, app: Flask, client: UUID
) -> None:
    berta = house.actor("berta", "beratung")
    with app.test_request_context():
        g.work = house.work(berta)
        current.hold_who(berta, ())
        assert knock_for(Act.STORY_READ)(client) is None
        assert knock_for(Act.STORY_READ)(new_id()) == Refused()
        assert knock_for(Act.WALL_LIFT)(client) == Refused(Reason.NOT_YOUR_ROLE)
        assert knock_for(Act.FACT_WRITE)(client, again=True) is None
        g.work.finish()
    assert newest(house, Act.FACT_WRITE)["details"] == {"again": "yes"}


def test_a_row_is_knocked_at_as_its_room_looks_at_it(house: House, app: Flask) -> None:
    asked: list[object] = []

    def room(*about: object, again: bool) -> Refused:
        asked.append((*about, again))
        return Refused()

    row, berta = new_id(), house.actor("berta", "beratung")
    with app.test_request_context():
        g.work = house.work(berta)
        current.hold_who(berta, ())
        assert knock_by(room, Act.MERGE_UNDO)(merge=row, again=True) == Refused()
        assert asked == [(g.work, berta, Act.MERGE_UNDO, row, True)]
