from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect
from werkzeug.wrappers import Request, Response

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed.wsgi import WSGIApplication


@Request.application
def greet(request: Request) -> Response:
    return Response(f"<title>Guten Tag</title><p>{request.path}</p>", mimetype="text/html")


def test_the_browser_meets_a_served_page(
    page: Page, live_server: "Callable[[WSGIApplication], str]"
) -> None:
    page.goto(live_server(greet) + "/tür")
    expect(page).to_have_title("Guten Tag")
    expect(page.locator("p")).to_have_text("/tür")


def test_two_servers_answer_at_once(
    page: Page, live_server: "Callable[[WSGIApplication], str]"
) -> None:
    first, second = live_server(greet), live_server(greet)
    assert first != second
    for address in (first, second):
        answer = page.goto(address)
        assert answer is not None
        assert answer.ok
