from flask import Flask

from caseflow.http.doorkeeper import policy_of
from caseflow.web.pages import ROUTES, make_pages


def test_each_name_and_each_address_with_its_method_stands_once() -> None:
    assert len({route.name for route in ROUTES}) == len(ROUTES)
    assert len({(route.address, route.method) for route in ROUTES}) == len(ROUTES)


def test_every_page_declares_its_policy() -> None:
    assert all(policy_of(route.view) for route in ROUTES)


def test_a_page_answers_to_its_own_methods_only() -> None:
    app = Flask("x", static_folder=None)
    app.register_blueprint(make_pages())
    found = {rule.endpoint: rule.methods or set() for rule in app.url_map.iter_rules()}
    for route in ROUTES:
        others = found[f"web.{route.name}"] - {"HEAD", "OPTIONS"}
        assert others == {route.method}
