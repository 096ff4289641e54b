import json

import pytest

from caseflow.cli.demo.walkthrough import told, walkthrough
from tests.factories.demo import HANDED, WalkedDemo


def test_programs_read_it_as_it_is_promised(walked_demo: WalkedDemo) -> None:
    found = told(walked_demo.walked)
    assert list(found) == ["steps", "audit", "withdrawal"]
    assert list(found["steps"][0]) == [
        "name",
        "unit",
        "shared",
        "closed",
        "questions_total",
        "questions_spared",
    ]
    assert list(found["audit"]) == ["entries", "root", "verified"]
    assert list(found["withdrawal"]) == ["before_open", "after_open"]
    assert json.loads(json.dumps(found)) == found
    assert found["steps"][1]["questions_spared"] == len(walked_demo.walked.steps[1].spared)


def test_it_is_printed_step_by_step_or_whole(
    walked_demo: WalkedDemo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[object] = []

    def play_on(_handed: object, data: object, _play: object) -> object:
        asked.append(data)
        return walked_demo.walked

    monkeypatch.setattr("caseflow.cli.demo.walkthrough.play_on", play_on)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    walkthrough(HANDED, None, as_json=True)
    assert json.loads(capsys.readouterr().out) == told(walked_demo.walked)
    walkthrough(HANDED, walked_demo.folder, as_json=False)
    assert "What the log proves" in capsys.readouterr().out
    assert asked == [None, walked_demo.folder]
