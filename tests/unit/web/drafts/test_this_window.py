from flask import Flask

from caseflow.drafts import Window
from caseflow.web.drafts.this_window import this_window


def test_a_form_names_its_window_and_what_it_was_filled_in_with(app: Flask) -> None:
    sent = {"form-window": "7", "form-seen": "8@now"}
    for typed, window in ((sent, Window("7", "8@now")), ({}, Window())):
        with app.test_request_context("/", method="POST", data=typed):
            assert this_window() == window
