from datetime import date, timedelta

import pytest

from caseflow.cli.demo.chapters import Chapter, read_others, read_way
from caseflow.cli.demo.people import STAFF, UNITS
from tests.factories.house import configuration

FIRST = date(2026, 6, 1)
SLUGS = [unit.slug for unit in UNITS]


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


WAY = read_way(day)
EVERYBODY = [*WAY, *(chapter for way in read_others(day) for chapter in way)]


def test_the_way_leads_through_every_unit_once() -> None:
    assert [chapter.unit for chapter in WAY] == SLUGS
    arrivals = [chapter.arrives for chapter in WAY]
    assert arrivals == sorted(arrivals)
    assert all(chapter.name.keys() >= {"de", "en"} for chapter in WAY)


@pytest.mark.parametrize("chapter", WAY, ids=SLUGS)
def test_each_chapter_is_worth_reading(chapter: Chapter) -> None:
    known = configuration().catalogue.by_key
    assert len(chapter.facts) + len(chapter.entries) >= 20
    assert set(chapter.facts) <= set(known)
    assert chapter.goals
    assert chapter.summary


def test_the_work_lists_look_like_work() -> None:
    ways = read_others(day)
    assert 8 <= len(ways) <= 12
    assert any(way[0].anonymous for way in ways)
    names = "".join(str(way[0].facts.get("client_name", "")) for way in ways)
    for letters in ("ö", "ی", "Б"):
        assert any(each in names for each in (letters, "ي")), letters
    assert any(chapter.emergency for way in ways for chapter in way)


def test_whoever_works_with_her_belongs_to_the_unit() -> None:
    roles = {person.address: person.roles for person in STAFF}
    for chapter in EVERYBODY:
        assert chapter.unit in roles[chapter.person]


def test_nothing_happens_before_she_comes_or_after_today() -> None:
    for chapter in EVERYBODY:
        days = [entry.day for entry in chapter.entries]
        days += [paragraph.day for paragraph in chapter.summary]
        days += [goal.day for goal in chapter.goals]
        days += [step.day for goal in chapter.goals for step in goal.steps]
        assert all(chapter.arrives <= each <= 150 for each in days)


def test_a_day_of_the_story_stands_in_the_answers_as_people_write_it() -> None:
    incident = WAY[0].facts["last_incident"]
    assert isinstance(incident, dict)
    assert incident["date"] == "31.05.2026"
    assert "@" not in str(WAY[1].facts)
