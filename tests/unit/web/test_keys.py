from bs4 import Tag

from tests.factories.application import Visitor
from tests.factories.read_page import read_page


def keys(visitor: Visitor) -> object:
    strip = read_page(visitor.look("/sessions").text).select_one(".strip")
    assert isinstance(strip, Tag)
    return strip["data-keys"]


def test_keys_can_be_switched_off_and_on(visitor: Visitor) -> None:
    visitor.log_in("berta")
    assert keys(visitor) == "on"
    assert visitor.send("/keys", "/sessions", keys="off").location == "/sessions"
    assert keys(visitor) == "off"
    visitor.send("/keys", "/sessions", keys="on")
    assert keys(visitor) == "on"
    assert visitor.send("/keys", "/sessions", keys="perhaps").status_code == 404


def test_a_log_out_takes_the_choice_from_the_browser(visitor: Visitor) -> None:
    visitor.log_in("berta")
    visitor.send("/keys", "/sessions", keys="off")
    visitor.send("/log-out", "/")
    assert visitor.browser.get_cookie("caseflow-keys", domain="127.0.0.1") is None
