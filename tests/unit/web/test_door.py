from flask import Flask

from tests.factories.application import Visitor


def test_an_unknown_page_and_one_for_another_role_look_alike(app: Flask) -> None:
    berta = Visitor(app)
    berta.log_in("berta")
    unknown, closed = berta.look("/nothing"), berta.look("/log")
    assert unknown.status_code == closed.status_code == 404


def test_whoever_is_not_logged_in_is_led_there(app: Flask) -> None:
    assert "/log-in" in Visitor(app).look("/").headers["Location"]
