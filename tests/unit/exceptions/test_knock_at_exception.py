from uuid import UUID, uuid4

import pytest

from caseflow.exceptions import knock_at_exception
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.lawful import excepted, ground
from tests.unit.vault.reading import newest


@pytest.fixture
def exception(house: House, shared: Known) -> UUID:
    asked = ground([house.units["beratung"]], "violence")
    return excepted(house, house.actor("frieda", "frauenhaus"), shared, asked)


def test_whose_business_it_is_passes(house: House, exception: UUID) -> None:
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    assert knock_at_exception(work, lea, Act.EXCEPTION_ANSWER, exception) is None
    assert knock_at_exception(work, lea, Act.EXCEPTION_ANSWER, exception, again=True) is None
    work.finish()
    assert newest(house, Act.EXCEPTION_ANSWER)["details"] == {"again": "yes"}


def test_for_others_it_was_never_issued(house: House, exception: UUID) -> None:
    lea = house.actor("lea", "beratung")
    for one in (exception, uuid4()):
        work = house.work(lea)
        answer = knock_at_exception(work, lea, Act.EXCEPTION_END, one)
        work.finish()
        assert answer == Refused(Reason.NOT_OPEN)
