"""Say that somebody has opened very many clients, and when it goes on."""

from datetime import timedelta

from flask import Response, request

from caseflow.http import current
from caseflow.http.csrf import from_our_own_page
from caseflow.http.form_marks import MARKS, form_sent
from caseflow.identity import may
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.permissions import Permission
from caseflow.web.moments import moment
from caseflow.web.shell import page


def pause_page(seconds: int) -> Response:
    """Return the page of a pause; in an emergency she goes on at once, and keeps what she typed."""
    work = current.work()
    client = (request.view_args or {}).get("client")
    urgent = client is not None and may(current.who(), Permission.DECLARE_EMERGENCY)
    answer = page(
        "clients/pause.html",
        429,
        until=moment(work.clock.now() + timedelta(seconds=seconds)),
        clients=work.configuration.limits.reading.clients,
        client_id=client if urgent else None,
        typed=_typed(),
    )
    answer.headers["Retry-After"] = str(seconds)
    return answer


def _typed() -> list[str]:
    """Return what was typed, on our own pages alone: others could put words into her mouth."""
    if not from_our_own_page():
        return []
    pairs = form_sent().items(multi=True)
    return [text for name, text in pairs if name not in MARKS and text and read_id(text) is None]
