"""A house behind the real server, in a process group of its own that can be killed at any time."""

import os
import signal
import socket
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import monotonic, sleep
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from caseflow.api.blueprint import interface
from caseflow.cli.handed import Handed
from caseflow.cli.serve import Server, listen
from caseflow.settings.read_configuration import read_configuration
from tests.factories.application import application
from tests.factories.processes import MACHINE
from tests.factories.reopened_house import HouseAddress, reopened

if TYPE_CHECKING:
    from flask import Flask

    from caseflow.settings.environment import Settings

HOST, WORKERS = "127.0.0.1", 1
PATIENCE = 30.0  # seconds until a server that was started answers
BROKEN = (OSError, HTTPException)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server((HOST, 0)) as taken:
        return int(taken.getsockname()[1])


class ServedHouse:
    """The server, started and killed as often as one likes."""

    def __init__(self, address: HouseAddress, port: int) -> None:
        self.port = port
        self._process = MACHINE.Process(target=_serve, args=(address, port))
        self._process.start()
        self._wait()

    def kill(self) -> None:
        """Kill all of it at once, in the middle of whatever it does."""
        os.killpg(self._process.pid or 0, signal.SIGKILL)
        self._process.join()

    def _wait(self) -> None:
        until = monotonic() + PATIENCE
        while monotonic() < until:
            connection = HTTPConnection(HOST, self.port, timeout=PATIENCE)
            try:
                connection.request("GET", "/healthz")
                connection.getresponse().read()
            except BROKEN:
                sleep(0.02)
            else:
                return
            finally:
                connection.close()
        raise TimeoutError("the server does not answer")


def _serve(address: HouseAddress, port: int) -> None:
    os.setsid()

    def create_app(_settings: "Settings") -> "Flask":
        return application(reopened(address))

    handed = Handed(lambda _folder: _settings(), read_configuration, create_app, interface)
    Server(handed, _settings(), listen(HOST, port), WORKERS).run()


def _settings() -> "Settings":
    return cast("Settings", SimpleNamespace(tls_cert=None, tls_key=None, data_dir=Path()))
