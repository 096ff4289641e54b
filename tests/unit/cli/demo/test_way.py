from caseflow.cli.demo.chapters import Allowed, Chapter, HandedOn
from caseflow.cli.demo.stage import must
from caseflow.cli.demo.tell_story import play, way_of
from caseflow.handovers import Direction, list_handovers
from caseflow.records import open_story
from caseflow.vocabulary.states import HandoverState
from tests.unit.cli.demo.conftest import Founded


def _first(**more: object) -> Chapter:
    told = {"client_name": "Nazari, Samira", "allergies": "Penicillin", "safe_phone": "0171"}
    chapter = {"unit": "beratung", "person": "beratung", "arrives": 1, "facts": told}
    return Chapter(**{**chapter, **more})  # type: ignore[arg-type]  # any part of a chapter


def test_events_come_with_who_does_them(founded: Founded) -> None:
    stage, clock = founded
    way = way_of(stage, clock, (_first(),))
    assert [(each.day, each.person, each.unit) for each in way.events()] == [
        (1, "beratung", "beratung")
    ]


def test_she_is_handed_on_with_what_she_allowed(founded: Founded) -> None:
    stage, clock = founded
    allowed = Allowed(2, ("beratung",), "frauenhaus", ("identity", "health"), ("contact",), 60)
    handed = HandedOn(2, "frauenhaus", "week", 1, ("Dari",), "Bitte anrufen.")
    second = Chapter(unit="frauenhaus", person="frauenhaus", arrives=3)
    way = way_of(stage, clock, (_first(consent=allowed, handover=handed), second))
    play(stage, clock, way.events())
    client, consent = way.reached()
    player = stage.enter("frauenhaus@demo.example", "frauenhaus")
    story = must(player.try_to(open_story, client))
    assert {fact.question for fact in story.facts} == {"client_name", "allergies"}
    assert {fact.origin.basis.id for fact in story.facts} == {consent}


def test_without_a_consent_only_a_slip_goes(founded: Founded) -> None:
    stage, clock = founded
    handed = HandedOn(2, "frauenhaus", "today", 1, ("Dari",))
    way = way_of(stage, clock, (_first(anonymous=True, facts={}, handover=handed),))
    play(stage, clock, way.events())
    player = stage.enter("frauenhaus@demo.example", "frauenhaus")
    found = must(player.try_to(list_handovers, Direction.IN))
    assert [(each.state, each.client) for each in found] == [(HandoverState.OPEN, None)]
