from caseflow.consents import Choice, ConsentDetail, show_consent, withdraw_consent
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Done
from tests.factories.clients import Known, case_at, new_client
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.house import House


def _detail(house: House, actor: Actor, known: Known, consent: object) -> ConsentDetail:
    answer = show_consent(house.work(actor), actor, known.id, consent)  # type: ignore[arg-type]  # an id
    assert isinstance(answer, Disclosed)
    return answer.value


def test_what_another_consent_opens_stays_open(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    wanda = house.actor("wanda", "wohnen")
    known = new_client(house, berta)
    two = offer([berta.unit], [frieda.unit, wanda.unit], "violence", "health")
    first = agreed(house, berta, known, declaration(two))
    assert _detail(house, berta, known, first.id).kept_open == frozenset()
    narrow = offer([berta.unit], [frieda.unit], "violence", "family")
    second = agreed(house, berta, known, declaration(narrow))
    stays = {(frieda.unit, "violence")}
    for consent in (first.id, second.id):
        assert _detail(house, berta, known, consent).kept_open == stays
    # What is told the other way about, or by others, keeps nothing open.
    agreed(house, berta, known, declaration(offer([frieda.unit], [wanda.unit], "health")))
    assert _detail(house, berta, known, first.id).kept_open == stays
    # A unit knows of the others' consents nothing, and what is over opens nothing.
    case_at(house, wanda, known)
    assert _detail(house, wanda, known, first.id).kept_open == frozenset()
    work = house.work(berta)
    assert isinstance(withdraw_consent(work, berta, known.id, second.id, Choice()), Done)
    work.finish()
    assert _detail(house, berta, known, first.id).kept_open == frozenset()
