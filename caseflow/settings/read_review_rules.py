"""Read what the officers' review looks for: [oversight.sample] and [oversight.rules]."""

from collections.abc import Mapping
from datetime import date, time

from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.review_rules import WEEKDAYS, ReviewRules, Sample
from caseflow.vocabulary.units import UnitKind

_NUMBERS = {
    "clients_a_day": (1, 10_000),
    "searched_times": (1, 100),
    "searched_least": (1, 10_000),
    "search_minutes": (1, 1440),
    "leaver_days": (1, 365),
    "leaver_times": (1, 100),
    "handed_out_a_day": (1, 10_000),
    "denials_in_a_row": (2, 10_000),
    "denials_a_day": (2, 10_000),
    "rate_times": (1, 100),
    "rate_least": (1, 100_000),
}
_LISTS = {"holidays", "round_the_clock"}
_ALL = 100  # percent
_MOST = 10_000


def read_review_rules(table: Table) -> ReviewRules:
    """Return the rules; there are no defaults in the code for a number that was left out."""
    table.only({"sample", "rules"})
    rules = table.table("rules")
    rules.only({*_NUMBERS, *_LISTS, "hours"})
    numbers = {key: rules.number(key, *bounds) for key, bounds in _NUMBERS.items()}
    kinds = rules.some_of("round_the_clock", [kind.value for kind in UnitKind])
    return ReviewRules(
        sample=_sample(table.table("sample")),
        hours=_hours(rules.table("hours")),
        round_the_clock=frozenset(UnitKind(each) for each in kinds),
        holidays=frozenset(_day(rules, each) for each in rules.texts("holidays")),
        **numbers,
    )


def _sample(table: Table) -> Sample:
    table.only({"percent", "least", "most"})
    least = table.number("least", 1, _MOST)
    return Sample(table.number("percent", 0, _ALL), least, table.number("most", least, _MOST))


def _hours(table: Table) -> Mapping[str, tuple[time, time]]:
    table.only(WEEKDAYS)
    return {day: _span(table, day) for day in table.values}


def _span(table: Table, day: str) -> tuple[time, time]:
    begin, _, end = table.text(day).partition("-")
    try:
        found = time.fromisoformat(begin.strip()), time.fromisoformat(end.strip())
    except ValueError:
        found = time(), time()
    if found[0] >= found[1]:
        raise table.wrong("`{day}` must be hours such as 07:00-20:00", day, day=day)
    return found


def _day(table: Table, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise table.wrong(
            "`{text}` is no day; write for example 2026-12-25", "holidays", text=text
        ) from None
