from caseflow.cli.demo.stage import must
from caseflow.cli.demo.withdraw_and_look import withdraw_and_look
from caseflow.consents import Declaration, Form, Offer, record_consent
from caseflow.identity import list_units
from caseflow.records import create_client
from caseflow.vocabulary.states import Notice
from tests.factories.demo import WalkedDemo
from tests.unit.cli.demo.conftest import Founded


def test_the_very_next_read_is_refused(walked_demo: WalkedDemo) -> None:
    found = walked_demo.walked.withdrawal
    assert found.before_open > found.after_open == 0
    assert (found.entry_before, found.entry_after) == (True, False)
    assert found.seen >= found.before_open


def test_where_nothing_was_shared_nothing_closes(founded: Founded) -> None:
    stage, clock = founded
    player = stage.enter("beratung@demo.example", "beratung")
    client = must(player.try_to(create_client, {})).id
    units = {unit.slug: unit.id for unit in stage.alone(list_units)}
    declared = Declaration(
        offer=Offer(
            from_units=frozenset({units["beratung"]}),
            to_units=frozenset({units["wohnen"]}),
            categories=frozenset({"goals"}),
            purposes=frozenset({"case_work"}),
            actions=frozenset({"view"}),
        ),
        valid_from=clock.day(0),
        valid_until=clock.day(9),
        template="sharing",
        language="de",
        notices=frozenset(Notice),
        form=Form("signed_paper"),
    )
    consent = must(player.try_to(record_consent, client, declared)).id
    found = withdraw_and_look(stage, player, client, consent, "beratung")
    assert (found.before_open, found.after_open, found.seen) == (0, 0, 0)
    assert found.entry_before is found.entry_after is None
