from datetime import UTC, datetime, timedelta, timezone

import pytest

from caseflow.api.schemas import Instant, Out, Saved, listing, several
from caseflow.http.schemas import InSchema, read
from caseflow.vocabulary.answers import Invalid, Problem


class Asked(InSchema):
    words = several()


class Told(Out):
    at = Instant()


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=2))])
def test_instants_are_told_in_utc(zone: timezone) -> None:
    at = datetime(2026, 3, 1, 12, 30, tzinfo=UTC).astimezone(zone)
    assert Told().dump({"at": at}) == {"at": "2026-03-01T12:30:00Z"}
    assert Told().dump({"at": None}) == {"at": None}


def test_nothing_empty_means_all() -> None:
    assert read(Asked(), {"words": ["a"]}) == {"words": ["a"]}
    assert read(Asked(), {"words": []}) == Invalid((Problem("words", "empty_list"),))
    assert read(Asked(), {}) == Invalid((Problem("words", "required"),))


def test_a_list_tells_its_items_and_where_to_go_on() -> None:
    saved = {"id": "3804c8e1-56e7-4b84-bc0c-03d8dbd15ac5", "version": 1}
    schema = listing(Saved, "SavedList")
    assert schema is listing(Saved, "SavedList")
    assert schema().dump({"items": [saved], "next": None}) == {"items": [saved], "next": None}
