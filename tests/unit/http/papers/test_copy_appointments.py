from caseflow.http.papers.copy_appointments import appointment
from caseflow.http.papers.voice import Voice
from caseflow.paper import Heading, Paragraph
from tests.factories.house import configuration
from tests.unit.http.papers.copies import copy


def test_each_says_when_and_what_became_of_it() -> None:
    voice = Voice("en", configuration())
    kept, told = (list(appointment(each, voice)) for each in copy()["appointments"])
    first = kept[0]
    assert isinstance(first, Paragraph)
    assert first.text == "4 Mar 2026, 14:30:00 · 45 minutes · you came · health"
    assert kept[1:] == [Paragraph("left out")]
    assert told[1:] == [Heading("Amt", 3), Paragraph("Rathaus")]
