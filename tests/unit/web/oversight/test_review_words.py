import pytest
from flask import Flask

from caseflow.oversight.review import Hit
from caseflow.oversight.rules import QUERIES
from caseflow.vocabulary.hindsight import Lost, Outcome
from caseflow.vocabulary.review_rules import Rule
from caseflow.web.oversight.review_words import count_name, rule_name, why

NUMBERS = {
    "clients": "1",
    "day": "2026-03-02",
    "median": "1",
    "last": "2",
    "usual": "1",
    "rate": "3",
}


def _hit(rule: Rule, **values: str) -> Hit:
    return Hit(rule, None, None, 7, (1,), {**NUMBERS, **values})


@pytest.mark.usefixtures("reading")
def test_every_rule_and_verdict_has_its_sentence() -> None:
    verdicts = [*Lost, Outcome.NO_BASIS, Outcome.BASIS_DIFFERS]
    told = [why(_hit(Rule.NO_BASIS, verdict=each)) for each in verdicts]
    rules = [query.rule for query in QUERIES if query.rule is not Rule.LEAVER]
    told += [why(_hit(rule)) for rule in rules]
    told += [why(_hit(Rule.LEAVER, when=each)) for each in ("before", "after")]
    told.append(why(_hit(Rule.DENIALS, when="day")))
    assert len(set(told)) == len(told)
    assert all("%" not in each for each in told)


@pytest.mark.usefixtures("reading")
def test_days_and_measures_stand_as_they_are_written_here() -> None:
    assert "21,5." in why(_hit(Rule.RATE, rate="99.0", usual="21.5"))
    assert why(_hit(Rule.RATE, rate="99.0")).startswith("99 ")
    assert "02.03.2026" in why(_hit(Rule.BULK))


@pytest.mark.usefixtures("reading")
def test_what_was_counted_has_its_name() -> None:
    assert count_name("rule_bulk") == rule_name("bulk") == rule_name(Rule.BULK)
    assert count_name("entries") != "entries"
    assert rule_name("of a later version") == "of a later version"


@pytest.fixture
def reading(app: Flask) -> object:
    """Read a page."""
    with app.test_request_context():
        yield
