"""Play the client's way in the terminal, or print what it shows as one object."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from caseflow.cli.demo.play_on import play_on
from caseflow.cli.demo.say_walk import say_step, say_walk
from caseflow.cli.demo.walk import walk
from caseflow.cli.reader_language import reader_language

if TYPE_CHECKING:
    from caseflow.cli.demo.stage import Stage
    from caseflow.cli.demo.story_clock import StoryClock
    from caseflow.cli.demo.walk import Walked
    from caseflow.cli.handed import Handed


def walkthrough(handed: "Handed", data: Path | None, *, as_json: bool) -> None:
    """Walk the way and print it, step by step or whole."""
    if as_json:
        click.echo(json.dumps(told(play_on(handed, data, walk)), ensure_ascii=False))
        return
    configuration = handed.read_configuration(None)
    language = reader_language(configuration.languages)

    def play(stage: "Stage", clock: "StoryClock") -> "Walked":
        return walk(
            stage, clock, told=lambda step: click.echo(say_step(configuration, language, step))
        )

    click.echo(say_walk(language, play_on(handed, data, play)))


def told(walked: "Walked") -> dict[str, Any]:
    """Return what was shown as programs read it."""
    return {
        "steps": [
            {
                "name": step.name["en"],
                "unit": step.unit,
                "shared": list(step.shared),
                "closed": list(step.closed),
                "questions_total": step.questions_total,
                "questions_spared": len(step.spared),
            }
            for step in walked.steps
        ],
        "audit": {
            "entries": walked.report.entries,
            "root": walked.report.root.hex(),
            "verified": walked.report.verified,
        },
        "withdrawal": {
            "before_open": walked.withdrawal.before_open,
            "after_open": walked.withdrawal.after_open,
        },
    }
