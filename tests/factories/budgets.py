"""A house whose staff may open few clients within an hour."""

import dataclasses
from datetime import timedelta

import pytest

from caseflow.vocabulary.configuration import ReadingBudget
from tests.factories.house import House


def narrow(house: House, patch: pytest.MonkeyPatch, clients: int, pause: int = 30) -> None:
    """Let the budget of reading be that many clients, and the pause so many minutes."""
    budget = ReadingBudget(clients, timedelta(minutes=pause))
    had = house.around.configuration
    limits = dataclasses.replace(had.limits, reading=budget)
    kept = dataclasses.replace(had, limits=limits)
    patch.setattr(house, "around", dataclasses.replace(house.around, configuration=kept))
