from caseflow.http.doorkeeper import policy_of
from caseflow.vocabulary.permissions import Permission
from caseflow.web.help.routes import HELP_ROUTES


def test_nobody_need_be_logged_in_and_nothing_is_sent() -> None:
    assert {policy_of(each.view) for each in HELP_ROUTES} == {Permission.PUBLIC}
    assert {each.method for each in HELP_ROUTES} == {"GET"}
