from caseflow.web.oversight.routes import OVERSIGHT_ROUTES
from caseflow.web.pages import ROUTES


def test_they_are_in_the_table_of_all_pages() -> None:
    assert set(OVERSIGHT_ROUTES) <= set(ROUTES)


def test_what_changes_something_is_sent_as_a_form() -> None:
    sent = {route.method for route in OVERSIGHT_ROUTES if route.view.__name__.startswith("send_")}
    shown = {route.method for route in OVERSIGHT_ROUTES if route.view.__name__.startswith("show_")}
    assert sent == {"POST"}
    assert shown <= {"GET"}
