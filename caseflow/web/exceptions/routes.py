"""The addresses of lawful exceptions."""

from caseflow.web.exceptions.answer import (
    send_end_of_exception,
    send_exception_answer,
    show_exception_answer,
    show_exceptions,
)
from caseflow.web.exceptions.declare import (
    send_exception,
    show_client_exceptions,
    show_exception_form,
)
from caseflow.web.route import PageRoute

_CLIENT, _ONE = "/clients/<uuid:client>/exceptions", "/exceptions/<uuid:exception>"

EXCEPTION_ROUTES = (
    PageRoute(_CLIENT, "client_exceptions", show_client_exceptions),
    PageRoute(f"{_CLIENT}/new", "new_exception", show_exception_form),
    PageRoute(f"{_CLIENT}/new", "send_exception", send_exception, "POST"),
    PageRoute("/exceptions", "exceptions", show_exceptions),
    PageRoute(_ONE, "exception", show_exception_answer),
    PageRoute(_ONE, "send_exception_answer", send_exception_answer, "POST"),
    PageRoute(f"{_ONE}/end", "end_exception", send_end_of_exception, "POST"),
)
