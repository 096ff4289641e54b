from datetime import timedelta
from typing import cast

import pytest

from caseflow.database.tables.drafts import Draft
from caseflow.database.unit_of_work import Work
from caseflow.drafts import Window, discard_draft, keep_draft
from caseflow.drafts.rows import find_rows
from caseflow.drafts.windows import MOST, id_in
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done, Invalid, Problem
from tests.factories.drafts import keep, kept
from tests.factories.house import House, StoppedClock

ASKED = "/clients/new"
ONE, TWO = Window("one"), Window("two")


def test_what_is_typed_in_two_windows_stands_beside_each_other(house: House) -> None:
    lea = house.actor("lea", "beratung")
    clock = cast("StoppedClock", house.around.clock)
    for window, text in ((ONE, "Eins"), (TWO, "Zwei"), (ONE, "Eins und mehr"), (TWO, "Zwei.")):
        clock.advance(timedelta(seconds=1))
        keep(house, lea, ASKED, {"text": [text], "version": ["7"]}, window)
    found = kept(house, lea, ASKED)
    assert found is not None
    assert (found.typed["text"], found.elsewhere) == (["Zwei."], ("Eins und mehr",))
    # A window that was filled in with a draft goes on with it, as long as it is as it was read.
    for text in ("Drei", "Drei und mehr"):
        keep(house, lea, ASKED, {"text": [text]}, Window("three", found.mark))
    keep(house, lea, ASKED, {"text": ["Vier"]}, Window("four", found.mark))
    late = kept(house, lea, ASKED)
    assert late is not None
    told = {*late.elsewhere, *late.typed["text"]}
    assert told == {"Eins und mehr", "Drei und mehr", "Vier"}


def test_sent_from_one_window_the_words_of_the_other_stay(house: House) -> None:
    lea = house.actor("lea", "beratung")
    for window, text in ((ONE, "Eins"), (TWO, "Zwei")):
        keep(house, lea, ASKED, {"text": [text]}, window)
    for window in (ONE, ONE, Window("three")):
        work = house.work(lea)
        discard_draft(work, lea, ASKED, window)
        work.finish()
    found = kept(house, lea, ASKED)
    assert found is not None
    assert (found.typed, found.elsewhere) == ({"text": ["Zwei"]}, ())
    work = house.work(lea)
    discard_draft(work, lea, ASKED)
    work.finish()
    assert kept(house, lea, ASKED) is None


def test_there_are_only_so_many_windows_and_no_id_is_another_persons(house: House) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    for number in range(MOST):
        assert isinstance(keep(house, lea, ASKED, None, Window(str(number))), Done)
    refused = keep(house, lea, ASKED, None, Window("more"))
    assert refused == Invalid((Problem("draft", "too_many_drafts", {"most": str(MOST)}),))
    work = house.work(lea)
    assert len(find_rows(work, lea, ASKED)) == MOST
    ids = {id_in(work, who, place, ONE) for who in (lea, berta) for place in (ASKED, "/")}
    assert len(ids) == 4


def test_of_two_windows_that_begin_at_once_each_keeps_its_words(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    lea, looked = house.actor("lea", "beratung"), []
    keep(house, lea, ASKED, {"text": ["Eins"]}, ONE)

    def early(work: Work, actor: Actor, place: str) -> list[Draft]:
        looked.append(place)  # the first time what the other has kept is not there yet
        return [] if len(looked) == 1 else find_rows(work, actor, place)

    monkeypatch.setitem(keep_draft.__globals__, "find_rows", early)
    assert isinstance(keep(house, lea, ASKED, {"text": ["Zwei"]}, TWO), Done)
    found = kept(house, lea, ASKED)
    assert found is not None
    assert {*found.elsewhere, *found.typed["text"]} == {"Eins", "Zwei"}
