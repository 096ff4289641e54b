from caseflow.disclosures import prepare_disclosure
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.questions.catalogue import Note
from tests.factories.clients import Known, case_at, fact, write
from tests.factories.corrections import said
from tests.factories.declarations import took_back
from tests.factories.partners import agreed_outside
from tests.factories.telling import Ready
from tests.factories.told_log import told as log


def test_only_what_the_consent_covers_of_the_own_drawers_is_offered(ready: Ready) -> None:
    work = ready.house.work(ready.berta)
    answer = prepare_disclosure(work, ready.berta, ready.known.id, ready.consent, "case_work")
    assert isinstance(answer, Disclosed)
    assert [each.text for each in answer.value.entries] == ["Er hat gedroht."]
    assert [each.question for each in answer.value.facts] == ["client_name"]
    [told] = [each for each in log(ready.house) if each["act"] == "disclosure.prepare"]
    assert {each["category"] for each in told["drawers"]} == {"identity", "violence"}
    # What she says is not so is not handed on.
    said(ready.house, ready.berta, ready.known.id, answer.value.facts[0].origin.id)
    answer = prepare_disclosure(work, ready.berta, ready.known.id, ready.consent, "case_work")
    assert isinstance(answer, Disclosed)
    assert (len(answer.value.entries), answer.value.facts) == (1, ())


def test_for_another_purpose_nothing_is(ready: Ready) -> None:
    work = ready.house.work(ready.berta)
    answer = prepare_disclosure(work, ready.berta, ready.known.id, ready.consent, "safety")
    assert isinstance(answer, Disclosed)
    assert (answer.value.entries, answer.value.facts) == ((), ())


def test_answers_about_others_are_marked(ready: Ready) -> None:
    questions = ready.house.around.configuration.catalogue.questions
    asked = next(each for each in questions if Note.THIRD_PARTY in each.notes)
    said = fact(asked.key, '{"type":"text","value":"x"}', asked.category)
    write(ready.house, ready.berta, ready.known, said)
    consent = agreed_outside(
        ready.house, ready.berta, ready.known, ready.police, asked.category, "identity"
    )
    work = ready.house.work(ready.berta)
    answer = prepare_disclosure(work, ready.berta, ready.known.id, consent, "case_work")
    assert isinstance(answer, Disclosed)
    assert answer.value.of_others == {asked.key}


def test_what_others_wrote_is_not_offered_and_nothing_after_a_withdrawal(ready: Ready) -> None:
    frieda = ready.house.actor("frieda", "frauenhaus")
    known: Known = ready.known
    case_at(ready.house, frieda, known)
    work = ready.house.work(frieda)
    answer = prepare_disclosure(work, frieda, known.id, ready.consent, "case_work")
    assert answer == Refused(Reason.NOT_OPEN)
    took_back(ready.house, ready.berta, known, ready.consent)
    work = ready.house.work(ready.berta)
    over = prepare_disclosure(work, ready.berta, known.id, ready.consent, "case_work")
    assert over == Refused(Reason.TOO_LATE)
