from caseflow.cli.demo.chapters import Chapter
from caseflow.cli.demo.measure_step import measure_step, opened_drawers
from caseflow.cli.demo.stage import must
from caseflow.identity import list_units
from caseflow.records import create_client
from tests.factories.demo import WalkedDemo
from tests.factories.house import configuration
from tests.unit.cli.demo.conftest import Founded


def test_the_first_unit_is_told_nothing_by_others(founded: Founded) -> None:
    stage, _ = founded
    player = stage.enter("beratung@demo.example", "beratung")
    client = must(player.try_to(create_client, {"client_name": "Nazari, Samira"})).id
    chapter = Chapter(unit="beratung", person="beratung", arrives=1, name={"de": "Erstens"})
    step = measure_step(stage, chapter, player, client)
    assert (step.unit, step.name) == ("beratung", {"de": "Erstens"})
    assert step.shared == step.spared == ()
    assert step.questions_total == 35
    # Whatever the three others keep, but for what counselling alone keeps.
    assert set(step.closed) == set(configuration().categories) - {"discrimination"}
    own = next(unit.id for unit in stage.alone(list_units) if unit.slug == "beratung")
    assert opened_drawers(player, client, own) == frozenset()


def test_what_she_allowed_spares_her_questions(walked_demo: WalkedDemo) -> None:
    catalogue = configuration().catalogue
    for step in walked_demo.walked.steps[1:]:
        assert step.spared
        assert {catalogue.by_key[each].category for each in step.spared} <= set(step.shared)
        assert not set(step.shared) & set(step.closed)
        assert "evidence" in step.closed
