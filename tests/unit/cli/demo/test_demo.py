import json
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from caseflow.cli.demo.people import STAFF
from caseflow.cli.program import run
from tests.factories.demo import HANDED, WalkedDemo

ADDRESS = "http://127.0.0.1:8123/"


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return what would be served, without serving it."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    found: list[object] = []

    class Server:
        def __init__(self, *what: object) -> None:
            found.append(what)

        def run(self) -> None:
            found.append("served")

    monkeypatch.setattr("caseflow.cli.demo.demo.Server", Server)
    monkeypatch.setattr("caseflow.cli.demo.demo.listen", Mock())
    return found


@pytest.fixture
def demo(walked_demo: WalkedDemo, served: list[object]) -> Callable[..., int]:
    assert served == []
    words = ("demo", "--port", "8123", "--data", str(walked_demo.folder))
    return lambda *more: run(HANDED, [*words, *more])


def test_address_and_log_ins_are_said(
    demo: Callable[..., int], served: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo() == 0
    said = capsys.readouterr().out
    assert ADDRESS in said
    assert all(person.email in said for person in STAFF)
    assert "caseflow-demo-2026" in said
    assert served[-1] == "served"


def test_roles_are_said_in_the_language_of_the_reader(
    demo: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert demo() == 0
    assert "Katrin Albers, Fachkraft: beratung" in capsys.readouterr().out


def test_they_are_one_object_for_programs(
    demo: Callable[..., int], capsys: pytest.CaptureFixture[str], walked_demo: WalkedDemo
) -> None:
    assert demo("--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["address"] == ADDRESS
    assert found["data"] == str(walked_demo.folder)
    assert {each["email"] for each in found["log_ins"]} == {person.email for person in STAFF}


def test_the_way_can_be_walked_instead(
    demo: Callable[..., int],
    served: list[object],
    monkeypatch: pytest.MonkeyPatch,
    walked_demo: WalkedDemo,
) -> None:
    asked: list[tuple[object, bool]] = []

    def walkthrough(_handed: object, data: object, *, as_json: bool) -> None:
        asked.append((data, as_json))

    monkeypatch.setattr("caseflow.cli.demo.demo.walkthrough", walkthrough)
    assert demo("--walkthrough", "--json") == 0
    assert run(HANDED, ["demo", "--walkthrough"]) == 0
    assert asked == [(walked_demo.folder, True), (None, False)]
    assert served == []


def test_nothing_is_made_where_it_could_not_be_served(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(HANDED, ["demo", "--host", "192.0.2.7", "--data", str(tmp_path / "demo")]) == 1
    assert "TLS" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_new_demo_is_made_first(
    served: list[object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("caseflow.cli.demo.demo.tell_story", lambda *_: None)
    folder = tmp_path / "demo"
    assert run(HANDED, ["demo", "--host", "::1", "--data", str(folder)]) == 0
    said = capsys.readouterr()
    assert "http://[::1]:8000/" in said.out
    assert "is being made" in said.err
    assert run(HANDED, ["demo", "--data", str(folder)]) == 0
    assert capsys.readouterr().err == ""
    assert served.count("served") == 2
