from uuid import UUID, uuid4

import pytest

from caseflow.database.sealed_rows import change
from caseflow.database.tables.exceptions import LawfulException
from caseflow.exceptions import ExceptionDetail, show_exception
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.lawful import CHILD, excepted, ground
from tests.unit.vault.reading import log, newest


@pytest.fixture
def exception(house: House, shared: Known) -> UUID:
    asked = ground([house.units["beratung"]], "violence")
    return excepted(house, house.actor("frieda", "frauenhaus"), shared, asked)


def shown(house: House, name: str, slug: str, exception: UUID) -> ExceptionDetail | Refused:
    actor = house.actor(name, slug)
    answer = show_exception(house.work(actor), actor, exception)
    return answer.value if isinstance(answer, Disclosed) else answer


def test_officers_read_what_was_said_and_nobody_else(house: House, exception: UUID) -> None:
    for name, slug in (("frieda", "frauenhaus"), ("lea", "beratung")):
        detail = shown(house, name, slug, exception)
        assert isinstance(detail, ExceptionDetail)
        assert (detail.exception.id, detail.said) == (exception, {})
    detail = shown(house, "olga", "datenschutz", exception)
    assert isinstance(detail, ExceptionDetail)
    assert (detail.said, detail.damaged) == (CHILD, False)
    assert newest(house, Act.REASON_READ)["details"] == {"exception": str(exception)}


def test_what_is_damaged_is_an_alarm(house: House, exception: UUID) -> None:
    work = house.work()
    row = work.session.query(LawfulException).one()
    change(work, row, grounds=row.grounds[:-1] + bytes([row.grounds[-1] ^ 1]))
    work.finish()
    detail = shown(house, "olga", "datenschutz", exception)
    assert isinstance(detail, ExceptionDetail)
    assert (detail.said, detail.damaged) == ({}, True)
    assert [each["act"] for each in log(house)][-1] == Act.ALARM_KEY


def test_for_everybody_else_it_was_never_issued(house: House, exception: UUID) -> None:
    for one in (exception, uuid4()):
        for name, slug in (("wanda", "wohnen"), ("berta", "beratung")):
            assert shown(house, name, slug, one) == Refused(Reason.NOT_OPEN)
