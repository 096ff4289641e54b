"""Find a key in the one place that the settings name for it.

`CASEFLOW_<NAME>` itself, `CASEFLOW_<NAME>_FILE`, `CASEFLOW_<NAME>_COMMAND`, or the credential
`caseflow.<name>` that systemd has put into $CREDENTIALS_DIRECTORY.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from caseflow.settings.key_command import printed_by, split_command
from caseflow.settings.key_files import read_key, read_secret_file
from caseflow.vocabulary.errors import BadConfiguration

PREFIX = "CASEFLOW_"
KEYS = ("ROOT_KEY", "ROOT_KEY_FORMER", "TRUSTEE_KEY", "TRUSTEE_KEY_FORMER")
_CREDENTIALS = "CREDENTIALS_DIRECTORY"


class Kind(StrEnum):
    """In which way a key is handed in, as `caseflow doctor` lists it."""

    ENVIRONMENT = "environment"
    FILE = "file"
    COMMAND = "command"
    CREDENTIAL = "credential"


@dataclass(frozen=True, slots=True)
class KeySource:
    """Where a key was found."""

    kind: Kind
    name: str  # of the setting, or of the credential
    path: Path | None = None  # of file or credential
    command: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundKey:
    """A key, and where it came from."""

    key: bytes = field(repr=False)
    source: KeySource


def find_key(environment: Mapping[str, str], name: str, seconds: int) -> FoundKey | None:
    """Return the key of this name, or None where nothing names one.

    A command has so many seconds. Raises BadConfiguration for two places, and for what is no key.
    """
    sources = _named(environment, name)
    if not sources:
        return None
    if len(sources) > 1:
        raise BadConfiguration(
            "{first} and {second} are both set; keep one of them.",
            first=sources[0].name,
            second=sources[1].name,
        )
    [source] = sources
    return FoundKey(read_key(PREFIX + name, _read(environment, source, seconds)), source)


def _named(environment: Mapping[str, str], name: str) -> list[KeySource]:
    setting = PREFIX + name
    found = []
    if environment.get(setting):
        found.append(KeySource(Kind.ENVIRONMENT, setting))
    if path := environment.get(f"{setting}_FILE"):
        found.append(KeySource(Kind.FILE, f"{setting}_FILE", Path(path)))
    if text := environment.get(f"{setting}_COMMAND"):
        command = split_command(f"{setting}_COMMAND", text)
        found.append(KeySource(Kind.COMMAND, f"{setting}_COMMAND", command=command))
    credential = f"caseflow.{name.lower().replace('_', '-')}"
    folder = environment.get(_CREDENTIALS)
    if folder and (Path(folder) / credential).exists():
        found.append(KeySource(Kind.CREDENTIAL, credential, Path(folder) / credential))
    return found


def _read(environment: Mapping[str, str], source: KeySource, seconds: int) -> str:
    if source.path is not None:
        credential = source.kind is Kind.CREDENTIAL
        return read_secret_file(source.name, source.path, credential=credential)
    if source.command:
        return printed_by(source.name, source.command, seconds)
    return environment[source.name]
