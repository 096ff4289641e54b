from dataclasses import replace

from caseflow.http.papers.unreviewed import TRANSLATED, said_unreviewed
from caseflow.http.papers.voice import Voice
from tests.factories.house import configuration


def test_a_paper_says_it_in_her_language_and_in_the_providers_until_it_is_reviewed() -> None:
    known = configuration()
    hers, ours = said_unreviewed(Voice("ar", known))
    assert hers.text == known.tongues["ar"].sentences[TRANSLATED]
    assert ours.text == Voice("de", known).say(TRANSLATED)
    assert not list(said_unreviewed(Voice("de", known)))
    done = {"ar": replace(known.tongues["ar"], reviewed=True)}
    assert not list(said_unreviewed(Voice("ar", replace(known, tongues=done))))
