from caseflow.http.papers.copy_words_of_hers import her_words, stood_before
from caseflow.http.papers.voice import Voice
from tests.factories.house import configuration

VOICE = Voice("de", configuration())
SAID = {"said_on": "2026-03-01", "text": "So nicht.", "outcome": "open", "reply": ""}


def test_what_is_open_is_said_alone_and_what_ended_with_how() -> None:
    assert [each.text for each in her_words([SAID], VOICE)] == [
        "Sie haben am 01.03.2026 gesagt, dass das nicht so ist",
        "So nicht.",
    ]
    changed = {**SAID, "outcome": "changed", "reply": "Sie haben recht."}
    assert [each.text for each in her_words([changed], VOICE)][2:] == [
        "Das ist seitdem geändert worden",
        "Unsere Antwort",
        "Sie haben recht.",
    ]


def test_what_stood_before_has_its_day() -> None:
    [day, text] = stood_before([{"approved_on": "2026-02-01", "text": "Vorher."}], VOICE)
    assert ("01.02.2026" in day.text, text.text) == (True, "Vorher.")
