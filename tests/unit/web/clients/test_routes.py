from caseflow.http.doorkeeper import policy_of
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.routes import CLIENT_ROUTES

_OPEN = {Permission.PUBLIC, Permission.LOGGED_IN}


def test_nobody_without_a_unit_comes_to_a_client() -> None:
    policies = {policy_of(route.view) for route in CLIENT_ROUTES}
    assert None not in policies
    assert policies & _OPEN == set()


def test_what_changes_something_is_sent() -> None:
    for route in CLIENT_ROUTES:
        sends = route.view.__name__.startswith("send_")
        assert sends is (route.method == "POST"), route
