"""A client with a story, and programs of those who may and may not read it."""

import pytest
from flask import Flask

from tests.factories.programs import Program
from tests.factories.storied_house import house, made, told

__all__ = ["berta", "frieda", "house", "ida", "made", "told"]


@pytest.fixture
def berta(app: Flask) -> Program:
    """Return the program of the case worker of counselling, where the story was written."""
    return Program(app, "berta")


@pytest.fixture
def frieda(app: Flask) -> Program:
    """Return the program of the case worker of the shelter, which reads under her consent."""
    return Program(app, "frieda")


@pytest.fixture
def ida(app: Flask) -> Program:
    """Return the program of housing's intake, for which she does not exist."""
    return Program(app, "ida")
