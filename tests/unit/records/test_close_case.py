from uuid import uuid4

from caseflow.records.close_case import close_case
from caseflow.records.create_client import create_client
from caseflow.records.open_case import open_case
from caseflow.records.open_story import open_story
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.clients import Known
from tests.factories.house import House
from tests.unit.records.desk_work import create, do, done, story, traces


def test_a_closed_case_opens_with_a_reason_only(house: House) -> None:
    berta = house.actor("berta", "beratung")
    created = done(do(house, berta, create_client, {"client_name": "Amal"}))
    assert done(do(house, berta, close_case, created.case, "Umzug")) == created.case
    known = Known(created.id, created.code)
    refused = open_story(house.work(berta), berta, known.id)
    assert refused == Refused(Reason.REASON_NEEDED)
    assert len(story(house, berta, known, reason="Rückfrage des Gerichts").facts) == 1
    (told,) = traces(house, Act.CASE_CLOSE)
    assert [row["table"] for row in told["rows"]] == ["cases"]
    assert "reason_digest" in told
    assert "Umzug" not in str(told)


def test_it_is_closed_once(house: House) -> None:
    berta = house.actor("berta", "beratung")
    created = done(do(house, berta, create_client, {}))
    done(do(house, berta, close_case, created.case))
    assert do(house, berta, close_case, created.case) == Refused(Reason.TOO_LATE)


def test_only_who_is_assigned_or_leads_closes_it(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    created = done(do(house, lea, create_client, {}))
    assert do(house, berta, close_case, created.case) == Refused(Reason.NOT_YOUR_ROLE)
    done(do(house, lea, close_case, created.case))


def test_no_other_units_case_and_none_that_is_not_there(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    created = done(do(house, berta, create_client, {}))
    create(house, frieda)
    for case in (created.case, uuid4()):
        assert do(house, frieda, close_case, case) == Refused(Reason.NOT_OPEN)


def test_a_former_case_is_not_the_one_that_is_closed(house: House) -> None:
    berta = house.actor("berta", "beratung")
    created = done(do(house, berta, create_client, {}))
    done(do(house, berta, close_case, created.case))
    done(do(house, berta, open_case, created.id, "zurück"))
    assert do(house, berta, close_case, created.case) == Refused(Reason.NOT_OPEN)
