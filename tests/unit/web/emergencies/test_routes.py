from caseflow.web.emergencies.routes import EMERGENCY_ROUTES
from caseflow.web.pages import ROUTES


def test_they_are_in_the_table_of_all_pages() -> None:
    assert set(EMERGENCY_ROUTES) <= set(ROUTES)


def test_what_changes_something_is_sent_as_a_form() -> None:
    sent = {route.method for route in EMERGENCY_ROUTES if route.view.__name__.startswith("send_")}
    shown = {route.method for route in EMERGENCY_ROUTES if route.view.__name__.startswith("show_")}
    assert sent == {"POST"}
    assert shown <= {"GET"}
