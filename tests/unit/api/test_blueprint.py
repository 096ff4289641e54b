import json

from flask import Flask

from caseflow.api.blueprint import interface
from caseflow.api.calls import CALLS


def test_every_call_hangs_under_the_first_version(app: Flask) -> None:
    found = {rule.rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("api.")}
    assert found == {f"/api/v1{call.address}" for call in CALLS} | {"/api/v1/openapi.json"}


def test_the_document_is_json() -> None:
    assert json.loads(interface())["info"]["title"] == "Caseflow"
