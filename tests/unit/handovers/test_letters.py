import pytest

from caseflow.database.tables.consents import Consent
from caseflow.database.tables.handovers import Handover
from caseflow.handovers.handover_rows import Direction, Found
from caseflow.handovers.letters import ANSWER, answer_letter, sealed_to_both, slip_letter
from caseflow.vault.letters import Letter, open_letter
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import HandoverState
from tests.factories.clients import consented, new_client
from tests.factories.house import House


@pytest.fixture
def consent(house: House) -> Consent:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    return consented(house, berta, known, [house.units["frauenhaus"]], ["identity"])


def found(house: House, state: HandoverState, consent: Consent | None, *, over: bool) -> Found:
    """Return a handover as it stands; `over`: its consent opens nothing any more."""
    row = Handover(
        client_id=new_id(),
        from_unit=house.units["beratung"],
        to_unit=house.units["frauenhaus"],
        consent_id=None if consent is None else consent.id,
        state=state,
        slip_from=b"mine",
        slip_to=b"theirs",
        sent_by=new_id(),
        sent_at=house.around.clock.now(),
        expires_at=house.around.clock.now(),
    )
    return Found(row, state, None if over else consent, frozenset())


@pytest.mark.parametrize("state", list(HandoverState))
def test_the_giver_reads_its_own_slip_in_every_state(
    house: House, consent: Consent, state: HandoverState
) -> None:
    for over in (True, False):
        letter = slip_letter(found(house, state, consent, over=over), Direction.OUT)
        assert letter is not None
        assert (letter.sealed, letter.consent) == (b"mine", None)


@pytest.mark.parametrize("state", list(HandoverState))
def test_the_receiver_reads_what_names_nobody_in_every_state(
    house: House, state: HandoverState
) -> None:
    letter = slip_letter(found(house, state, None, over=True), Direction.IN)
    assert letter is not None
    assert (letter.sealed, letter.client) == (b"theirs", None)


@pytest.mark.parametrize("state", list(HandoverState))
def test_the_receiver_reads_who_she_is_under_the_consent_alone(
    house: House, consent: Consent, state: HandoverState
) -> None:
    letter = slip_letter(found(house, state, consent, over=False), Direction.IN)
    assert (letter is not None) == (state in {HandoverState.OPEN, HandoverState.ACCEPTED})
    assert letter is None or letter.consent is consent
    assert slip_letter(found(house, state, consent, over=True), Direction.IN) is None


def test_each_unit_opens_its_own_copy(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    row = new_id()
    work = house.work(berta)
    sealed = sealed_to_both(work, berta.unit, frieda.unit, row, ANSWER, "Kein Platz.")
    work.put_away()
    mine, theirs = (Letter("handovers", row, ANSWER, each, None) for each in sealed)
    for actor, own, other in ((berta, mine, theirs), (frieda, theirs, mine)):
        work = house.work(actor)
        assert open_letter(work, own) == "Kein Platz."
        with pytest.raises(BrokenKey):
            open_letter(work, other)


def test_an_answer_is_there_once_it_was_given(house: House) -> None:
    declined = found(house, HandoverState.DECLINED, None, over=True)
    assert answer_letter(declined, Direction.IN) is None
    declined.row.answer_from, declined.row.answer_to = b"to the giver", b"to the receiver"
    outward, inward = (answer_letter(declined, way) for way in (Direction.OUT, Direction.IN))
    assert outward is not None
    assert inward is not None
    assert (outward.sealed, inward.sealed) == (b"to the giver", b"to the receiver")
