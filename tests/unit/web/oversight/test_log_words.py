from flask import Flask

from caseflow.exceptions import Finding
from caseflow.oversight import Fault
from caseflow.vocabulary.answers import Reason
from caseflow.vocabulary.bases import BasisKind
from caseflow.web.oversight.log_words import (
    BASES,
    FAULTS,
    FINDINGS,
    REFUSALS,
    basis_name,
    fault_name,
    finding_name,
    refusal_name,
)


def test_nothing_is_left_without_words() -> None:
    assert set(BASES) == set(BasisKind)
    assert set(REFUSALS) == set(Reason)
    assert set(FAULTS) == set(Fault)
    assert set(FINDINGS) == set(Finding)


def test_a_word_of_a_later_version_stays_as_it_is(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert (basis_name("consent"), basis_name("moon")) == ("Einwilligung", "moon")
        assert (refusal_name("not_open"), refusal_name("moon")) == (
            "geschlossen oder nicht vorhanden",
            "moon",
        )
        assert (finding_name("justified"), finding_name("moon")) == ("gerechtfertigt", "moon")
        assert fault_name(Fault.ENTRY_MISSING) == "Ein Eintrag fehlt."
