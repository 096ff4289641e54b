from datetime import timedelta
from uuid import UUID

import pytest

from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from tests.factories.clients import Known
from tests.factories.house import House, StoppedClock
from tests.factories.lawful import (
    answered,
    ended,
    excepted,
    exception_row,
    ground,
    next_request,
)
from tests.unit.vault.reading import newest, read, texts


@pytest.fixture
def exception(house: House, shared: Known) -> UUID:
    asked = ground([house.units["beratung"]], "violence")
    made = excepted(house, house.actor("frieda", "frauenhaus"), shared, asked)
    answered(house, house.actor("lea", "beratung"), made)
    next_request(house, house.actor("berta", "beratung"))
    return made


@pytest.mark.parametrize(
    ("name", "slug"), [("frieda", "frauenhaus"), ("lea", "frauenhaus"), ("olga", "datenschutz")]
)
def test_the_unit_that_asked_or_an_officer_ends_it(
    house: House, shared: Known, exception: UUID, name: str, slug: str
) -> None:
    frieda, actor = house.actor("frieda", "frauenhaus"), house.actor(name, slug)
    assert texts(read(house, frieda, shared)) == ["Gewalt"]
    assert ended(house, actor, exception) == Done(shared.id)
    assert texts(read(house, frieda, shared)) == []
    row = exception_row(house, exception)
    assert (row.ended_by, row.refused) == (actor.staff, False)
    told = newest(house, Act.EXCEPTION_END)
    assert [(each["id"], each["use"]) for each in told["ended"]] == [(str(exception), 1)]
    assert [each["act"] for each in told["keys"]] == ["key.revoke"]
    assert ended(house, actor, exception) == Refused(Reason.TOO_LATE)


def test_the_owning_unit_does_not_end_it(house: House, exception: UUID) -> None:
    assert ended(house, house.actor("lea", "beratung"), exception) == Refused(Reason.NOT_OPEN)


def test_what_has_run_out_is_too_late(house: House, exception: UUID, clock: StoppedClock) -> None:
    clock.advance(timedelta(days=15))
    late = Refused(Reason.TOO_LATE)
    assert ended(house, house.actor("frieda", "frauenhaus"), exception) == late
