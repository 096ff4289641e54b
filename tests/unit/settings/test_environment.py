import os
import re
import sys
from pathlib import Path

import pytest

from caseflow.settings.config_folder import config_folder
from caseflow.settings.environment import Setting, Settings, read_environment
from caseflow.vocabulary.errors import BadConfiguration

ROOT, TRUSTEE, FORMER = bytes(range(32)), bytes(range(32, 64)), bytes(range(64, 96))


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("CASEFLOW_") or name == "CREDENTIALS_DIRECTORY":
            monkeypatch.delenv(name)


def listed(settings: Settings) -> dict[str, Setting]:
    return {setting.name: setting for setting in settings.listing}


def test_without_any_setting() -> None:
    settings = read_environment()
    assert settings.data_dir == Path("caseflow-data").absolute()
    assert settings.database_url == f"sqlite:///{settings.data_dir}/caseflow.sqlite3"
    assert settings.config_dir == settings.data_dir / "config"
    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 8000, 2)
    assert (settings.root_key, settings.trustee_key) == (None, None)
    assert (settings.former_root_key, settings.former_trustee_key) == (None, None)
    assert settings.keys_in_one_place is None
    assert {setting.source for setting in settings.listing} == {"default", "missing"}


def test_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CASEFLOW_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("CASEFLOW_CONFIG_DIR", str(tmp_path))
    monkeypatch.setenv("CASEFLOW_PORT", "9000")
    monkeypatch.setenv("CASEFLOW_ROOT_KEY", ROOT.hex())
    monkeypatch.setenv("CASEFLOW_TRUSTEE_KEY", TRUSTEE.hex())
    settings = read_environment()
    assert (settings.data_dir, settings.config_dir, settings.port) == (tmp_path, tmp_path, 9000)
    assert settings.needed_root_key() == ROOT
    assert settings.needed_trustee_key() == TRUSTEE
    assert listed(settings)["CASEFLOW_PORT"] == Setting("CASEFLOW_PORT", "9000", "environment")


@pytest.mark.parametrize(
    "name", ["DATABASE_URL", "HOST", "DATA_DIR", "METRICS_TOKEN", "OPENID_CLIENT_SECRET"]
)
def test_each_also_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("/from/a/file\n", encoding="utf-8")
    file.chmod(0o600)
    monkeypatch.setenv(f"CASEFLOW_{name}_FILE", str(file))
    settings = read_environment()
    assert str(getattr(settings, name.lower())) == "/from/a/file"
    assert listed(settings)[f"CASEFLOW_{name}"].source == "file"


def test_the_secret_for_the_openid_provider_is_needed_where_one_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(BadConfiguration, match="CASEFLOW_OPENID_CLIENT_SECRET_FILE"):
        read_environment().needed_openid_secret()
    monkeypatch.setenv("CASEFLOW_OPENID_CLIENT_SECRET", "pssst")
    settings = read_environment()
    assert settings.needed_openid_secret() == "pssst"
    assert "pssst" not in f"{settings}{settings.listing}"


def test_a_folder_on_the_command_line_goes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CASEFLOW_DATA_DIR", "/elsewhere")
    settings = read_environment(tmp_path)
    assert settings.data_dir == tmp_path
    assert listed(settings)["CASEFLOW_DATA_DIR"] == Setting(
        "CASEFLOW_DATA_DIR", str(tmp_path), "command line"
    )


def test_no_secret_is_listed_or_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "postgresql+psycopg://caseflow:hush@localhost/caseflow"
    monkeypatch.setenv("CASEFLOW_DATABASE_URL", url)
    monkeypatch.setenv("CASEFLOW_ROOT_KEY", ROOT.hex())
    monkeypatch.setenv("CASEFLOW_TRUSTEE_KEY", TRUSTEE.hex())
    settings = read_environment()
    for secret in ("hush", ROOT.hex(), repr(ROOT), TRUSTEE.hex(), repr(TRUSTEE)):
        assert secret not in repr(settings)
        assert secret not in str(settings.listing)
    assert listed(settings)["CASEFLOW_ROOT_KEY"].shown == "(hidden)"


def test_both_ways_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEFLOW_HOST", "localhost")
    monkeypatch.setenv("CASEFLOW_HOST_FILE", "/host")
    with pytest.raises(BadConfiguration, match="CASEFLOW_HOST_FILE are both set"):
        read_environment()


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "1.5", "٨"])
def test_a_port_that_is_none(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("CASEFLOW_PORT", port)
    with pytest.raises(BadConfiguration, match="whole number from 1 to 65535"):
        read_environment()


def test_keys_come_in_other_ways_too_and_the_listing_says_which(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(
        "CASEFLOW_ROOT_KEY_COMMAND", f"{sys.executable} -S -c 'print(\"{ROOT.hex()}\")'"
    )
    monkeypatch.setenv("CASEFLOW_KEY_COMMAND_SECONDS", "30")
    for name, key in (("caseflow.trustee-key", TRUSTEE), ("caseflow.root-key-former", FORMER)):
        (tmp_path / name).write_text(key.hex())
        (tmp_path / name).chmod(0o400)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    settings = read_environment()
    assert (settings.root_key, settings.trustee_key) == (ROOT, TRUSTEE)
    assert (settings.former_root_key, settings.former_trustee_key) == (FORMER, None)
    assert settings.keys_in_one_place is None
    sources = {name: each.source for name, each in listed(settings).items()}
    assert sources["CASEFLOW_ROOT_KEY"] == "command"
    assert sources["CASEFLOW_ROOT_KEY_FORMER"] == sources["CASEFLOW_TRUSTEE_KEY"] == "credential"
    assert listed(settings)["CASEFLOW_TRUSTEE_KEY"].shown == "(hidden)"
    assert FORMER.hex() not in f"{settings}{settings.listing}"


def test_both_keys_in_one_folder_are_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, key in (("ROOT_KEY", ROOT), ("TRUSTEE_KEY", TRUSTEE)):
        (tmp_path / name).write_text(key.hex())
        (tmp_path / name).chmod(0o400)
        monkeypatch.setenv(f"CASEFLOW_{name}_FILE", str(tmp_path / name))
    assert str(tmp_path) in str(read_environment().keys_in_one_place)


@pytest.mark.parametrize("name", ["ROOT_KEY_FORMER", "TRUSTEE_KEY"])
def test_a_key_serves_one_purpose(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("CASEFLOW_ROOT_KEY", ROOT.hex())
    monkeypatch.setenv(f"CASEFLOW_{name}", ROOT.hex())
    with pytest.raises(
        BadConfiguration, match=f"CASEFLOW_ROOT_KEY and CASEFLOW_{name} are the same"
    ):
        read_environment()


def test_a_missing_key_tells_how_to_make_one() -> None:
    settings = read_environment()
    with pytest.raises(BadConfiguration, match=r"Set CASEFLOW_ROOT_KEY_FILE .* Make one with"):
        settings.needed_root_key()
    with pytest.raises(BadConfiguration, match=r"Set CASEFLOW_TRUSTEE_KEY_FILE"):
        settings.needed_trustee_key()


def test_a_config_folder_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CASEFLOW_CONFIG_DIR", str(tmp_path / "missing"))
    with pytest.raises(BadConfiguration, match="CASEFLOW_CONFIG_DIR: there is no folder"):
        read_environment()


def test_the_example_names_only_settings_that_are_read() -> None:
    text = (config_folder() / "example.env").read_text(encoding="utf-8")
    named = set(re.findall(r"CASEFLOW_[A-Z_]+", text))
    read = {setting.name for setting in read_environment().listing}
    ways = ("_FILE", "_COMMAND")
    assert named <= read | {f"{name}{way}" for name in read for way in ways}
    assert read <= named | {name.removesuffix(way) for name in named for way in ways}


def test_how_people_come_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = read_environment()
    assert (settings.tls_cert, settings.tls_key, settings.behind_proxy) == (None, None, False)
    (tmp_path / "tls.crt").touch()
    monkeypatch.setenv("CASEFLOW_TLS_CERT", str(tmp_path / "tls.crt"))
    monkeypatch.setenv("CASEFLOW_BEHIND_PROXY", "yes")
    settings = read_environment()
    assert (settings.tls_cert, settings.behind_proxy) == (tmp_path / "tls.crt", True)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [("TLS_KEY", "/no/such.key", "no file /no/such.key"), ("BEHIND_PROXY", "1", "yes or no")],
)
def test_a_wrong_way_in_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    monkeypatch.setenv(f"CASEFLOW_{name}", value)
    with pytest.raises(BadConfiguration, match=f"CASEFLOW_{name}.*{words}"):
        read_environment()
