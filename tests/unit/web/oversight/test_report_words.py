from flask import Flask

from caseflow.subject_rights import Audience, Why
from caseflow.web.oversight.report_words import BLOCKED, WHOM, audience_of, why_name


def test_only_a_clear_no_makes_a_guardian_one_who_is_not_blocked() -> None:
    assert audience_of("client", "yes") is Audience.CLIENT
    assert audience_of("guardian", "no") is Audience.GUARDIAN
    for unsure in ("yes", "", "perhaps"):
        assert audience_of("guardian", unsure) is Audience.BLOCKED
    assert (list(WHOM), list(BLOCKED)) == (["client", "guardian"], ["yes", "no"])


def test_every_why_has_its_words(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert why_name(Why.RUNS) == "noch nicht beendet"
        assert len({why_name(each) for each in Why}) == len(Why)
