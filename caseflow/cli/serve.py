"""`caseflow serve`: serve the pages with gunicorn."""

import socket
from typing import TYPE_CHECKING, Any

import click
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]  # it ships no types
from typing_extensions import override

from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.outside import given
from caseflow.cli.say import say
from caseflow.cli.server_log import ServerLog
from caseflow.operations.examine import examine
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.loopback import is_loopback

if TYPE_CHECKING:
    from flask import Flask

    from caseflow.settings.environment import Settings

_THREADS = 8  # of each worker: a request mostly waits for the database
_BACKLOG = 512


@click.command()
@click.option("--host", help="Address to listen on; left out: CASEFLOW_HOST.")
@click.option("--port", type=click.IntRange(1, 65535), help="Left out: CASEFLOW_PORT.")
@click.option("--workers", type=click.IntRange(1, 64), help="Left out: CASEFLOW_WORKERS.")
@pass_handed
def serve(handed: Handed, host: str | None, port: int | None, workers: int | None) -> None:
    """Serve the pages until stopped.

    Beyond this machine only over TLS: set CASEFLOW_TLS_CERT and CASEFLOW_TLS_KEY, or let a proxy
    on this machine end TLS and set CASEFLOW_BEHIND_PROXY=yes.

    Example: caseflow serve --port 8080
    """
    settings = handed.settings()
    host = host or settings.host
    check_road(settings, host)
    for finding in examine(settings.database_url, given(settings)):
        if finding.problem is not None:
            raise OperatorError(finding.problem)
    handed.read_configuration(settings.config_dir)  # what is wrong is said here, not by workers
    listener = listen(host, port or settings.port)
    address = address_of(host, port or settings.port, tls=settings.tls_cert is not None)
    click.echo(say("Serving at {address}; Ctrl-C stops it.", address=address))
    Server(handed, settings, listener, workers or settings.workers).run()


def check_road(settings: "Settings", host: str) -> None:
    """Raise OperatorError where pages would travel in the clear beyond this machine."""
    if (settings.tls_cert is None) != (settings.tls_key is None):
        raise OperatorError("Set both CASEFLOW_TLS_CERT and CASEFLOW_TLS_KEY, or neither.")
    if settings.tls_cert is None and not is_loopback(host):
        raise OperatorError(
            "Without TLS, {host} would send everything in the clear. Set CASEFLOW_TLS_CERT and "
            "CASEFLOW_TLS_KEY, or listen on 127.0.0.1.",
            host=host,
        )


def address_of(host: str, port: int, *, tls: bool = False) -> str:
    """Return where a browser finds the pages."""
    return f"http{'s' if tls else ''}://{f'[{host}]' if ':' in host else host}:{port}/"


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; raises OperatorError when the address is taken or not ours."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise OperatorError(
            "Port {port} of {host} cannot be used ({strerror}); choose another with --port.",
            port=port,
            host=host,
            strerror=error.strerror,
        ) from error


class Server(BaseApplication):  # type: ignore[misc]  # its base has no types
    """gunicorn, configured by us alone: no file and no environment variable of its own."""

    def __init__(
        self, handed: Handed, settings: "Settings", listener: socket.socket, workers: int
    ) -> None:
        self._handed = handed
        self._settings = settings
        self._options: dict[str, Any] = {
            "bind": f"fd://{listener.detach()}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": _THREADS,
            "certfile": None if settings.tls_cert is None else str(settings.tls_cert),
            "keyfile": None if settings.tls_key is None else str(settings.tls_key),
            "accesslog": None,  # addresses hold ids; the audit log is the record of accesses
            "logger_class": ServerLog,
            "loglevel": "warning",
            "control_socket_disable": True,
        }
        super().__init__()

    @override
    def load_config(self) -> None:
        """Set every option that we have an opinion on."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    @override
    def load(self) -> "Flask":
        """Return the application; each worker opens its own connections and keys."""
        return self._handed.create_app(self._settings)
