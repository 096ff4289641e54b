import contextlib
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
import warnings
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
from gunicorn.sock import ssl_context  # type: ignore[import-untyped]  # it ships no types

from caseflow.cli.serve import Server, address_of, check_road, listen
from caseflow.database.engines import open_engine
from caseflow.operations.found_installation import found_installation
from caseflow.operations.migrate import upgrade
from caseflow.settings.environment import read_environment
from caseflow.vocabulary.errors import OperatorError
from tests.factories.certificates import certificate
from tests.factories.command_line import Installed
from tests.factories.founding import FOUNDING, OUTSIDE
from tests.factories.house import StoppedClock, configuration

Command = Callable[..., int]
ROOT = Path(__file__).resolve().parents[3]


def test_a_port_that_is_taken_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OperatorError, match=f"Port {port} of 127.0.0.1 .*--port"):
            listen("127.0.0.1", port)


def test_a_configuration_that_cannot_be_read_is_one_sentence_before_anybody_listens(
    installed: Installed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "provider.toml").write_text("# ours\n[limits]\nx = = 3\n")
    monkeypatch.setenv("CASEFLOW_CONFIG_DIR", str(own))
    listened = Mock()
    monkeypatch.setattr("caseflow.cli.serve.listen", listened)
    assert "own/provider.toml, line 3: no TOML" in installed.refused("serve")
    listened.assert_not_called()


def test_a_free_port_is_listened_to() -> None:
    with listen("127.0.0.1", 0) as listener:
        address = listener.getsockname()
        socket.create_connection(address).close()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "caseflow.example"])  # noqa: S104 - refused
def test_nothing_travels_in_the_clear_beyond_this_machine(
    host: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = read_environment(tmp_path)
    with pytest.raises(OperatorError, match="CASEFLOW_TLS_CERT"):
        check_road(settings, host)
    for name in ("CERT", "KEY"):
        file = tmp_path / name
        file.touch()
        monkeypatch.setenv(f"CASEFLOW_TLS_{name}", str(file))
    check_road(read_environment(tmp_path), host)


def test_half_of_a_certificate_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "cert").touch()
    monkeypatch.setenv("CASEFLOW_TLS_CERT", str(tmp_path / "cert"))
    with pytest.raises(OperatorError, match="both"):
        check_road(read_environment(tmp_path), "127.0.0.1")


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """Return what `serve` shows to whoever comes over TLS."""
    for name, file in zip(("CERT", "KEY"), certificate(tmp_path), strict=True):
        monkeypatch.setenv(f"CASEFLOW_TLS_{name}", str(file))
    with listen("127.0.0.1", 0) as listener:
        server = Server(Mock(), read_environment(tmp_path), listener, 1)
        os.close(int(server.cfg.bind[0].removeprefix("fd://")))
    context = ssl_context(server.cfg)
    assert isinstance(context, ssl.SSLContext)
    return context


def test_tls_is_of_today_and_its_newest_version_comes_first(shown: ssl.SSLContext) -> None:
    assert shown.minimum_version >= ssl.TLSVersion.TLSv1_2
    assert shaken(shown, ssl.TLSVersion.MAXIMUM_SUPPORTED) == "TLSv1.3"
    assert shaken(shown, ssl.TLSVersion.TLSv1_2) == "TLSv1.2"
    with pytest.raises(ssl.SSLError):
        shaken(shown, ssl.TLSVersion.TLSv1_1)


def test_only_strong_ciphers_are_offered_each_with_keys_of_its_own(shown: ssl.SSLContext) -> None:
    ciphers = shown.get_ciphers()
    assert ciphers
    for cipher in ciphers:
        assert cipher["strength_bits"] >= 128, cipher
        assert cipher["kea"] in {"kx-any", "kx-ecdhe", "kx-dhe"}, cipher  # a key of this talk alone
        assert cipher["auth"] != "auth-null", cipher
        assert not re.search("RC4|3DES|MD5|NULL|EXP", cipher["name"]), cipher


def shaken(shown: ssl.SSLContext, newest: ssl.TLSVersion) -> str | None:
    """Return the version on which a browser that knows this one and older ones agrees."""
    browser = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    browser.check_hostname, browser.verify_mode = False, ssl.CERT_NONE
    browser.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of what must be refused
        browser.minimum_version = ssl.TLSVersion.TLSv1
        browser.maximum_version = newest
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    ours = shown.wrap_bio(there, back, server_side=True)
    theirs = browser.wrap_bio(back, there)
    for _ in range(3):
        for end in (theirs, ours):
            with contextlib.suppress(ssl.SSLWantReadError):
                end.do_handshake()
    return theirs.version()


def test_an_installation_with_a_problem_is_not_served(
    caseflow: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert caseflow("serve") == 1
    said = capsys.readouterr().err
    assert said.startswith("caseflow: ")
    assert said.count("\n") == 1


def test_it_serves_until_it_is_told_to_stop(caseflow: Command, database_url: str) -> None:
    assert caseflow("db", "upgrade") == 0
    assert upgrade(database_url).agrees
    engine = open_engine(database_url)
    found_installation(engine, OUTSIDE, configuration(), StoppedClock(), FOUNDING)
    engine.dispose()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ["-c", "from caseflow.app import main; main()", "serve", "--port", str(port)]
    run = [sys.executable, *words, "--workers", "1"]
    server = subprocess.Popen(run, cwd=ROOT, stdout=subprocess.PIPE)  # noqa: S603 - ourselves
    try:
        assert _answer(f"http://127.0.0.1:{port}/readyz").status == 200
        assert b"csrf_token" in _answer(f"http://127.0.0.1:{port}/log-in").body
    finally:
        server.send_signal(signal.SIGTERM)
        said, _ = server.communicate(timeout=30)
    assert server.returncode == 0
    assert f"http://127.0.0.1:{port}/" in said.decode()
    assert address_of("::1", 8443, tls=True) == "https://[::1]:8443/"


class _Answer:
    def __init__(self, status: int, body: bytes) -> None:
        self.status, self.body = status, body


def _answer(url: str) -> _Answer:
    deadline = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - loopback
                return _Answer(answer.status, answer.read())
        except urllib.error.HTTPError as error:
            return _Answer(error.code, error.read())
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
