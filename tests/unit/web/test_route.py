from dataclasses import FrozenInstanceError

import pytest
from flask import Response

from caseflow.web.route import PageRoute


def test_a_page_is_looked_at_unless_it_is_sent_a_form() -> None:
    assert PageRoute("/", "first", Response).method == "GET"


def test_a_line_of_the_table_stays_as_it_is() -> None:
    with pytest.raises(FrozenInstanceError):
        PageRoute("/", "first", Response).method = "POST"  # type: ignore[misc]  # that it is frozen
