from datetime import timedelta
from importlib import import_module

import pytest

from caseflow.oversight import LogLine, LogPage, LogQuery, look_at_log
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import consented, new_client
from tests.factories.house import House, StoppedClock
from tests.factories.integrated import integrated
from tests.unit.vault.reading import newest, read


def looked(house: House, query: LogQuery, after: int | None = None) -> LogPage:
    olga = house.actor("olga", "datenschutz")
    answer = look_at_log(house.work(olga), olga, query, after)
    assert isinstance(answer, Disclosed), answer
    return answer.value


@pytest.fixture
def berta(house: House) -> Actor:
    return house.actor("berta", "beratung")


def test_a_line_names_who_what_whom_and_why(house: House, berta: Actor) -> None:
    known = new_client(house, berta, "Olena")
    read(house, berta, known)
    integrated(house)
    line = looked(house, LogQuery(act=Act.STORY_READ)).lines[0]
    assert (line.staff_name, line.unit_name, line.role) == ("Berta", "Beratung", "caseworker")
    assert (line.client, line.permitted, line.purpose) == (known.id, True, "case_work")
    assert [(each.unit, each.category) for each in line.drawers] == [("Beratung", "identity")]
    assert sorted(basis.kind for basis in line.bases) == ["membership", "own_unit"]
    assert "Olena" not in str(line)


def test_a_client_is_asked_for_by_her_code_or_her_id(house: House, berta: Actor) -> None:
    known, other = new_client(house, berta), new_client(house, berta)
    for each in (known, other):
        read(house, berta, each)
    integrated(house)
    for asked in (known.code, known.code.lower().replace("-", " "), str(known.id)):
        [line] = looked(house, LogQuery(client=asked, act=Act.STORY_READ)).lines
        assert line.client == known.id


def test_the_look_is_an_entry_and_says_what_was_asked(house: House, berta: Actor) -> None:
    known = new_client(house, berta)
    since = house.around.clock.now()
    looked(
        house,
        LogQuery(client=known.code, staff=berta.staff, acts=frozenset({Act.LOGIN}), since=since),
        after=7,
    )
    told = newest(house, Act.LOG_READ)
    assert told["client"] == str(known.id)
    assert told["details"] == {
        "staff": str(berta.staff),
        "acts": "login",
        "since": "2026-03-02T09:00:00.000000Z",
        "after": "7",
    }


def test_an_unknown_code_and_an_id_never_issued_have_no_entries(house: House, berta: Actor) -> None:
    new_client(house, berta)
    integrated(house)
    for unknown in ("0000-0000-0000-0000-01", str(new_id())):
        assert looked(house, LogQuery(client=unknown)) == LogPage((), None)


def test_a_text_that_is_neither_is_named(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    answer = look_at_log(house.work(olga), olga, LogQuery(client="Olena"))
    assert answer == Invalid((Problem("client", "no_client_code", {"given": "Olena"}),))


def _not_looks(page: LogPage) -> list[LogLine]:
    """Return the lines but for the looks of the test itself, which the next look shows."""
    return [line for line in page.lines if line.act != Act.LOG_READ]


def test_what_is_staged_is_brought_in_first(house: House, berta: Actor) -> None:
    known = new_client(house, berta)
    read(house, berta, known)
    [line] = looked(house, LogQuery(act=Act.STORY_READ)).lines
    assert line.client == known.id


def test_every_filter_narrows(house: House, berta: Actor, clock: StoppedClock) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    clock.advance(timedelta(hours=1))
    assert isinstance(read(house, frieda, known), Refused)
    integrated(house)
    later = clock.now()
    everything = _not_looks(looked(house, LogQuery()))
    for query, fits in (
        (LogQuery(staff=frieda.staff), 1),
        (LogQuery(unit=frieda.unit), 1),
        (LogQuery(permitted=False), 1),
        (LogQuery(permitted=True), len(everything) - 1),
        (LogQuery(since=later), 1),
        (LogQuery(until=later), len(everything) - 1),
        (LogQuery(basis=consent.id), 0),
        (LogQuery(acts=frozenset({Act.STORY_READ, Act.CONSENT_RECORD})), 2),
    ):
        assert len(_not_looks(looked(house, query))) == fits, query
    [refused] = looked(house, LogQuery(permitted=False)).lines
    assert refused.refused_because == Reason.NOT_OPEN


def test_it_goes_on_page_by_page(
    house: House, berta: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = new_client(house, berta)
    for _ in range(3):
        read(house, berta, known)
    integrated(house)
    module = import_module("caseflow.oversight.look_at_log")
    monkeypatch.setattr(module, "SHOWN_AT_MOST", 2)
    reads = LogQuery(act=Act.STORY_READ)
    first = looked(house, reads)
    second = looked(house, reads, first.next)
    assert [len(page.lines) for page in (first, second)] == [2, 1]
    assert second.next is None
    positions = [line.position for page in (first, second) for line in page.lines]
    assert positions == sorted(set(positions), reverse=True)


def test_nobody_but_an_officer_looks(house: House, berta: Actor) -> None:
    for query in (LogQuery(), LogQuery(client=str(new_id()))):
        work = house.work(berta)
        assert isinstance(look_at_log(work, berta, query), Refused)
        assert newest(house, Act.LOG_READ)["decision"] == "refused"
