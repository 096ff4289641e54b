from datetime import timedelta
from threading import Thread

import pytest
from sqlalchemy import update

from caseflow.database.tables.other_log_ins import KnownBrowser
from caseflow.identity.known_browsers import (
    browser_of,
    browsers_of,
    forget_browser,
    forget_browsers,
    remember_browser,
)
from tests.factories.house import House, StoppedClock
from tests.factories.houses import on_postgresql
from tests.unit.identity.people import forge, outrun

HALT = 0.3  # seconds; the other log-in takes a tenth of that
PATIENCE = 20.0


def test_a_browser_is_known_for_its_time_from_the_last_log_in(
    house: House, clock: StoppedClock
) -> None:
    work, berta = house.work(), house.staff["berta"]
    lasts = work.configuration.limits.known_browser
    token = remember_browser(work, berta, "")
    clock.advance(lasts - timedelta(seconds=1))
    found = browser_of(work, berta, token)
    assert found is not None
    assert remember_browser(work, berta, token) == token
    assert (found.since, found.seen_at) == (clock.at - lasts + timedelta(seconds=1), clock.at)
    clock.advance(lasts)
    assert browser_of(work, berta, token) is None
    assert browsers_of(work, berta) == []
    assert remember_browser(work, berta, token) == token  # its old row is in nobody's way
    assert len(browsers_of(work, berta)) == 1


def test_two_who_share_a_browser_do_not_push_each_other_out(house: House) -> None:
    work, (berta, lea) = house.work(), (house.staff["berta"], house.staff["lea"])
    token = remember_browser(work, berta, "")
    assert browser_of(work, lea, token) is None
    assert remember_browser(work, lea, token) == token
    assert browser_of(work, berta, token) is not None
    assert browser_of(work, lea, token) is not None
    digests = [each.digest for each in work.session.query(KnownBrowser)]
    assert len(set(digests)) == 2
    forget_browsers(work, berta)
    assert browser_of(work, berta, token) is None
    assert browser_of(work, lea, token) is not None


@pytest.mark.parametrize("planted", ["x", "a" * 65, "\udc00" * 65, "ä" * 65, "x" * 5000])
def test_nobody_chooses_what_a_browser_is_known_by(house: House, planted: str) -> None:
    work, berta = house.work(), house.staff["berta"]
    assert browser_of(work, berta, planted) is None
    token = remember_browser(work, berta, planted)
    assert token != planted
    assert browser_of(work, berta, planted) is None
    assert browser_of(work, berta, token) is not None


def test_one_is_forgotten_and_the_others_stay(house: House) -> None:
    work, berta = house.work(), house.staff["berta"]
    tokens = [remember_browser(work, berta, "") for _ in range(2)]
    gone = browser_of(work, berta, tokens[0])
    assert gone is not None
    forget_browser(work, gone)
    assert [browser_of(work, berta, each) is None for each in tokens] == [True, False]


def test_a_changed_row_makes_nobody_known_and_is_told(house: House) -> None:
    work, (berta, lea) = house.work(), (house.staff["berta"], house.staff["lea"])
    token = remember_browser(work, berta, "")
    work.session.flush()
    row = work.session.query(KnownBrowser).one().id
    forge(work, KnownBrowser, row, since=work.clock.now() + timedelta(days=1))
    assert browser_of(work, berta, token) is None
    assert [each.row for each in work.alarms] == [row]
    assert remember_browser(work, berta, token) == token
    assert browser_of(work, berta, token) is not None
    # Moved to another person it is not come upon: the digest is of its own.
    moved = update(KnownBrowser).values(staff_id=lea)
    work.session.execute(moved, execution_options={"synchronize_session": False})
    assert browser_of(work, lea, token) is None


def test_of_two_log_ins_at_once_both_come_in(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    work, berta = house.work(), house.staff["berta"]
    token = remember_browser(work, berta, "")
    found = browser_of(work, berta, token)
    assert found is not None
    outrun(work, found)
    monkeypatch.setattr("caseflow.identity.known_browsers.browser_of", lambda *_: found)
    assert remember_browser(work, berta, token) == token


# SQLite has one writer at a time: the second log-in waits, and finds her known.
@on_postgresql
def test_two_log_ins_at_once_in_a_browser_of_two_make_her_known_once(house: House) -> None:
    first, second = house.work(), house.work()
    token = remember_browser(first, house.staff["lea"], "")
    first.finish()
    berta, kept = house.staff["berta"], list[str]()

    def beside() -> None:
        kept.append(remember_browser(second, berta, token))
        second.finish()

    assert remember_browser(first, berta, token) == token
    first.session.flush()
    other = Thread(target=beside)
    other.start()
    other.join(HALT)
    first.finish()
    other.join(PATIENCE)
    assert kept == [token]
    assert len(browsers_of(house.work(), berta)) == 1
