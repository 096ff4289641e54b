from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest
from sqlalchemy.exc import IntegrityError

from caseflow.database.tables.drafts import Draft
from caseflow.drafts import keep_draft
from caseflow.drafts.keep_draft import is_secret
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem
from caseflow.vocabulary.draft_rule import DraftRule
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.drafts import TYPED, keep, kept
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import log

ASKED = "/clients/00000000-0000-4000-8000-000000000001/entries/new"


def test_it_is_kept_for_her_in_this_unit_and_the_newest_counts(house: House) -> None:
    lea = house.actor("lea", "beratung")
    clock = cast("StoppedClock", house.around.clock)
    assert keep(house, lea, ASKED) == Done(clock.now())
    first = kept(house, lea, ASKED)
    assert first is not None
    assert first.typed == TYPED
    clock.advance(timedelta(minutes=3))
    assert keep(house, lea, ASKED, {"text": ["neu"]}) == Done(clock.now())
    newer = kept(house, lea, ASKED)
    assert newer is not None
    assert (newer.typed, newer.kept_at) == ({"text": ["neu"]}, clock.now())
    for name, slug in (("lea", "frauenhaus"), ("berta", "beratung")):
        assert kept(house, house.actor(name, slug), ASKED) is None
    assert kept(house, lea, ASKED.replace("entries", "goals")) is None
    # The entries name ids: once that it was begun, and each time that it was opened.
    told = [each for each in log(house) if each["act"].startswith("draft.")]
    assert [each["act"] for each in told] == [Act.DRAFT_KEEP, Act.DRAFT_READ, Act.DRAFT_READ]
    assert {each["client"] for each in told} == {ASKED.split("/")[2]}
    assert "angerufen" not in str(told)


def test_whatever_leads_to_something_is_not_kept(house: House) -> None:
    lea = house.actor("lea", "beratung")
    secret = {
        "password": ["x"],
        "old_password": ["x"],
        "code": ["x"],
        "desk-card": ["x"],
        "factor-code": ["x"],
        "client_code": ["x"],
        "factor-passkey": ["x"],
        "csrf_token": ["x"],
        "acting": ["x"],
        "shown": ["x"],
        "speak": ["x"],
    }
    keep(house, lea, ASKED, {**secret, "postal_code": ["x"], "text": ["ja"]})
    found = kept(house, lea, ASKED)
    assert found is not None
    assert found.typed == {"postal_code": ["x"], "text": ["ja"]}
    assert not is_secret("codename")


def test_too_much_and_too_many_are_said_and_nothing_kept_is_lost(house: House) -> None:
    lea = house.actor("lea", "beratung")
    rule = DraftRule(timedelta(days=1), 1000, 1)
    house.around = replace(
        house.around, configuration=replace(house.around.configuration, drafts=rule)
    )
    keep(house, lea, ASKED)
    too_large = Problem("draft", "draft_too_large", {"most": "1"})
    assert keep(house, lea, ASKED, {"text": ["a" * 1000]}) == Invalid((too_large,))
    assert isinstance(keep(house, lea, ASKED, {"text": ["س" * 480]}), Done)  # of two bytes each
    assert keep(house, lea, ASKED, {"text": ["س" * 500]}) == Invalid((too_large,))
    too_many = Problem("draft", "too_many_drafts", {"most": "1"})
    assert keep(house, lea, "/clients/new") == Invalid((too_many,))
    assert keep(house, lea, "no path") == Invalid((Problem("draft", "no_form"),))
    assert isinstance(keep(house, lea, ASKED), Done)  # the one that is there goes on
    found = kept(house, lea, ASKED)
    assert found is not None
    assert found.typed == TYPED
    # After its time it counts for nothing, and whoever keeps one next deletes it.
    cast("StoppedClock", house.around.clock).advance(timedelta(days=1, seconds=1))
    assert kept(house, lea, ASKED) is None
    assert isinstance(keep(house, house.actor("berta", "beratung"), "/clients/new"), Done)
    with house.sessions() as session:
        assert [each.staff_id for each in session.query(Draft)] == [house.staff["berta"]]


def test_a_client_who_was_never_there_is_answered_alike(house: House) -> None:
    lea = house.actor("lea", "beratung")
    assert isinstance(keep(house, lea, f"/clients/{new_id()}/entries/new"), Done)


@pytest.mark.parametrize("beaten", [2, 3])
def test_who_is_beaten_tries_again_and_in_the_end_says_it(
    house: House, monkeypatch: pytest.MonkeyPatch, beaten: int
) -> None:
    lea = house.actor("lea", "beratung")
    seal, tries = keep_draft.__globals__["seal_draft"], []

    def late(*asked: object) -> Draft:
        tries.append(1)
        if len(tries) <= beaten:
            raise IntegrityError("", None, Exception())
        return cast("Draft", seal(*asked))

    monkeypatch.setitem(keep_draft.__globals__, "seal_draft", late)
    work = house.work(lea)
    if beaten == 3:
        with pytest.raises(Stale):
            keep_draft(work, lea, ASKED, TYPED)
    else:
        assert isinstance(keep_draft(work, lea, ASKED, TYPED), Done)
    assert len(tries) == 3
