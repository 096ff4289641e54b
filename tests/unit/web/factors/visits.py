"""People who come to the pages with a second factor."""

import re

from flask import Flask

from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.second_factors import Factored, code_now


def came_in(app: Flask, house: House, name: str, made: Factored) -> Visitor:
    """Let somebody log in by password and code."""
    visitor = Visitor(app)
    visitor.log_in(name)
    code = code_now(made.secret, house.around.clock, 1)
    answer = visitor.send("/log-in/factor", "/log-in", code=code)
    assert answer.status_code == 303, answer.text
    return visitor


def shown_codes(text: str) -> list[str]:
    """Return the recovery codes that a page shows."""
    return re.findall(r"<code>([a-z2-7]{4}(?:-[a-z2-7]{4}){5})</code>", text)
