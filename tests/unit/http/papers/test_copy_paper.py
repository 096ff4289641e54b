import pytest

from caseflow.http.papers.copy_paper import copy_paper
from caseflow.http.papers.voice import Voice
from caseflow.paper import make_pdf
from tests.factories.house import configuration
from tests.unit.http.papers.copies import copy, nothing
from tests.unit.http.papers.tongues import none_of_ours
from tests.unit.paper.papers import arabic_letters, read_back, words_of

VOICE = Voice("de", configuration())
UNITS = {"frauenhaus": "Frauenhaus Süd", "wohnen": "Wohnen", "beratung": "Beratung"}


def test_every_piece_of_the_copy_stands_on_the_paper() -> None:
    told = read_back(make_pdf(copy_paper(copy(), VOICE, UNITS)))
    for word in (
        "Frauenhaus Süd", "Lindenhof", "K7M2-QX9R", "Sie ist angekommen.", "Gespräch",
        "Sie sucht Arbeit.", "Wie heißen Sie?", "Eine Wohnung", "Antrag", "nicht mehr lesbar",
        "Bescheid vom Amt", "Rathaus", "45 Minuten",
        "Brief", "Sie ist unterwegs.", "Mein Name ist anders.",
        "Es steht so im Bericht.", "zurückgenommen", "seitdem geändert", "Unsere Antwort",
    ):  # fmt: skip
        assert word in told, word
    assert sorted(arabic_letters(told)) == sorted(arabic_letters("فاطمة"))


def test_what_is_left_out_of_the_copy_is_said_to_be_left_out() -> None:
    told = read_back(make_pdf(copy_paper(copy(), VOICE, UNITS)))
    assert told.count("weggelassen") == 5
    assert told.count("So war es nicht.") == 3  # her word stands beside what is left out too


def test_where_there_is_nothing_that_is_said() -> None:
    told = read_back(make_pdf(copy_paper(nothing(), VOICE, UNITS)))
    assert told.count("Nichts.") == 12
    assert "nicht mehr lesbar" not in told


def test_the_title_and_the_day_tell_nothing_of_her() -> None:
    made = copy_paper(copy(), VOICE, UNITS)
    assert (made.title, made.made_on.isoformat()) == ("Kopie", "2026-03-02")


@pytest.mark.parametrize("tag", configuration().tongues)
def test_in_her_language_nothing_of_ours_is_left_but_what_was_written(tag: str) -> None:
    hers = configuration().tongues[tag]
    told = words_of(copy_paper(copy(), Voice(tag, configuration()), UNITS))
    assert told[0] == hers.sentences["Copy"]
    assert hers.unreviewed in told
    assert (
        hers.sentences["Questions, and what was written down, stand here as they were written."]
        in told
    )
    assert "Sie sucht Arbeit." in told
    assert none_of_ours(told, tag)


def test_what_she_reads_from_the_right_is_joined_and_begins_there() -> None:
    """Read back the sheet: no letter of the head is lost where dots are drawn apart."""
    voice = Voice("fa", configuration())
    told = read_back(make_pdf(copy_paper(nothing(), voice, UNITS)))
    head = configuration().tongues["fa"].sentences["Copy of what we keep of you"]
    assert sorted(arabic_letters(told.split("\n", 1)[0])) == sorted(arabic_letters(head))
