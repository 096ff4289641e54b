from datetime import timedelta
from typing import cast

import pytest

from caseflow.database.tables.drafts import Draft
from caseflow.drafts import Window, draft_at, keep_draft
from caseflow.drafts.places import tag_of
from caseflow.identity.end_rows import end_rows
from caseflow.identity.take_keys import take_keys
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.drafts import keep, kept
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import log

ASKED = "/clients/new"


def test_one_that_was_put_at_another_persons_place_opens_to_nobody_and_is_an_alarm(
    house: House,
) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    keep(house, lea, ASKED)
    work = house.work()
    work.session.query(Draft).update(
        {Draft.staff_id: berta.staff, Draft.place: tag_of(work, berta, ASKED)}
    )
    work.finish()
    assert kept(house, berta, ASKED) is None
    told = [each["act"] for each in log(house)]
    assert [act for act in told if act != Act.DRAFT_KEEP][-2:] == [Act.DRAFT_READ, Act.ALARM_KEY]


def test_whom_the_older_words_of_another_window_are_about_counts_too(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    known = new_client(house, berta).id
    for number, about in enumerate((known, None)):
        monkeypatch.setitem(keep_draft.__globals__, "client_of", lambda *_, about=about: about)
        keep(house, lea, ASKED, None, Window(str(number)))
        cast("StoppedClock", house.around.clock).advance(timedelta(seconds=1))
    assert kept(house, lea, ASKED) is not None
    monkeypatch.setitem(
        draft_at.__globals__, "hidden_clients", lambda _work, _who, clients: {known} & clients
    )
    assert kept(house, lea, ASKED) is None


def test_it_is_traced_and_committed_before_it_is_opened(house: House) -> None:
    lea = house.actor("lea", "beratung")
    keep(house, lea, ASKED)
    work = house.work(lea)
    found = draft_at(work, lea, ASKED)
    assert found is not None
    assert "angerufen" not in repr(found)
    work.abandon()  # whatever comes of the page: that she has seen it stays
    assert [each["act"] for each in log(house)][-1] == Act.DRAFT_READ


def test_nothing_is_left_after_a_departure(house: House) -> None:
    lea, elsewhere = house.actor("lea", "beratung"), house.actor("lea", "frauenhaus")
    for actor in (lea, elsewhere):
        keep(house, actor, ASKED)
    work = house.work(lea)
    end_rows(work, [house.memberships["lea", "beratung"]])
    work.finish()
    with house.sessions() as session:
        assert [each.unit_id for each in session.query(Draft)] == [elsewhere.unit]
    work = house.work()
    take_keys(work, lea.staff, new_id())
    work.finish()
    with house.sessions() as session:
        assert session.query(Draft).count() == 0
