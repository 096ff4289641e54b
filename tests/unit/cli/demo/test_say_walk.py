from dataclasses import replace

import pytest

from caseflow.cli.demo.say_walk import SENTENCES, say_step, say_walk
from caseflow.oversight import Fault, Finding
from tests.factories.demo import WalkedDemo
from tests.factories.house import configuration


def test_both_languages_say_the_same_things() -> None:
    assert SENTENCES["de"].keys() == SENTENCES["en"].keys()


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", ("Schon beantwortet", "Gewalt")), ("en", ("Answered already", "violence"))],
)
def test_a_step_is_said(walked_demo: WalkedDemo, language: str, words: tuple[str, ...]) -> None:
    step = walked_demo.walked.steps[1]
    said = say_step(configuration(), language, step)
    assert said.startswith(step.name[language])
    for word in (*words, f": {step.questions_total}.", f": {len(step.spared)}."):
        assert word in said


def test_nothing_is_said_to_be_nothing(walked_demo: WalkedDemo) -> None:
    assert said_lines(say_step(configuration(), "de", walked_demo.walked.steps[0]), "nichts") == 2


def test_the_end_is_said(walked_demo: WalkedDemo) -> None:
    walked = walked_demo.walked
    said = say_walk("en", walked)
    assert f"before: {walked.withdrawal.before_open}, after: 0." in said
    assert "before opened, at the very next read refused" in said
    assert "as they were written" in said
    assert walked.report.root.hex() in said
    assert f"140 questions, of which {sum(len(each.spared) for each in walked.steps)}" in said


def test_a_broken_log_is_not_hidden(walked_demo: WalkedDemo) -> None:
    walked = walked_demo.walked
    looks = (replace(walked.looks[0], bases=()), *walked.looks[1:])
    withdrawal = replace(walked.withdrawal, entry_before=None, entry_after=None)
    report = replace(walked.report, findings=(Finding(Fault.ENTRY_MISSING, 1, ""),))
    broken = replace(walked, report=report, looks=looks, withdrawal=withdrawal)
    said = " ".join(say_walk("de", broken).split())
    assert "NICHT wie geschrieben" in said
    assert "ohne Grundlage: 1" in said
    assert "beim nächsten Lesen" not in said


def said_lines(said: str, word: str) -> int:
    """Count the lines that end with a word."""
    return sum(line.endswith(word) for line in said.splitlines())
