"""A lead of counselling, and an administrator."""

import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.desk_forms import administrator, visiting
from tests.factories.house import House


@pytest.fixture
def lea(app: Flask, house: House) -> Visitor:
    """Return the lead, acting in counselling."""
    return visiting(app, "lea", house, "beratung")


@pytest.fixture
def ada(app: Flask, house: House) -> Visitor:
    """Return the administrator."""
    return administrator(app, house)
