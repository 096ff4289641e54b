"""Live the story of the demo: what its people do on which day."""

from caseflow.cli.demo.stage import Stage, must
from caseflow.cli.demo.story_clock import StoryClock
from caseflow.records import create_client


def tell_story(stage: Stage, clock: StoryClock) -> None:
    """Live it."""
    clock.go_to(1, 9)
    katrin = stage.enter("beratung@demo.example", "beratung")
    must(katrin.try_to(create_client, {"client_name": "Nazari, Samira"}))
    katrin.leave()
