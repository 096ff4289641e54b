import pytest
from flask import Flask

from caseflow.http.health import make_health


@pytest.mark.parametrize(("ready", "status"), [(True, 200), (False, 503)])
def test_readiness_says_no_more_than_yes_or_no(*, ready: bool, status: int) -> None:
    app = Flask("x", static_folder=None)
    app.register_blueprint(make_health(lambda: ready))
    answer = app.test_client().get("/readyz")
    assert answer.status_code == status
    assert answer.json == {"status": "ready" if ready else "unready"}
    assert app.test_client().get("/healthz").json == {"status": "ok"}
