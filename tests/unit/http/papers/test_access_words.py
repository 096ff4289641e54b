from datetime import date

from caseflow.http.papers.access_words import DEEDS, GROUNDS, deed_said, ground_said
from caseflow.http.papers.voice import Voice
from caseflow.subject_rights import Deed, Ground
from caseflow.vocabulary.bases import BasisKind
from tests.factories.house import configuration

GERMAN = Voice("de", configuration())


def test_every_deed_and_every_ground_has_its_words() -> None:
    assert DEEDS.keys() == set(Deed)
    assert GROUNDS.keys() == set(BasisKind)
    assert deed_said(Deed.READ_RECORD, GERMAN) == "hat in der Akte gelesen"


def test_a_consent_of_hers_has_its_day_and_an_unknown_ground_stays_a_word() -> None:
    assert ground_said(Ground("consent", date(2026, 3, 2)), GERMAN).endswith("vom 02.03.2026")
    assert ground_said(Ground("consent"), GERMAN) == "eine Einwilligung"
    assert ground_said(Ground("later"), GERMAN) == "later"
