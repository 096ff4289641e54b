"""An officer holds back a client, a unit, or one unit's file of a client."""

from typing import Any

from caseflow.subject_rights.retention import HeldBack, Progress, set_hold
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.erasing import erased, left_of
from tests.factories.house import House
from tests.factories.retention import agreed_run, carried_on, let_go, second_officer, years_later
from tests.unit.vault.reading import newest


def setting(house: House, who: str = "olga", slug: str = "datenschutz", **said: Any) -> object:  # noqa: ANN401 - parts of a hold
    actor = house.actor(who, slug)
    told = {"kind": "legal_hold", "client": None, "unit": None, "reason": "Klage", **said}
    work = house.work(actor)
    answer = set_hold(work, actor, HeldBack(**told))
    work.finish()
    return answer


def test_an_officer_sets_it_and_the_log_says_so_without_the_reason(house: House) -> None:
    known, unit = new_client(house, house.actor("berta", "beratung")), house.units["beratung"]
    assert isinstance(setting(house, unit=unit), Done)
    answer = setting(house, client=known.id, unit=unit)
    assert isinstance(answer, Done)
    told = newest(house, Act.HOLD_SET)
    assert told["client"] == str(known.id)
    assert told["details"] == {
        "hold": str(answer.value),
        "kind": "legal_hold",
        "of_unit": str(unit),
    }


def test_what_is_sent_must_fit(house: House) -> None:
    assert setting(house, kind="because", reason=" ") == Invalid(
        (
            Problem("kind", "not_a_choice"),
            Problem("client", "required"),
            Problem("reason", "required"),
        )
    )
    wish = setting(house, kind="wish_to_keep", unit=house.units["beratung"])
    assert wish == Invalid((Problem("client", "required"),))


def test_of_nobody_there_is_none_and_nobody_else_sets_one(house: House) -> None:
    assert setting(house, client=new_id()) == Refused()
    unit = house.units["beratung"]
    assert setting(house, "lea", "beratung", unit=unit) == Refused(Reason.NOT_YOUR_ROLE)
    assert setting(house, "lea", "beratung", client=new_id()) == Refused()


def test_of_an_erased_client_a_claim_alone_keeps_the_evidence_until_it_has_gone(
    house: House,
) -> None:
    known, unit = new_client(house, house.actor("berta", "beratung")), house.units["beratung"]
    erased(house, known.id)
    only = Invalid((Problem("kind", "only_evidence"),))
    assert setting(house, client=known.id, kind="wish_to_keep") == only
    assert setting(house, client=known.id, unit=unit) == only
    years_later(house, 5)
    run = agreed_run(house, second_officer(house))
    hold = setting(house, client=known.id)
    assert isinstance(hold, Done)
    assert carried_on(house, run) == Done(Progress(items=1, done=0, left_out=1))
    let_go(house, hold.value)
    run = agreed_run(house, house.actor("orla", "datenschutz"))
    assert carried_on(house, run) == Done(Progress(items=1, done=1, left_out=0))
    assert left_of(house, known.id) == {"erasures"}
    assert setting(house, client=known.id) == Refused(Reason.TOO_LATE)
