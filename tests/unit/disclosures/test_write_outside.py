from dataclasses import replace

from caseflow.disclosures import OutsideLetter, show_disclosure, write_outside
from caseflow.letters import LetterDraft
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.declarations import took_back
from tests.factories.documents import content_of, listed
from tests.factories.planted_files import text_of
from tests.factories.telling import Ready
from tests.factories.told_log import told as log
from tests.unit.records.desk_work import do, done, problems

TYPED = {"name": "Polizei", "postal_address": "Markt 1", "person": "Samira B.", "since": "März"}
CONFIRMATION = LetterDraft("confirmation", "de", "post", TYPED)


def test_a_letter_to_a_partner_is_told_under_the_consent_and_kept(ready: Ready) -> None:
    house, berta, known = ready.house, ready.berta, ready.known
    letter = OutsideLetter(CONFIRMATION, ready.consent, "case_work", frozenset({"violence"}))
    saved = done(do(house, berta, write_outside, known.id, letter))
    [row] = ready.disclosures()
    assert (row.partner_id, row.categories) == (ready.police, ("identity", "violence"))
    (found,) = listed(house, berta, known)
    assert found.id == saved.id
    sheet = text_of(content_of(house, berta, saved.id))
    assert "Samira B." in sheet
    assert house.work(berta).configuration.provider in sheet
    answer = do(house, berta, show_disclosure, known.id, row.id)
    assert isinstance(answer, Disclosed)
    assert answer.value.hand_out is not None
    [words] = answer.value.hand_out.entries
    assert (words.id, words.title) == (str(saved.id), "Bestätigung")
    assert words.text is not None
    assert "Samira B. seit März" in words.text
    [trace] = [each for each in log(house) if each["act"] == "disclosure.make"]
    assert trace["details"]["way"] == "post"
    assert {each["kind"] for each in trace["bases"]} == {"membership", "own_unit", "consent"}


def test_it_refuses_what_no_running_consent_covers(ready: Ready) -> None:
    house, berta, known = ready.house, ready.berta, ready.known
    good = OutsideLetter(CONFIRMATION, ready.consent, "case_work")
    for wrong, reason in (
        (replace(good, categories=frozenset({"health"})), Reason.TOO_LATE),
        (replace(good, purpose="safety"), Reason.TOO_LATE),
        (replace(good, consent=new_id()), Reason.NOT_OPEN),
    ):
        assert do(house, berta, write_outside, known.id, wrong) == Refused(reason)
    free = LetterDraft("free", "de", "post", {"name": "Amt", "matter": "x", "text": "y"})
    assert problems(do(house, berta, write_outside, known.id, replace(good, draft=free))) == {
        ("postal_address", "required"),
        ("categories", "nothing_chosen"),
    }
    took_back(house, berta, known, ready.consent)
    assert do(house, berta, write_outside, known.id, good) == Refused(Reason.TOO_LATE)
    assert ready.disclosures() == []
    assert listed(house, berta, known) == []
