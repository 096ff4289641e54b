from caseflow.consents import preview_consent
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.declarations import at_a_desk, offer
from tests.factories.house import House
from tests.unit.vault.reading import newest


def test_it_says_what_would_open_for_how_many_and_what_would_wait(house: House) -> None:
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    known = new_client(house, berta)
    at_a_desk(house, ida, known)
    shelter = house.units["frauenhaus"]
    offered = offer(
        [berta.unit], [shelter, ida.unit], "housing", "whereabouts", refused=[(shelter, "housing")]
    )
    answer = preview_consent(house.work(ida), ida, known.id, offered)
    assert isinstance(answer, Disclosed)
    assert set(answer.value.pairs) == {
        (berta.unit, shelter, "whereabouts"),
        (berta.unit, ida.unit, "whereabouts"),
        (berta.unit, ida.unit, "housing"),
    }
    assert (answer.value.people, answer.value.pending_categories) == (4, ("whereabouts",))
    assert newest(house, Act.CONSENT_PREVIEW)["decision"] == "permitted"


def test_what_is_wrong_is_named(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    offered = offer([berta.unit], [], "housing")
    answer = preview_consent(house.work(berta), berta, known.id, offered)
    assert answer == Invalid((Problem("to_units", "required"),))


def test_who_does_not_know_her_is_refused(house: House) -> None:
    berta = house.actor("berta", "beratung")
    offered = offer([berta.unit], [house.units["wohnen"]], "housing")
    answer = preview_consent(house.work(berta), berta, new_id(), offered)
    assert answer == Refused(Reason.NOT_OPEN)
    assert newest(house, Act.CONSENT_PREVIEW)["decision"] == "refused"
