"""A run lists what is due and not held, and nobody whom a wall keeps from who prepares it."""

from caseflow.subject_rights.retention import prepare_run, show_run
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Reason, Refused
from tests.factories.house import House
from tests.factories.retention import closed_client, held, prepared, years_later


def test_what_is_due_is_listed_and_nothing_else(house: House) -> None:
    assert prepared(house) == Invalid((Problem("", "nothing_due"),))
    due, claimed = closed_client(house), closed_client(house)
    held(house, claimed.id)
    assert prepared(house) == Invalid((Problem("", "nothing_due"),))
    years_later(house, 5)
    closed_client(house)
    answer = prepared(house)
    assert isinstance(answer, Done)
    olga = house.actor("olga", "datenschutz")
    shown = show_run(house.work(olga), olga, answer.value)
    assert isinstance(shown, Disclosed)
    assert [item.client for item in shown.value.items] == [due.id]


def test_nobody_else_prepares_one(house: House) -> None:
    lea = house.actor("lea", "beratung")
    assert prepare_run(house.work(lea), lea) == Refused(Reason.NOT_YOUR_ROLE)
