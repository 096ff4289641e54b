"""The roof: the only file that knows everything; it wires settings, keys, database and faces."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from flask import Flask, Response, request
from flask.typing import ResponseReturnValue
from typing_extensions import override
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.middleware.proxy_fix import ProxyFix

from caseflow.api.blueprint import interface, make_calls
from caseflow.api.door import call_door
from caseflow.api.problems import fault_problem
from caseflow.cli.handed import Handed
from caseflow.cli.program import run
from caseflow.crypto.derivation import derive
from caseflow.database.engines import open_engine
from caseflow.http import current
from caseflow.http.cookies import Cookies, install_cookies
from caseflow.http.csrf import install_csrf
from caseflow.http.doorkeeper import check_routes, policy_of
from caseflow.http.errors import install_errors
from caseflow.http.faults import Fault
from caseflow.http.headers import install_headers
from caseflow.http.health import make_health
from caseflow.http.language import install_language
from caseflow.http.log_in_state import install_log_in_state
from caseflow.http.metrics import make_metrics
from caseflow.http.openid import install_openid
from caseflow.http.programs import of_program
from caseflow.http.settling import settle_first
from caseflow.http.uploads import SealingRequest
from caseflow.http.way_out import install_way_out
from caseflow.identity import OpenIdProvider
from caseflow.operations.examine import can_work, holds_keys
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.operations.keep_log import LogKeeper
from caseflow.operations.log_figures import log_figures
from caseflow.operations.open_installation import OpenInstallation, open_installation
from caseflow.settings.environment import Settings, read_environment
from caseflow.settings.read_configuration import read_configuration
from caseflow.vocabulary.clock import SystemClock
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.errors import CaseflowError
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission
from caseflow.web.door import page_door
from caseflow.web.error_pages import error_page
from caseflow.web.pages import make_pages

_MOST_BYTES = 2 * 1024 * 1024  # of one request
_MOST_PARTS = 100  # of a form that carries files: each file takes a descriptor
_PAUSE_OF_WORKERS = 1.0  # seconds between two tries of a worker at the log of PostgreSQL


@dataclass(frozen=True, slots=True)
class Road:
    """How people reach this process."""

    tls: bool  # it ends here or at the proxy; else plain HTTP, on loopback only
    behind_proxy: bool = False
    metrics_token: str = field(default="", repr=False)  # of a monitor on another machine


class Caseflow(Flask):
    """Flask, with one unit of work around each view."""

    request_class = SealingRequest

    def __init__(self, installation: OpenInstallation, after_commit: Callable[[], object]) -> None:
        super().__init__("caseflow", static_folder=None)
        self.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
        self.installation = installation
        self.after_commit = after_commit

    @override
    def dispatch_request(self) -> ResponseReturnValue:
        """Answer a request: what the view returned is committed before a byte of it leaves."""
        work = self.installation.begin(current.request_id())
        current.hold_work(work)
        try:
            response = self.make_response(self._answer())
            work.finish()
        finally:
            work.put_away()
        if self._may_have_staged():
            # The entry is committed; nobody waits for its place in the tree.
            response.call_on_close(self.after_commit)
        return response

    def _answer(self) -> ResponseReturnValue:
        unknown = isinstance(request.routing_exception, NotFound | MethodNotAllowed)
        if request.endpoint is None and not unknown:
            return super().dispatch_request()
        view = None if request.endpoint is None else self.view_functions[request.endpoint]
        turned_away = call_door(view) if of_program() else page_door(view)
        if turned_away is not None:
            return turned_away
        settle_first()
        return super().dispatch_request()

    def _may_have_staged(self) -> bool:
        view = self.view_functions.get(request.endpoint or "")
        public = view is not None and policy_of(view) is Permission.PUBLIC
        return not public or request.method not in {"GET", "HEAD"}


def create_app(settings: Settings) -> Caseflow:
    """Return the application; raises BadConfiguration with a sentence when it cannot work."""
    configuration = read_configuration(settings.config_dir)
    outside = OutsideKeys(
        settings.needed_root_key(),
        settings.trustee_key,
        former_root=settings.former_root_key,
        former_trustee=settings.former_trustee_key,
    )
    openid = _openid(configuration, settings)
    engine = open_engine(settings.database_url)
    try:
        installation = open_installation(engine, outside, configuration, SystemClock())
    except CaseflowError:
        engine.dispose()
        raise
    tls = settings.tls_cert is not None or settings.behind_proxy
    road = Road(tls, settings.behind_proxy, settings.metrics_token)
    return build_app(
        installation,
        road,
        lambda: can_work(settings.database_url) and holds_keys(installation),
        openid,
    )


def build_app(
    installation: OpenInstallation,
    road: Road,
    ready: Callable[[], bool],
    openid: OpenIdProvider | None = None,
) -> Caseflow:
    """Return the application over an opened installation."""
    keys = installation.keys
    app = Caseflow(installation, _log_keeper(installation).integrate)
    app.config.update(
        MAX_CONTENT_LENGTH=_MOST_BYTES,
        MAX_FORM_MEMORY_SIZE=_MOST_BYTES,
        MAX_FORM_PARTS=_MOST_PARTS,
    )
    app.secret_key = derive(keys.cookie, "form cookie")
    cookies = Cookies(secure=road.tls)
    install_headers(app, tls=road.tls)
    install_cookies(app, cookies, _face)
    calls = make_calls()
    install_csrf(app, derive(keys.cookie, "form token").hex(), calls)
    install_log_in_state(app, cookies)
    install_errors(app, _face)
    install_language(app, cookies, installation.around.configuration)
    install_openid(app, openid)
    install_way_out(app, installation.around.configuration.quick_exit)
    app.register_blueprint(make_health(ready))
    app.register_blueprint(make_metrics(log_figures, road.metrics_token))
    app.register_blueprint(make_pages())
    app.register_blueprint(calls)
    check_routes(app)
    if road.behind_proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_host=1)  # type: ignore[method-assign]  # Flask's own way
    return app


def _openid(configuration: Configuration, settings: Settings) -> OpenIdProvider | None:
    rule = configuration.openid
    return None if rule is None else OpenIdProvider(rule, settings.needed_openid_secret())


def _face(fault: Fault) -> Response:
    """Say what went wrong to whoever asked: a person or a program."""
    return fault_problem(fault) if of_program() else error_page(fault)


def _log_keeper(installation: OpenInstallation) -> LogKeeper:
    with installation.sessions() as session:
        alone = session.get_bind().dialect.name == "sqlite"
    pause = 0.0 if alone else _PAUSE_OF_WORKERS
    return LogKeeper(lambda: installation.begin(str(new_id())), installation.keys.signer, pause)


def create_app_from_environment() -> Caseflow:
    """Return the application that the environment describes; for a WSGI server."""
    return create_app(read_environment())


def main() -> None:
    """Run the command `caseflow`."""
    # Lines of JSON; rooms put neither names nor texts into them.
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    sys.exit(run(Handed(read_environment, read_configuration, create_app, interface)))
