"""The addresses of second factors and of one's own sessions."""

from caseflow.web.factors.add_page import (
    ask_new_passkey,
    send_add_passkey,
    send_begin_codes,
    send_confirm_codes,
)
from caseflow.web.factors.factors_page import (
    send_remove_factor,
    send_renew_recovery_codes,
    show_factors,
)
from caseflow.web.factors.openid_log_in import (
    finish_openid_log_in,
    send_openid_log_in,
    show_openid_log_in,
)
from caseflow.web.factors.openid_page import (
    finish_openid,
    send_link_openid,
    send_show_openid,
    show_openid,
)
from caseflow.web.factors.openid_way import show_return
from caseflow.web.factors.second_step import ask_log_in_passkey, send_second_step
from caseflow.web.factors.sessions_page import (
    send_end_browser,
    send_end_other_sessions,
    send_end_session,
    show_sessions,
)
from caseflow.web.factors.show_page import ask_passkey_now, send_factor, show_factor_page
from caseflow.web.factors.tokens_page import (
    send_make_token,
    send_revoke_token,
    show_tokens,
)
from caseflow.web.route import PageRoute

FACTOR_ROUTES = (
    PageRoute("/log-in/factor", "send_second_step", send_second_step, "POST"),
    PageRoute("/log-in/passkey", "ask_log_in_passkey", ask_log_in_passkey, "POST"),
    PageRoute("/log-in/openid", "send_openid_log_in", send_openid_log_in, "POST"),
    PageRoute("/log-in/openid", "show_openid_log_in", show_openid_log_in),
    PageRoute("/log-in/openid/finish", "finish_openid_log_in", finish_openid_log_in, "POST"),
    PageRoute("/openid/return", "openid_return", show_return),
    PageRoute("/factor/openid", "send_show_openid", send_show_openid, "POST"),
    PageRoute("/factor/openid", "show_openid", show_openid),
    PageRoute("/factor/openid/finish", "finish_openid", finish_openid, "POST"),
    PageRoute("/factors/openid", "send_link_openid", send_link_openid, "POST"),
    PageRoute("/factor", "show_factor", show_factor_page),
    PageRoute("/factor", "send_factor", send_factor, "POST"),
    PageRoute("/factor/passkey", "ask_passkey", ask_passkey_now, "POST"),
    PageRoute("/factors", "factors", show_factors),
    PageRoute("/factors/remove", "remove_factor", send_remove_factor, "POST"),
    PageRoute("/factors/recovery", "renew_recovery_codes", send_renew_recovery_codes, "POST"),
    PageRoute("/factors/codes", "begin_codes", send_begin_codes, "POST"),
    PageRoute("/factors/codes/confirm", "confirm_codes", send_confirm_codes, "POST"),
    PageRoute("/factors/passkeys/ask", "ask_new_passkey", ask_new_passkey, "POST"),
    PageRoute("/factors/passkeys", "add_passkey", send_add_passkey, "POST"),
    PageRoute("/sessions", "sessions", show_sessions),
    PageRoute("/sessions/end", "end_session", send_end_session, "POST"),
    PageRoute("/sessions/browsers/end", "end_browser", send_end_browser, "POST"),
    PageRoute("/tokens", "tokens", show_tokens),
    PageRoute("/tokens", "make_token", send_make_token, "POST"),
    PageRoute("/tokens/revoke", "revoke_token", send_revoke_token, "POST"),
    PageRoute("/sessions/end-others", "end_other_sessions", send_end_other_sessions, "POST"),
)
