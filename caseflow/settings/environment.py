"""Read the settings of this installation from the environment.

Each is `CASEFLOW_<NAME>`, or `CASEFLOW_<NAME>_FILE`, the path of a file that holds it; a key may
come from a command or a credential as well.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from environs import Env

from caseflow.settings.database_road import check_database_road
from caseflow.settings.key_files import HOW_TO_MAKE, read_secret_file
from caseflow.settings.key_places import shared_place
from caseflow.settings.key_sources import KEYS, PREFIX, FoundKey, find_key
from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.sentences import Sentence

_SECRET = frozenset({"DATABASE_URL", "METRICS_TOKEN", "OPENID_CLIENT_SECRET", *KEYS})


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as `caseflow doctor` lists it; a secret shows only that it is there."""

    name: str
    shown: str
    source: str  # command line, environment, file, command, credential, default, missing


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says."""

    data_dir: Path
    database_url: str = field(repr=False)  # may hold a password
    config_dir: Path  # its files override those that came with the program
    host: str
    port: int
    workers: int
    tls_cert: Path | None  # the certificate chain that `serve` shows
    tls_key: Path | None  # its private key
    behind_proxy: bool  # a proxy in front ends TLS and says for whom it asks
    root_key: bytes | None = field(repr=False)
    trustee_key: bytes | None = field(repr=False)
    former_root_key: bytes | None = field(repr=False)  # while a rotation runs
    former_trustee_key: bytes | None = field(repr=False)
    keys_in_one_place: Sentence | None  # what root key and trustee secret have in common
    openid_client_secret: str = field(repr=False)  # by which the OpenID provider knows us
    metrics_token: str = field(repr=False)  # by which a monitor elsewhere may ask for /metrics
    listing: tuple[Setting, ...]

    def needed_root_key(self) -> bytes:
        """Return the root key, or raise `BadConfiguration` saying how to make one."""
        return _needed("ROOT_KEY", self.root_key)

    def needed_trustee_key(self) -> bytes:
        """Return the trustee secret, or raise `BadConfiguration` saying how to make one."""
        return _needed("TRUSTEE_KEY", self.trustee_key)

    def needed_openid_secret(self) -> str:
        """Return the secret for the OpenID provider, or raise `BadConfiguration`."""
        if not self.openid_client_secret:
            raise BadConfiguration(
                "provider.toml names an OpenID provider: set CASEFLOW_OPENID_CLIENT_SECRET_FILE to "
                "the path of the secret that it gave to this client."
            )
        return self.openid_client_secret


def read_environment(data_dir: Path | None = None) -> Settings:
    """Return the settings that the environment names, or raise `BadConfiguration`.

    A `data_dir` given on the command line goes before the environment's.
    """
    reader = _Reader()
    data_dir = _data_dir(reader, data_dir)
    seconds = reader.number("KEY_COMMAND_SECONDS", 10, 300)
    keys = {name: reader.key(name, seconds) for name in KEYS}
    _check_apart(keys)
    given = {name: None if found is None else found.key for name, found in keys.items()}
    return Settings(
        data_dir=data_dir,
        database_url=check_database_road(
            reader.text("DATABASE_URL", f"sqlite:///{data_dir / 'caseflow.sqlite3'}")
        ),
        config_dir=_config_dir(reader, data_dir / "config"),
        host=reader.text("HOST", "127.0.0.1"),
        port=reader.number("PORT", 8000, 65_535),
        workers=reader.number("WORKERS", 2, 64),
        tls_cert=reader.path("TLS_CERT"),
        tls_key=reader.path("TLS_KEY"),
        behind_proxy=reader.yes_no("BEHIND_PROXY"),
        root_key=given["ROOT_KEY"],
        trustee_key=given["TRUSTEE_KEY"],
        former_root_key=given["ROOT_KEY_FORMER"],
        former_trustee_key=given["TRUSTEE_KEY_FORMER"],
        keys_in_one_place=shared_place(keys["ROOT_KEY"], keys["TRUSTEE_KEY"]),
        openid_client_secret=reader.text("OPENID_CLIENT_SECRET", ""),
        metrics_token=reader.text("METRICS_TOKEN", ""),
        listing=tuple(reader.listing),
    )


class _Reader:
    """Looks settings up, and remembers where each was found."""

    def __init__(self) -> None:
        self._env = Env(prefix=PREFIX)
        self.listing: list[Setting] = []

    def text(self, name: str, default: str) -> str:
        found, source = self._found(name)
        value = default if found is None else found
        self.note(name, value, source if found is not None else "default")
        return value

    def number(self, name: str, default: int, most: int) -> int:
        text = self.text(name, str(default))
        if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= most):
            raise BadConfiguration(
                "CASEFLOW_{name} is `{text}`; it must be a whole number from 1 to {most}.",
                name=name,
                text=text,
                most=most,
            )
        return int(text)

    def path(self, name: str) -> Path | None:
        text = self.text(name, "")
        if text and not Path(text).is_file():
            raise BadConfiguration(
                "CASEFLOW_{name}: there is no file {text}.", name=name, text=text
            )
        return Path(text).absolute() if text else None

    def yes_no(self, name: str) -> bool:
        text = self.text(name, "no")
        if text not in {"yes", "no"}:
            raise BadConfiguration(
                "CASEFLOW_{name} is `{text}`; it must be yes or no.", name=name, text=text
            )
        return text == "yes"

    def key(self, name: str, seconds: int) -> FoundKey | None:
        found = find_key(os.environ, name, seconds)
        self.note(name, "", "missing" if found is None else found.source.kind)
        return found

    def _found(self, name: str) -> tuple[str | None, str]:
        value = self._env.str(name, "")
        path = self._env.str(f"{name}_FILE", "")
        if value and path:
            raise BadConfiguration(
                "CASEFLOW_{name} and CASEFLOW_{name}_FILE are both set; keep one of them.",
                name=name,
            )
        if path:
            return read_secret_file(f"{PREFIX}{name}_FILE", Path(path)), "file"
        return value or None, "environment" if value else "missing"

    def note(self, name: str, value: str, source: str) -> None:
        hidden = name in _SECRET and source not in {"default", "missing"}
        self.listing.append(Setting(PREFIX + name, "(hidden)" if hidden else value, source))


def _data_dir(reader: _Reader, given: Path | None) -> Path:
    if given is None:
        return Path(reader.text("DATA_DIR", "caseflow-data")).absolute()
    reader.note("DATA_DIR", str(given.absolute()), "command line")
    return given.absolute()


def _config_dir(reader: _Reader, default: Path) -> Path:
    folder = Path(reader.text("CONFIG_DIR", str(default))).absolute()
    if folder != default and not folder.is_dir():
        raise BadConfiguration("CASEFLOW_CONFIG_DIR: there is no folder {folder}.", folder=folder)
    return folder


def _check_apart(keys: Mapping[str, FoundKey | None]) -> None:
    """Raise BadConfiguration where one key is given for two purposes."""
    found = {name: each.key for name, each in keys.items() if each is not None}
    for one, other in combinations(found, 2):
        if found[one] == found[other]:
            raise BadConfiguration(
                "CASEFLOW_{one} and CASEFLOW_{other} are the same; they must be two keys, kept in "
                "two places. {how}",
                one=one,
                other=other,
                how=HOW_TO_MAKE,
            )


def _needed(name: str, key: bytes | None) -> bytes:
    if key is None:
        raise BadConfiguration(
            "Set CASEFLOW_{name}_FILE to the path of a key. {how}",
            name=name,
            how=HOW_TO_MAKE,
        )
    return key
