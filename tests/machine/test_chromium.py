from pathlib import Path

import pytest

from tests.machine import debian
from tests.machine.chromium import ensure_chromium, find_chromium
from tests.machine.workplace import Unprepared, Workplace

WORKING = "#!/bin/sh\necho Chromium 150\n"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the PATH's only folder on a machine where nothing can be installed or unpacked."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(debian, "install", lambda _: False)
    monkeypatch.setattr(debian, "unpack", lambda *_: False)
    return tmp_path


def program(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_working_chromium_is_found_behind_a_signpost(bare: Path) -> None:
    assert find_chromium(bare) is None
    program(bare / "chromium", "#!/bin/sh\nexit 1\n")
    program(bare / "chromium-browser", "no program at all")
    assert find_chromium(bare / "workplace") is None
    working = program(bare / "google-chrome", WORKING)
    assert find_chromium(bare / "workplace") == working
    ensure_chromium(Workplace(bare))


def test_a_missing_chromium_is_installed(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "install", lambda name: bool(program(bare / name, WORKING)))
    ensure_chromium(Workplace(bare / "workplace"))
    assert find_chromium(bare / "workplace") == bare / "chromium"


def test_where_it_cannot_be_installed_it_is_unpacked(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unpack(_: str, folder: Path) -> bool:
        return bool(program(folder / "tree/usr/lib/chromium/chromium", WORKING))

    monkeypatch.setattr(debian, "unpack", unpack)
    monkeypatch.setenv("PATH", f"{bare}:/usr/bin:/bin")
    monkeypatch.setattr("shutil.which", lambda _: None)
    ensure_chromium(Workplace(bare / "workplace"))
    assert find_chromium(bare / "workplace") == bare / "workplace/chromium/chromium"


def test_without_a_way_one_sentence_says_what_to_do(bare: Path) -> None:
    with pytest.raises(Unprepared, match="apt-get install chromium"):
        ensure_chromium(Workplace(bare))
