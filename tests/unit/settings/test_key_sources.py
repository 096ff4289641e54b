import sys
from pathlib import Path

import pytest

from caseflow.settings.key_sources import Kind, find_key
from caseflow.vocabulary.errors import BadConfiguration

KEY = bytes(range(32))
COMMAND = f'{sys.executable} -S -c "print(bytes(range(32)).hex())"'


def kept(file: Path, mode: int = 0o600) -> str:
    file.write_text(f"{KEY.hex()}\n")
    file.chmod(mode)
    return str(file)


@pytest.fixture
def ways(tmp_path: Path) -> dict[Kind, dict[str, str]]:
    """Return for each way of handing a key in what the environment says then."""
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    kept(credentials / "caseflow.root-key", 0o400)
    return {
        Kind.ENVIRONMENT: {"CASEFLOW_ROOT_KEY": KEY.hex()},
        Kind.FILE: {"CASEFLOW_ROOT_KEY_FILE": kept(tmp_path / "root.key")},
        Kind.COMMAND: {"CASEFLOW_ROOT_KEY_COMMAND": COMMAND},
        Kind.CREDENTIAL: {"CREDENTIALS_DIRECTORY": str(credentials)},
    }


@pytest.mark.parametrize("kind", Kind)
def test_each_way_leads_to_the_key(ways: dict[Kind, dict[str, str]], kind: Kind) -> None:
    found = find_key(ways[kind], "ROOT_KEY", 20)
    assert found is not None
    assert (found.key, found.source.kind) == (KEY, kind)
    assert KEY.hex() not in repr(found)
    assert repr(KEY) not in repr(found)
    assert find_key(ways[kind], "TRUSTEE_KEY", 20) is None


@pytest.mark.parametrize("one", Kind)
@pytest.mark.parametrize("other", Kind)
def test_two_ways_at_once_are_refused(
    ways: dict[Kind, dict[str, str]], one: Kind, other: Kind
) -> None:
    if one is not other:
        with pytest.raises(BadConfiguration, match="are both set; keep one of them"):
            find_key(ways[one] | ways[other], "ROOT_KEY", 20)


def test_the_former_key_comes_alike(tmp_path: Path) -> None:
    kept(tmp_path / "caseflow.trustee-key-former")
    found = find_key({"CREDENTIALS_DIRECTORY": str(tmp_path)}, "TRUSTEE_KEY_FORMER", 20)
    assert found is not None
    assert found.source.path == tmp_path / "caseflow.trustee-key-former"


def test_a_credential_that_others_read_is_none(tmp_path: Path) -> None:
    kept(tmp_path / "caseflow.root-key", 0o444)
    with pytest.raises(BadConfiguration, match=r"caseflow.root-key: .* read or changed by others"):
        find_key({"CREDENTIALS_DIRECTORY": str(tmp_path)}, "ROOT_KEY", 20)


def test_what_a_command_prints_must_be_a_key() -> None:
    environment = {"CASEFLOW_ROOT_KEY_COMMAND": f'{sys.executable} -S -c "print(7)"'}
    with pytest.raises(BadConfiguration, match="CASEFLOW_ROOT_KEY must be 32 bytes"):
        find_key(environment, "ROOT_KEY", 20)
