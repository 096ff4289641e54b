import pytest
from flask import Flask

from caseflow.http import current
from caseflow.http.metrics import make_metrics
from caseflow.operations.log_figures import LogFigures
from tests.factories.application import Visitor

FIGURES = LogFigures(
    entries=1_234_567,
    staged=2,
    lag=0.25,
    checkpoint_age=3.0,
    witnessed=0,
    witness_age=None,
    verified_age=86_400.0,
)


def asked(token: str, address: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    app = Flask("x", static_folder=None)
    app.register_blueprint(make_metrics(lambda _work: FIGURES, token))
    monkeypatch.setattr(current, "work", lambda: None)
    headers = {"Authorization": f"Bearer {shown}"} if shown else {}
    answer = app.test_client().get(
        "/metrics", environ_base={"REMOTE_ADDR": address}, headers=headers
    )
    return answer.status_code, answer.text


@pytest.mark.parametrize(
    ("token", "address", "shown", "status"),
    [
        ("", "127.0.0.1", "", 200),
        ("", "::1", "", 200),
        ("", "192.0.2.7", "", 404),
        ("", "192.0.2.7", "x", 404),
        ("secret", "192.0.2.7", "secret", 200),
        ("secret", "192.0.2.7", "secrets", 404),
        ("secret", "192.0.2.7", "", 404),
    ],
)
def test_only_this_machine_or_who_knows_the_token_is_told(
    token: str, address: str, shown: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asked(token, address, shown, monkeypatch)[0] == status


def test_figures_are_told_as_numbers_and_what_never_was_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = asked("", "127.0.0.1", "", monkeypatch)[1].splitlines()
    assert "caseflow_log_entries 1234567" in lines
    assert "caseflow_log_integration_lag_seconds 0.25" in lines
    assert "# TYPE caseflow_log_verified_age_seconds gauge" in lines
    assert not any("witness_age" in line for line in lines)


def test_the_application_tells_it_without_a_log_in(visitor: Visitor) -> None:
    text = visitor.look("/metrics").text
    assert "caseflow_log_staged_entries" in text
