from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog
from flask import Flask, Response
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from caseflow.app import create_app, create_app_from_environment, main
from caseflow.database.tables.accounts import StaffSession
from caseflow.database.tables.audit_log import Leaf, StagedEntry
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.operations.found_installation import Founded, found_installation
from caseflow.settings.config_folder import config_folder
from caseflow.settings.environment import read_environment
from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.permissions import Permission
from tests.factories.application import LOOPBACK, Visitor, application
from tests.factories.founding import FOUNDING, OUTSIDE, empty_tables
from tests.factories.house import ROOT, House, StoppedClock, born, configuration
from tests.factories.openid_provider import provider

if TYPE_CHECKING:
    from werkzeug.test import TestResponse


@pytest.fixture
def house(engine: str) -> Iterator[House]:
    made = born(engine)
    yield made
    made.close()


@pytest.fixture
def app(house: House) -> Flask:
    return application(house)


def _count(house: House, table: type) -> int:
    work = house.work()
    found = work.session.scalar(select(func.count()).select_from(table)) or 0
    work.put_away()
    return found


def test_a_refusal_that_is_returned_keeps_its_trace(house: House, app: Flask) -> None:
    Visitor(app).log_in("berta", "falsch")
    assert _count(house, StagedEntry) + _count(house, Leaf) == 1


def test_an_error_that_is_raised_leaves_nothing(house: House, app: Flask) -> None:
    @policy(Permission.PUBLIC)
    def fail() -> str:
        current.work().session.delete(current.work().session.scalars(select(StaffSession)).one())
        current.work().session.flush()
        raise ValueError

    app.add_url_rule("/fail", "fail", fail)
    Visitor(app).log_in("berta")
    assert Visitor(app).look("/fail").status_code == 500
    assert _count(house, StaffSession) == 1


def test_what_cannot_be_committed_is_never_shown(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sqlalchemy.orm.Session.commit", _broken_commit)
    answer = Visitor(app).log_in("berta")
    assert answer.status_code == 503
    assert not [
        each for each in answer.headers.getlist("Set-Cookie") if each.startswith("caseflow=")
    ]


def test_keys_are_put_away_whatever_happens(app: Flask) -> None:
    held = []

    @policy(Permission.LOGGED_IN)
    def keep() -> Response:
        held.append(current.work())
        return Response("kept", content_type="text/plain")

    app.add_url_rule("/keep", "keep", keep)
    berta = Visitor(app)
    berta.log_in("berta")
    assert berta.look("/keep").text == "kept"
    assert getattr(held[0].keyring, "unit", "missing") is None
    assert getattr(held[0].keyring, "staff", "missing") is None
    assert not held[0].session.in_transaction()


def test_the_log_grows_with_the_answer_on_sqlite(house: House, app: Flask) -> None:
    Visitor(app).log_in("berta", "falsch")
    Visitor(app).log_in("berta", "falsch")
    alone = house.engine.dialect.name == "sqlite"
    staged, integrated = _count(house, StagedEntry), _count(house, Leaf)
    assert staged + integrated == 2
    assert staged == 0 or not alone


def test_health_needs_no_database(house: House, app: Flask) -> None:
    house.engine.dispose()
    assert app.test_client().get("/healthz", base_url=LOOPBACK).status_code == 200


def test_an_address_with_a_slash_too_many_is_unknown(app: Flask) -> None:
    assert Visitor(app).look("/log-in/").status_code == 404


@pytest.mark.parametrize(("proto", "status"), [("https", 200), ("http", 400)])
def test_a_proxy_says_how_the_request_came(
    engine: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, proto: str, status: int
) -> None:
    _found(engine)
    _environment(monkeypatch, tmp_path, engine)
    monkeypatch.setenv("CASEFLOW_BEHIND_PROXY", "yes")
    headers = {"X-Forwarded-Proto": proto, "X-Forwarded-Host": "caseflow.example"}
    answer = _ask("/log-in", LOOPBACK, headers)
    assert answer.status_code == status
    assert all(each.startswith("__Host-") for each in answer.headers.getlist("Set-Cookie"))


def test_without_a_proxy_nobody_else_says_so(
    engine: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _found(engine)
    _environment(monkeypatch, tmp_path, engine)
    headers = {"X-Forwarded-Host": "127.0.0.1"}
    answer = _ask("/log-in", "http://caseflow.example", headers)
    assert answer.status_code == 400


def test_an_openid_provider_is_offered_where_one_is_named_and_never_asked_before(
    engine: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _found(engine)
    _environment(monkeypatch, tmp_path, engine)
    own = tmp_path / "own"
    own.mkdir()
    monkeypatch.setenv("CASEFLOW_CONFIG_DIR", str(own))
    with provider(StoppedClock()) as there:
        text = (config_folder() / "provider.toml").read_text(encoding="utf-8")
        table = f'[openid_connect]\nissuer = "{there.issuer}"\nclient_id = "c"\nlabel = "Login X"\n'
        (own / "provider.toml").write_text(f"{text}\n{table}", encoding="utf-8")
        with pytest.raises(BadConfiguration, match="CASEFLOW_OPENID_CLIENT_SECRET_FILE"):
            create_app_from_environment()
        monkeypatch.setenv("CASEFLOW_OPENID_CLIENT_SECRET", "x")
        answer = _ask("/openid/return?state=show.x", LOOPBACK, {})
        assert "Login X" in answer.text
        assert there.asked == []


def test_readiness_needs_the_migrations(
    engine: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _found(engine)
    _environment(monkeypatch, tmp_path, engine)
    assert _ask("/readyz", LOOPBACK, {}).status_code == 503  # tables without migrations


def test_another_root_key_opens_nothing(
    engine: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _found(engine)
    _environment(monkeypatch, tmp_path, engine)
    (tmp_path / "root.key").chmod(0o600)
    (tmp_path / "root.key").write_text(bytes(range(50, 82)).hex())
    with pytest.raises(BadConfiguration, match="root key"):
        create_app_from_environment()


def test_the_command_starts_here(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["caseflow", "--help"])
    with pytest.raises(SystemExit) as ended:
        main()
    structlog.reset_defaults()
    assert ended.value.code == 0
    assert "doctor" in capsys.readouterr().out


def test_without_a_root_key_nothing_opens(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, engine: str
) -> None:
    _environment(monkeypatch, tmp_path, engine)
    monkeypatch.delenv("CASEFLOW_ROOT_KEY_FILE")
    with pytest.raises(BadConfiguration, match="CASEFLOW_ROOT_KEY_FILE"):
        create_app_from_environment()


def _found(url: str) -> None:
    tables = empty_tables(url)
    founded = found_installation(tables, OUTSIDE, configuration(), StoppedClock(), FOUNDING)
    assert isinstance(founded, Founded)
    tables.dispose()


def _ask(address: str, base_url: str, headers: dict[str, str]) -> "TestResponse":
    app = create_app(read_environment())
    answer = app.test_client().get(address, base_url=base_url, headers=headers)
    app.installation.sessions.kw["bind"].dispose()
    return answer


def _environment(monkeypatch: pytest.MonkeyPatch, folder: Path, url: str) -> None:
    root = folder / "root.key"
    root.write_text(ROOT.hex())
    root.chmod(0o400)
    monkeypatch.setenv("CASEFLOW_DATABASE_URL", url)
    monkeypatch.setenv("CASEFLOW_DATA_DIR", str(folder))
    monkeypatch.setenv("CASEFLOW_ROOT_KEY_FILE", str(root))


def _broken_commit(_session: object) -> None:
    raise OperationalError("commit", None, OSError("disk full"))
