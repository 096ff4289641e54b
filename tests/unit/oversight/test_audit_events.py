from uuid import uuid4

import pytest

from caseflow.oversight import event_bundle
from caseflow.oversight.audit_events import audit_events
from caseflow.vocabulary.fhir import Release
from tests.factories.fhir import checked
from tests.factories.house import House
from tests.factories.log_line import log_line, look_of


@pytest.mark.parametrize("release", Release)
def test_entries_become_events_in_their_order(release: Release) -> None:
    lines = [log_line(), look_of(uuid4(), uuid4(), clients=(uuid4(), uuid4()))]
    made = [checked(each, release) for each in audit_events(lines, release, uuid4())]
    assert len({each["id"] for each in made}) == len(made) == 3


@pytest.mark.parametrize("release", Release)
def test_a_bundle_leads_to_those_behind_it(house: House, release: Release) -> None:
    work = house.work()
    full = checked(
        event_bundle(work, [log_line()], release, "https://example.org/?cursor=x"), release
    )
    assert full["link"] == [{"relation": "next", "url": "https://example.org/?cursor=x"}]
    last = checked(event_bundle(work, [log_line()], release, ""), release)
    assert "link" not in last
