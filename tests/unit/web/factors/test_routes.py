from caseflow.http.doorkeeper import policy_of
from caseflow.vocabulary.permissions import Permission
from caseflow.web.factors.routes import FACTOR_ROUTES


def test_only_the_second_step_of_a_log_in_is_public() -> None:
    public = {each.name for each in FACTOR_ROUTES if policy_of(each.view) is Permission.PUBLIC}
    assert public == {
        "send_second_step",
        "ask_log_in_passkey",
        "send_openid_log_in",
        "show_openid_log_in",
        "finish_openid_log_in",
        "openid_return",
    }
    others = {policy_of(each.view) for each in FACTOR_ROUTES if each.name not in public}
    assert others == {Permission.LOGGED_IN}


def test_looking_changes_nothing() -> None:
    looking = {each.name for each in FACTOR_ROUTES if each.method == "GET"}
    returning = {"openid_return", "show_openid_log_in", "show_openid"}  # each leads on to a form
    assert looking == {"show_factor", "factors", "sessions", "tokens", *returning}
