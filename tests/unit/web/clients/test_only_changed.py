from caseflow.consents import withdraw_everything
from caseflow.vocabulary.answers import Done
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.unit.web.clients.test_save_intake import untouched

LENT = "nur eine Frau"  # told to counselling, and open to the shelter by her consent


def test_a_draft_holds_nothing_that_other_units_told(
    house: House, made: Storied, visitor: Visitor
) -> None:
    visitor.log_in("frieda")
    page = f"/clients/{made.id}/intake"
    held = untouched(visitor, made)
    assert LENT in str(held)
    typed = {"medication": "Tropfen", "own_fear": "3", "state.own_fear": "answered"}
    visitor.send("/drafts", page, **held | typed, **{"form-page": page})
    restored = untouched(visitor, made)
    assert restored == held | typed | {"shown": restored["shown"]}  # nothing else is unticked
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    assert isinstance(withdraw_everything(work, berta, made.id), Done)
    work.finish()
    text = visitor.look(page).text
    assert "Tropfen" in text
    assert LENT not in text


def test_a_form_that_is_not_ours_is_kept_as_far_as_it_makes_sense(
    made: Storied, visitor: Visitor
) -> None:
    visitor.log_in("frieda")
    page = f"/clients/{made.id}/intake"
    strange = {"was.medication": "[", "version.medication": "x", "medication": "Tropfen"}
    visitor.send("/drafts", page, **strange, **{"form-page": page})
    assert "Tropfen" in visitor.look(page).text
